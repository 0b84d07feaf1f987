"""Plainly fictional people and cases with good defaults, for tests."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.choices import (
    DegreeLevel,
    NameKind,
    NationalityKind,
    PassportKind,
    PassportState,
    Purpose,
    Sex,
    StudyMode,
    YesNo,
)
from app.domain.dates import PartialDate
from app.domain.people import Consent, Education, Name, Nationality, Passport, Person
from app.services import cases, people
from app.services.cases import Opened
from db.casebook import Casebook

TODAY = date(2026, 11, 23)


def a_person(**changes: Any) -> Person:
    """Return a fictional engineer from India with a passport and a degree."""
    person = Person(
        sex=Sex.FEMALE,
        birth_date=PartialDate(1998, 4, 2),
        birth_country="IN",
        residence_country="IN",
        names=(
            Name(kind=NameKind.PASSPORT, family="SAMPLE", given="Ananya"),
            Name(kind=NameKind.NATIVE, family="नमूना", given="अनन्या"),
        ),
        nationalities=(Nationality(kind=NationalityKind.CURRENT, country="IN"),),
        passports=(a_passport(),),
        education=(a_degree(),),
    )
    return replace(person, **changes)


def a_passport(**changes: Any) -> Passport:
    """Return a fictional passport that is good until 2033."""
    passport = Passport(
        kind=PassportKind.ORDINARY,
        number="Z0000001",
        country="IN",
        issued_on=date(2023, 5, 2),
        expires_on=date(2033, 5, 1),
        state=PassportState.CURRENT,
    )
    return replace(passport, **changes)


def a_degree(**changes: Any) -> Education:
    """Return a fictional bachelor's degree."""
    degree = Education(
        institution="Fictional Institute of Technology",
        country="IN",
        level=DegreeLevel.BACHELOR,
        degree="Bachelor of Technology",
        major="Materials science",
        mode=StudyMode.ON_SITE,
        end=PartialDate(2020, 6),
        awarded=YesNo.YES,
    )
    return replace(degree, **changes)


def a_consent(**changes: Any) -> Consent:
    """Return a consent to sensitive information."""
    consent = Consent(
        purpose=Purpose.SENSITIVE, notice_version="2026-01", language="en", given_on=date(2026, 11, 2)
    )
    return replace(consent, **changes)


def add_person(book: Casebook, **changes: Any) -> UUID:
    """Add a fictional person to a casebook; return the key."""
    return book.write(people.add, a_person(**changes), TODAY).result


def open_case(book: Casebook, person_id: UUID | None = None, **changes: Any) -> Opened:
    """Open a K case at a fictional client's post; return its key and number."""
    details = {"category": "K", "post": "new-delhi", "today": TODAY, **changes}
    return book.write(cases.open_case, person_id or add_person(book), **details).result
