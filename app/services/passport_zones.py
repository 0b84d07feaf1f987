"""Fill a person's passport from a machine-readable zone, after looking at both side by side."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import passports
from app.domain.choices import NameKind, NationalityKind, PassportKind, PassportState
from app.domain.mrz import Mrz, require_sound
from app.domain.passports import Difference
from app.domain.people import Name, Nationality, Part, Passport, Person
from app.i18n import N_
from app.services import people, records
from db import trail
from db.models.person import PersonRow


def differences(session: Session, person_id: UUID, zone: Mrz) -> tuple[Difference, ...]:
    """Return the zone's values beside the person's; nothing is changed."""
    person = people.person(session, person_id)
    return passports.differences(person, _passport(person, zone), _name(person), zone)


def _passport(person: Person, zone: Mrz) -> Passport | None:
    """Return the passport the zone is of: the one of its number, or one whose number is still missing."""
    same = [p for p in person.passports if p.number == zone.number]
    blank = [p for p in person.passports if not p.number]
    return next(iter([*same, *blank]), None)


def _name(person: Person) -> Name | None:
    return next((name for name in person.names if name.kind is NameKind.PASSPORT), None)


@trail.operation("person:fill-passport", N_("Fill passport from its zone"))
def fill(
    session: Session, person_id: UUID, zone: Mrz, chosen: Sequence[tuple[str, str]], today: date
) -> None:
    """Take the ``chosen`` fields (part, field) of the zone over, as one step.

    A zone cuts names and drops accents: names are taken over only where chosen. A passport of another
    number is added beside the ones there are. Raises ``UserError`` for a zone whose digits do not check.
    """
    require_sound(zone)
    person = people.person(session, person_id)
    taken: dict[str, dict[str, Any]] = {}
    for line in differences(session, person_id, zone):
        if (line.part, line.field) in set(chosen) and not line.is_same:
            taken.setdefault(line.part, {})[line.field] = line.value
    for name, value in taken.pop("", {}).items():
        version = records.find(session, PersonRow, person_id).version
        people.set_field(session, person_id, version, name, value, today)
    for part_name, values in taken.items():
        part = replace(_target(part_name, person, zone), **values)
        people.save_part(session, person_id, part_name, part, today)


def _target(part_name: str, person: Person, zone: Mrz) -> Part:
    """Return the part to change, or a new one of the right kind."""
    if part_name == "names":
        return _name(person) or Name(kind=NameKind.PASSPORT)
    if part_name == "nationalities":
        return Nationality(kind=NationalityKind.CURRENT)
    fresh = Passport(kind=PassportKind.ORDINARY, state=PassportState.CURRENT, number=zone.number)
    return _passport(person, zone) or fresh
