"""What was typed into a search field, understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.queries import runs, understood


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("Ananya  SHARMA", (("ananya", "sharma"),)),
        ("O'Brien-Smith", (("obrien", "smith"),)),
        ("王伟", (("王伟",),)),
        ("1998-04-02", (("19980402",),)),
        ("2 Apr 1998", (("19980402",), ("2", "apr", "1998"), ("2apr1998",))),
        ("03/04/1998", (("19980403",), ("19980304",), ("03041998",))),
        ("04/1998", (("199804",), ("041998",))),
        ("1998", (("1998",),)),
        ("Sharma 1998-04-02", (("sharma", "19980402"), ("sharma19980402",))),
        ("E 1234 5678", (("e", "1234", "5678"), ("e12345678",))),
        ("२ अप्रैल", (("2", "अप्रैल"), ("2अप्रैल",))),
        ("", ()),
        ("  *\"' ", ()),
    ],
)
def test_words_dates_and_numbers_are_recognised(typed: str, readings: tuple[tuple[str, ...], ...]) -> None:
    assert understood(typed).readings == readings


def test_a_search_for_nothing_is_false() -> None:
    assert not understood(" - ")
    assert understood("a")


def test_the_order_of_dates_can_be_set() -> None:
    assert understood("03/04/1998", order="mdy").readings[0] == ("19980304",)


def test_a_word_falls_into_runs_of_unspaced_characters() -> None:
    assert list(runs("wang王伟x")) == [("wang",), ("王", "伟"), ("x",)]


@given(st.text(max_size=300))
def test_any_text_is_understood_in_few_readings_of_few_words(text: str) -> None:
    query = understood(text)
    assert len(query.readings) <= 4
    assert all(len(words) <= 8 and all(words) for words in query.readings)
