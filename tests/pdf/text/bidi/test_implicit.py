"""Numbers, marks and neutrals take their direction from around them."""

import pytest

from app.pdf.text import bidi


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("א\u05bc", [1, 1]),
        ("م 12", [1, 1, 2, 2]),
        ("م 1,2", [1, 1, 2, 2, 2]),
        ("א 5%", [1, 1, 2, 2]),
        ("a 5 א", [0, 0, 0, 0, 1]),
        ("א - ב", [1, 1, 1, 1, 1]),
        ("א a ב", [1, 1, 2, 1, 1]),
        ("א(a)ב", [1, 1, 2, 1, 1]),
        ("a(א)b", [0, 0, 1, 0, 0]),
    ],
)
def test_levels_of_short_texts(text: str, levels: list[int]) -> None:
    assert bidi.levels(text).each == levels


def test_too_many_open_brackets_pair_none() -> None:
    text = "a" + "(" * 64 + "א" + ")" * 64
    assert set(bidi.levels(text, 0).each[1:-64]) == {0, 1}
