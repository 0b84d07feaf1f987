"""Persons found by terms: each field on three persons, and any text at all without an error."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.choices import ContactKind, NameKind, NationalityKind
from app.domain.dates import PartialDate
from app.domain.people import Contact, Name, Nationality
from app.domain.query_fields import person_fields
from app.services import people, people_list, people_search
from app.services.people_search import _COMPILE
from db.casebook import Casebook
from tests.builders import TODAY, a_consent, a_passport, add_person, open_case
from tests.domain.query_texts import hostile

TABLE = (
    ("", "abc"),
    ("sampleb", "b"),
    ("-sampleb", "ac"),
    ("name:sampleb,samplec", "bc"),
    ("test nationality:IN", "a"),
    ("nationality:India,Nepal", "ab"),
    ("-nationality:NP", "ac"),
    ("passport:000001", "b"),
    ("birth:1998", "ab"),
    ("birth:1998-04", "a"),
    ("birth:>1998", "c"),
    ("birth:..2001-01-31", "abc"),
    ("birth:none", ""),
    ("expires:<90d", "a"),
    ("expires:2028", "b"),
    ("expires:none", ""),
    ("consent:sensitive", "c"),
    ("consent:none", "ab"),
    ("language:zh", "b"),
    ("language:Chinese", "b"),
    ("has:cases", "a"),
    ("-has:open", "bc"),
    ("has:contact", "b"),
    ("has:passport", "abc"),
    ("archived:yes", "d"),
    ("archived:yes,no", "abcd"),
    ("nationality:Atlantis", ""),
)
Ask = Callable[[str], str]


@pytest.fixture
def ask(book: Casebook) -> Ask:
    """Add three persons, "a" to "c", and an archived "d"; return a function that says whom a text finds."""
    keys = [_person(book, at, name) for at, name in enumerate("ABCD")]
    open_case(book, keys[0])
    book.write(people.archive, keys[3], 1)

    def found(typed: str) -> str:
        seqs = book.read(people_search.find, typed, today=TODAY).keys
        return "".join(line.name[6].lower() for line in book.read(people_list.lines, seqs))

    return found


def _person(book: Casebook, at: int, name: str) -> UUID:
    countries = ("IN", "NP", "IN", "IN")
    more: dict[int, dict[str, Any]] = {
        1: {"contacts": (Contact(kind=ContactKind.EMAIL, value="b@example.org", language="zh"),)},
        2: {
            "consents": (a_consent(),),
            "nationalities": (
                Nationality(kind=NationalityKind.FORMER, country="NP"),
                Nationality(kind=NationalityKind.CURRENT, country="SG"),
            ),
        },
    }
    held: dict[str, Any] = {
        "names": (Name(kind=NameKind.PASSPORT, family=f"SAMPLE{name}", given="Test"),),
        "nationalities": (Nationality(kind=NationalityKind.CURRENT, country=countries[at]),),
        "passports": (a_passport(number=f"Z000000{at}", expires_on=date(2027 + at, 1, 31)),),
        "birth_date": (PartialDate(1998, 4, 2), PartialDate(1998), PartialDate(2001, 1), None)[at],
        **more.get(at, {}),
    }
    return add_person(book, **held)


def test_each_field_finds_its_persons(ask: Ask) -> None:
    assert {typed: ask(typed) for typed, _found in TABLE} == dict(TABLE)


def test_the_day_of_recording_is_read_from_the_key(book: Casebook) -> None:
    add_person(book)
    today = date.today()  # noqa: DTZ011
    assert len(book.read(people_search.find, "created:today", today=today).keys) == 1
    assert len(book.read(people_search.find, "created:<7d", today=today).keys) == 1
    assert not len(book.read(people_search.find, "created:>1d", today=today).keys)


def test_only_words_alone_are_looked_for_misspelt() -> None:
    assert people_search.words_of("Shrama", TODAY) == "Shrama"
    assert people_search.words_of("Shrama has:cases", TODAY) == ""


def test_every_field_of_a_person_is_compiled() -> None:
    assert {field.name for field in person_fields()} == set(_COMPILE)


def test_no_text_is_an_error_for_the_database(book: Casebook) -> None:
    add_person(book)
    for typed in hostile(150, seed=7):
        book.read(people_search.find, typed, today=TODAY)


def test_what_fits_stands_in_the_order_of_the_list(book: Casebook) -> None:
    for at, family in enumerate(("DELTA", "ALPHA", "CHARLIE", "BRAVO")):
        names = (Name(kind=NameKind.PASSPORT, family=family, given="Test"),)
        add_person(book, names=names, birth_date=PartialDate(2000 - at))
    found = book.read(people_search.find, "birth:..1999", today=TODAY).keys
    assert [line.name[:1] for line in book.read(people_list.lines, found)] == ["A", "B", "C"]
    found = book.read(
        people_search.find, "birth:..1999", today=TODAY, sort="birth_date", descending=True
    ).keys
    assert [line.name[:1] for line in book.read(people_list.lines, found)] == ["A", "C", "B"]
