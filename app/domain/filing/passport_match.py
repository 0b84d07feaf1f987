"""Whether what goes into the form equals the passport: every name, number and date, side by side.

Name, sex, birth date, nationality and passport data must equal the data page, or the file comes back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain import passports
from app.domain.checklist import Line
from app.domain.choices import NameKind, NationalityKind
from app.domain.mrz import Mrz
from app.domain.people import Name, Passport, Person
from app.i18n import N_

RECORD = N_("Record of the passport")
CHECKLIST = N_("Passport as it lay before us")
ZONE = N_("Zone of the passport")


@dataclass(frozen=True, slots=True)
class Match:
    """One value of the form beside the passport's. ``label`` and ``source`` are msgids."""

    label: str
    form: str
    passport: str
    source: str
    is_same: bool


def matches(
    person: Person, passport: Passport | None, lines: Iterable[Line], zone: Mrz | None = None
) -> tuple[Match, ...]:
    """Return what was compared: with the record, with the checklist's line of the passport, with the zone."""
    found = [*_record(person, passport), *_paper(passport, lines)]
    return (*found, *_zone(person, passport, zone)) if zone else tuple(found)


def _record(person: Person, passport: Passport | None) -> Iterator[Match]:
    named = next((name for name in person.names if name.kind is NameKind.PASSPORT), None)
    keyed = named or next(iter(person.names), Name())
    held = passport or Passport()
    yield _pair(N_("Family name"), keyed.family, named.family if named else None, RECORD)
    yield _pair(N_("Given names"), keyed.given, named.given if named else None, RECORD)
    born = person.birth_date
    yield Match(N_("Date of birth"), str(born or ""), "", RECORD, born is not None and born.full is not None)
    yield Match(N_("Sex"), person.sex.value if person.sex else "", "", RECORD, person.sex is not None)
    current = (each for each in person.nationalities if each.kind is not NationalityKind.FORMER)
    keyed_country = next((each.country for each in current), "")
    yield _pair(N_("Nationality"), keyed_country, held.country or None, RECORD)
    for label, value in (
        (N_("Passport number"), held.number),
        (N_("Date of issue"), _iso(held.issued_on)),
        (N_("Date of expiry"), _iso(held.expires_on)),
    ):
        yield Match(label, value, value, RECORD, bool(value))


def _paper(passport: Passport | None, lines: Iterable[Line]) -> Iterator[Match]:
    """Compare with what somebody noted from the passport itself: the paper that must last beyond the day."""
    held = passport or Passport()
    for line in lines:
        if line.item.months_beyond:
            for label, ours, noted in (
                (N_("Passport number"), held.number, line.record.number),
                (N_("Date of issue"), _iso(held.issued_on), _iso(line.record.issued_on)),
                (N_("Date of expiry"), _iso(held.expires_on), _iso(line.record.valid_until)),
            ):
                if noted:
                    yield _pair(label, ours, noted, CHECKLIST)


def _zone(person: Person, passport: Passport | None, zone: Mrz) -> Iterator[Match]:
    name = next((each for each in person.names if each.kind is NameKind.PASSPORT), None)
    for each in passports.differences(person, passport, name, zone):
        yield Match(each.label, each.ours, each.zones, ZONE, each.is_same)


def _pair(label: str, form: str, passport: str | None, source: str) -> Match:
    return Match(label, form, passport or "", source, passport is not None and form == passport)


def _iso(on: date | None) -> str:
    return on.isoformat() if on else ""
