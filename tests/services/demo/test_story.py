"""The story's data: plainly fictional, whole, and moved by whole years."""

import re
from datetime import date

import pytest

from app.domain import checking
from app.services import case_edits, client_files
from app.services.demo import story
from tests.builders import TODAY

STORY = story.read(TODAY)


def test_everybody_named_is_somebody_in_the_story() -> None:
    keys = {person["key"] for person in STORY.persons}
    logins = {user["login"] for user in STORY.users}
    offices = {office["key"] for office in STORY.offices}
    for case in STORY.cases:
        assert case["client"] in keys
        assert {case["owner"], *(move["from"] for move in case.get("moved", ()))} <= logins
        assert case["office"] in offices
    for person in STORY.persons:
        assert {relative["person"] for relative in person.get("relatives", ())} <= keys


def test_every_address_on_the_net_is_an_example() -> None:
    written = repr([STORY.firm, STORY.persons, STORY.cases])
    for domain in re.findall(r"@([\w.-]+)", written):
        assert domain in {"example.com", "example.org", "example.net"}


def test_every_telephone_number_is_of_a_range_for_fiction() -> None:
    """Ofcom keeps 020 7946 0xxx and 07700 900xxx for drama, North America 555 01xx."""
    numbers = [
        contact["value"]
        for person in STORY.persons
        for contact in person.get("contacts", ())
        if contact["kind"] == "phone"
    ]
    for number in [*numbers, STORY.firm["phone"]]:
        assert re.fullmatch(r"\+44 (20 7946 0\d{3}|7700 900\d{3})|\+1 \d{3} 555 01\d\d", number)


@pytest.mark.parametrize("today", [date(2026, 2, 1), TODAY, date(2028, 2, 29), date(2041, 12, 31)])
def test_everybody_can_be_as_told_on_any_day(today: date) -> None:
    for table in story.read(today).persons:
        shape = {
            name: value for name, value in table.items() if name not in ("key", "added", "by", "relatives")
        }
        checking.person(client_files.person_of(shape, today), today)


@pytest.mark.parametrize("today", [date(2026, 2, 1), date(2041, 12, 31)])
def test_every_fact_and_field_can_be_as_told_on_any_day(today: date) -> None:
    for case in story.read(today).cases:
        for values in (case.get("set", {}), *(later["set"] for later in case.get("later", ()))):
            for name, value in values.items():
                case_edits.edit(name, value, today)


@pytest.mark.parametrize(
    ("today", "years"),
    [(date(2026, 11, 23), 0), (date(2026, 11, 22), -1), (date(2027, 11, 22), 0), (date(2027, 11, 23), 1)],
)
def test_years_are_counted_as_birthdays_are(today: date, years: int) -> None:
    assert story.whole_years(date(2026, 11, 23), today) == years


def test_only_calendar_dates_in_fields_of_dates_move() -> None:
    table = {
        "birth_date": "1998-04-02",
        "since": "2015",
        "issued_on": "-41m",
        "postcode": "2015",
        "end": "2020-06",
    }
    assert story.moved(table, 2) == {
        "birth_date": "2000-04-02",
        "since": "2017",
        "issued_on": "-41m",
        "postcode": "2015",
        "end": "2022-06",
    }
