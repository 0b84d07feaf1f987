"""A zone fills the passport after a look at both sides, as one step."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain import mrz
from app.domain.choices import Sex
from app.domain.dates import PartialDate
from app.errors import UserError
from app.services import passport_zones, people
from db.casebook import Casebook
from tests.builders import TODAY, add_person


def a_zone() -> mrz.Mrz:
    holder = mrz.Holder(
        issuer="IND",
        family="SAMPLE",
        given="ANANYA",
        number="Z0000002",
        nationality="IND",
        birth_date=PartialDate(1998, 4, 3),
        sex=Sex.FEMALE,
        expires_on=date(2034, 1, 1),
    )
    return mrz.parse(mrz.compose(holder), today=TODAY)


def test_differences_are_shown_before_anything_changes(book: Casebook) -> None:
    key = add_person(book)
    shown = {(d.part, d.field): d for d in book.read(passport_zones.differences, key, a_zone())}
    assert shown["", "birth_date"].ours == "2 Apr 1998"
    assert shown["", "birth_date"].zones == "3 Apr 1998"
    assert shown["names", "given"].is_same
    assert book.read(people.person, key).birth_date == PartialDate(1998, 4, 2)


def test_only_the_chosen_fields_are_taken_over_and_undo_as_one(book: Casebook) -> None:
    key = add_person(book)
    chosen = [("", "birth_date"), ("passports", "number"), ("passports", "expires_on")]
    book.write(passport_zones.fill, key, a_zone(), chosen, TODAY)
    person = book.read(people.person, key)
    assert person.birth_date == PartialDate(1998, 4, 3)
    assert [p.number for p in person.passports] == ["Z0000001", "Z0000002"]
    book.undo()
    person = book.read(people.person, key)
    assert person.birth_date == PartialDate(1998, 4, 2)
    assert [p.number for p in person.passports] == ["Z0000001"]


def test_a_zone_that_does_not_check_fills_nothing(book: Casebook) -> None:
    key = add_person(book)
    wrong = mrz.parse([line.replace("Z0000002", "Z0000003") for line in a_zone().lines], today=TODAY)
    with pytest.raises(UserError):
        book.write(passport_zones.fill, key, wrong, [("passports", "number")], TODAY)
    assert replace(a_zone(), problems=()) == a_zone()
