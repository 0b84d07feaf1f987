"""Layouts of lists as one text."""

import pytest

from app.domain.layouts import Layout, read, write


def test_a_layout_is_read_as_it_was_written() -> None:
    layout = Layout(("number", "client"), "client", descending=True)
    assert read(write(layout)) == layout


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", '{"columns":[]}', '{"columns":[1],"sort":"","descending":false}', '{"columns":"x"}'],
)
def test_what_is_no_layout_is_none(text: str) -> None:
    assert read(text) is None
