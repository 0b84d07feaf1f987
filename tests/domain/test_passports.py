"""Passports: what can't be right, how long they last, and how they differ from their zone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.choices import NameKind, Sex
from app.domain.dates import PartialDate
from app.domain.mrz import Holder, Mrz, compose, parse
from app.domain.passports import (
    Difference,
    check,
    differences,
    is_valid_for,
    months_left,
    problems,
    tidy_number,
)
from app.domain.people import Name, Nationality, Passport, Person
from app.errors import UserError

TODAY = date(2026, 11, 23)
BORN = PartialDate(1998, 4, 2)


GOOD = Passport(number="Z0000001", issued_on=date(2023, 5, 2), expires_on=date(2033, 5, 1), country="IN")


def a_passport(**changes: Any) -> Passport:
    return replace(GOOD, **changes)


def test_a_usual_passport_has_no_problem() -> None:
    assert problems(a_passport(), birth_date=BORN, today=TODAY) == ()
    assert problems(Passport(), today=TODAY) == ()


@pytest.mark.parametrize(
    ("changes", "field", "complaint"),
    [
        ({"issued_on": date(2026, 11, 24)}, "issued_on", "in the future"),
        ({"issued_on": date(1998, 4, 1)}, "issued_on", "before its holder was born"),
        ({"expires_on": date(2023, 5, 2)}, "expires_on", "before it was issued"),
        ({"issued_on": None, "expires_on": date(1997, 1, 1)}, "expires_on", "before its holder was born"),
        ({"number": "Z00000*1"}, "number", "“*” never stands"),
        ({"number": "Я0000001"}, "number", "“Я” never stands"),
    ],
)
def test_what_can_not_be_right_is_named_on_its_field(
    changes: dict[str, Any], field: str, complaint: str
) -> None:
    found = problems(a_passport(**changes), birth_date=BORN, today=TODAY)
    assert [problem.field for problem in found] == [field]
    assert complaint in found[0].message


def test_the_first_problem_is_raised() -> None:
    with pytest.raises(UserError, match="expires before it was issued"):
        check(a_passport(expires_on=date(2020, 1, 1)), today=TODAY)


def test_a_birth_date_known_in_part_accuses_nobody() -> None:
    assert problems(a_passport(issued_on=date(1998, 1, 5)), birth_date=PartialDate(1998), today=TODAY) == ()


@pytest.mark.parametrize(
    ("typed", "number"), [(" z 000-0001 ", "Z0000001"), ("ｚ１２３", "Z123"), ("ab.12/3", "AB123"), ("", "")]
)
def test_a_number_is_tidied_to_what_the_zone_has(typed: str, number: str) -> None:
    assert tidy_number(typed) == number


@pytest.mark.parametrize(
    ("expires", "on", "months"),
    [
        (date(2027, 5, 23), date(2026, 11, 23), 6),
        (date(2027, 5, 22), date(2026, 11, 23), 5),
        (date(2027, 2, 28), date(2026, 8, 31), 6),
        (date(2026, 11, 22), date(2026, 11, 23), -1),
    ],
)
def test_months_left_are_whole_months(expires: date, on: date, months: int) -> None:
    assert months_left(expires, on) == months


def test_six_months_are_kept_to_the_day() -> None:
    assert is_valid_for(date(2027, 5, 23), TODAY, months=6)
    assert not is_valid_for(date(2027, 5, 22), TODAY, months=6)


HOLDER = Holder(
    issuer="IND",
    family="SAMPLE",
    given="ANANYA",
    number="Z0000001",
    nationality="IND",
    birth_date=BORN,
    sex=Sex.FEMALE,
    expires_on=date(2033, 5, 1),
)


def zone(**changes: Any) -> Mrz:
    return parse(compose(replace(HOLDER, **changes)), today=TODAY)


NAME = Name(kind=NameKind.PASSPORT, family="Sample", given="Ananya")
PERSON = Person(sex=Sex.FEMALE, birth_date=BORN, nationalities=(Nationality(country="IN"),))


def differing(name: Name = NAME, person: Person = PERSON, **changes: Any) -> list[Difference]:
    found = differences(person, a_passport(), name, zone(**changes))
    return [difference for difference in found if not difference.is_same]


def test_a_zone_that_agrees_differs_in_nothing() -> None:
    assert differing() == []


def test_accents_and_hyphens_that_zones_can_not_write_are_no_difference() -> None:
    assert differing(Name(family="Müller-Sample", given="Ána"), family="MUELLER SAMPLE", given="ANA") == []


def test_each_difference_stands_side_by_side_with_the_value_to_take() -> None:
    found = differing(number="Z0000002", birth_date=PartialDate(1998, 4, 3), given="ANANYA DEVI")
    assert [(one.part, one.field, one.label, one.ours, one.zones) for one in found] == [
        ("names", "given", "Given names", "Ananya", "ANANYA DEVI"),
        ("", "birth_date", "Date of birth", "2 Apr 1998", "3 Apr 1998"),
        ("passports", "number", "Passport number", "Z0000001", "Z0000002"),
    ]
    assert found[1].value == PartialDate(1998, 4, 3)


def test_a_person_without_anything_takes_all_from_the_zone() -> None:
    found = differences(Person(), None, None, zone())
    assert all(one.is_new for one in found)
    assert {(one.part, one.field): one.value for one in found} == {
        ("names", "family"): "SAMPLE",
        ("names", "given"): "ANANYA",
        ("nationalities", "country"): "IN",
        ("", "birth_date"): BORN,
        ("", "sex"): Sex.FEMALE,
        ("passports", "country"): "IN",
        ("passports", "number"): "Z0000001",
        ("passports", "expires_on"): date(2033, 5, 1),
    }


def test_a_second_nationality_is_compared_with_the_one_that_fits() -> None:
    both = Person(
        sex=Sex.FEMALE, birth_date=BORN, nationalities=(Nationality(country="FR"), Nationality(country="IN"))
    )
    assert differing(person=both) == []


def test_a_status_instead_of_a_nationality_is_shown_by_its_meaning() -> None:
    found = differing(nationality="XXA")
    assert [(one.field, one.ours, one.zones, one.value) for one in found] == [
        ("country", "India", "Stateless person (XXA)", "")
    ]
