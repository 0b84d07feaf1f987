"""Cells read and written."""

from typing import Any

import pytest

from app.domain import places
from app.domain.choices import ContactKind, NameOrder, Sex
from app.domain.dates import PartialDate
from app.domain.importing import Odd, Subject, Table
from app.domain.importing import cell_values as v
from app.domain.importing.columns import by_key
from app.errors import UserError
from app.i18n import LANGUAGES, use
from tests.builders import TODAY
from tests.domain.importing.sheets import a_table

PERSONS = by_key(Subject.PERSONS)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("sex", "female", Sex.FEMALE),
        ("sex", "男", Sex.MALE),
        ("sex", "m", Sex.MALE),
        ("birth_date", "1998-04", PartialDate(1998, 4)),
        ("birth_date", "1998年4月2日", PartialDate(1998, 4, 2)),
        ("nationality", "印度", "IN"),
        ("family", "=1+1", "=1+1"),
        ("passport_number", "00123", "00123"),
        ("preferred_channel", "E-mail", ContactKind.EMAIL),
        ("preferred_language", "Hindi", "hi"),
        ("order", "Family name first", NameOrder.FAMILY_FIRST),
    ],
)
def test_a_cell_is_read_as_its_column_says(key: str, text: str, value: Any) -> None:
    assert v.value_of(PERSONS[key], text, TODAY) == value


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        ("sex", "perhaps", "not one of the choices"),
        ("birth_date", "+7", "not a date"),
        ("birth_date", "today", "not a date"),
        ("birth_date", "31 Feb 1998", "no such date"),
        ("birth_date", "2541-04-02", "year 2541"),
        ("birth_date", "03/04/1998", "two days"),
        ("nationality", "Atlantis", "no country"),
        ("passport_issued_on", "2023", "day is missing"),
        ("passport_blank_pages", "many", "whole number"),
    ],
)
def test_what_can_not_be_read_says_why(key: str, text: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        v.value_of(PERSONS[key], text, TODAY)


def test_yes_and_no_are_read_in_both_languages() -> None:
    flag = by_key(Subject.CASES)["refusal_not_stated"]
    assert [v.value_of(flag, text, TODAY) for text in ("yes", "是", "No", "0")] == [True, True, False, False]
    with pytest.raises(UserError):
        v.value_of(flag, "perhaps", TODAY)
    assert [v.text_of(flag, value) for value in (True, False)] == ["yes", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_and_choice_is_read_as_it_is_written(language: str) -> None:
    use(language)
    try:
        for country in places.countries("en"):
            text = v.text_of(PERSONS["nationality"], country.code)
            assert v.value_of(PERSONS["nationality"], text, TODAY) == country.code
        for tag in ("hi", "zh-Hans", "en-IN", "pt-BR", "ar"):
            text = v.text_of(PERSONS["preferred_language"], tag)
            assert v.value_of(PERSONS["preferred_language"], text, TODAY) == tag
        for sex in Sex:
            assert v.value_of(PERSONS["sex"], v.text_of(PERSONS["sex"], sex), TODAY) is sex
    finally:
        use("en")


def test_a_row_tells_what_its_cells_mean_and_what_is_wrong_by_column() -> None:
    table, meaning = a_table(["Surname", "DOB", "Unknown"], ["SAMPLE", "31 Feb 1998", "x"])
    reader = v.RowReader(Subject.PERSONS, table, meaning, TODAY)
    values, errors = reader.values(table.rows[0])
    assert values == {"family": "SAMPLE"}
    assert [(error.row, error.at, error.head) for error in errors] == [(2, 1, "DOB")]
    assert [reader.place_of(key) for key in ("birth_date", "sex")] == [1, -1]


@pytest.mark.parametrize("code", ["merged", "formula", "error", "long"])
def test_a_cell_that_is_not_what_it_seems_is_an_error_of_its_row(code: str) -> None:
    table, meaning = a_table(["Surname", "Shoes"], ["SAMPLE", "42"])
    odd = Table(table.heads, table.rows, (Odd(2, 0, code, "A1:A2"), Odd(2, 1, code, "B1")))
    _values, errors = v.RowReader(Subject.PERSONS, odd, meaning, TODAY).values(table.rows[0])
    assert [error.head for error in errors] == ["Surname"]  # the other column is not taken in
    assert "{" not in errors[0].message


def test_the_columns_whose_order_must_be_said_are_named() -> None:
    table, meaning = a_table(["Surname", "DOB", "Expiry"], ["A", "03/04/1998", "2033-05-01"])
    assert list(v.open_orders(Subject.PERSONS, table, meaning, TODAY)) == [1]
