"""Heads found, guessed and remembered."""

import pytest

from app.domain.importing import Odd, Subject, heads
from tests.domain.importing.sheets import rows_of


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("Surname", "family"),
        ("GIVEN NAME", "given"),
        ("D.O.B.", "birth_date"),
        ("Date of birth (DD/MM/YYYY) *", "birth_date"),
        ("护照号码", "passport_number"),
        ("中文姓名", "chinese_whole"),
        ("Name", "name_family_last"),
        ("passport_expires_on", "passport_expires_on"),
        ("Date of\nbirth", "birth_date"),
        ("Shoe size", ""),
        ("Name (in Chinese)", ""),
        ("", ""),
    ],
)
def test_a_head_is_known_by_many_names(head: str, key: str) -> None:
    assert heads.guessed(Subject.PERSONS, [head]).get(0, "") == key


def test_a_column_is_meant_by_one_head_only() -> None:
    assert heads.guessed(Subject.PERSONS, ["DOB", "Birth date"]) == {0: "birth_date"}


def test_the_heads_may_stand_under_a_title_and_empty_lines() -> None:
    rows = rows_of(["Client list 2026"], ["made by", "Ana"], ["Surname", "Given name", "DOB"], ["SAMPLE"])
    table = heads.table(Subject.PERSONS, rows, [Odd(1, 0, "merged"), Odd(4, 0, "long")])
    assert table.heads == ("Surname", "Given name", "DOB")
    assert [row.number for row in table.rows] == [4]
    assert [odd.row for odd in table.odd] == [4]


def test_without_a_known_head_the_first_row_counts() -> None:
    table = heads.table(Subject.PERSONS, rows_of(["x", "y"], ["1", "2"]))
    assert (table.heads, len(table.rows)) == (("x", "y"), 1)
    assert heads.table(Subject.PERSONS, ()).rows == ()


def test_a_sheet_is_remembered_by_its_heads_alone() -> None:
    one = heads.signature(Subject.PERSONS, ["Surname", "DOB"])
    assert one == heads.signature(Subject.PERSONS, ["surname ", "dob"])
    assert one != heads.signature(Subject.CASES, ["Surname", "DOB"])
    assert one != heads.signature(Subject.PERSONS, ["DOB", "Surname"])


@pytest.mark.parametrize(
    ("head", "order"),
    [("DOB (dd/mm/yyyy)", "dmy"), ("Born MM-DD-YY", "mdy"), ("出生日期 年/月/日", "ymd"), ("DOB", "")],
)
def test_a_head_may_say_the_order_of_its_dates(head: str, order: str) -> None:
    assert heads.order_in(head) == order
