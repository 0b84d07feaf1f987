"""Cells of spreadsheets: no formula on the way out, the same text on the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import cells

BEGINNINGS = "=+-@\t\r\0＝＋－＠"


@pytest.mark.parametrize("first", BEGINNINGS)
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(first: str) -> None:
    assert cells.guarded(first + "1+1") == "'" + first + "1+1"


@pytest.mark.parametrize("text", ["", "Ananya", "'t Hooft", "00123", "王伟", "1-2"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert cells.guarded(text) == text == cells.unguarded(text)


def test_an_apostrophe_of_the_texts_own_is_kept() -> None:
    assert cells.guarded("'=1") == "''=1"
    assert cells.unguarded("''=1") == "'=1"


@given(st.text(alphabet=st.characters() | st.sampled_from(BEGINNINGS + "'")))
def test_every_text_comes_back_from_csv(text: str) -> None:
    assert cells.unguarded(cells.guarded(text)) == text
    assert cells.guarded(text)[:1] not in set(BEGINNINGS)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("_x005FD\r\0")))
def test_every_text_comes_back_from_xlsx(text: str) -> None:
    held = cells.written(text)
    assert cells.read(held) == text
    assert not set(held) & {"\0", "\r", "\x1b", "\uffff"}


def test_half_a_character_is_neither_written_nor_read() -> None:
    assert cells.written("a\ud800b") == "a\ufffdb"
    assert cells.read("_xD800__x0041_") == "_xD800_A"
