"""Persons of a sheet written as one step, which one undo takes back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import checking, fields
from app.domain.importing.duplicates import Choice
from app.domain.people import PARTS, Part, Passport, Person
from app.i18n import N_
from app.services import importing, people, records
from app.services.importing import Preview
from db import trail
from db.models.person import PART_ROWS, PersonRow

# Parts of which one of each kind is enough, by the field that tells them apart.
_TOLD_APART = {"names": "kind", "nationalities": "kind", "contacts": "kind", "addresses": "kind"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: rows added, persons filled, rows left out by choice, rows with errors."""

    added: int = 0
    filled: int = 0
    skipped: int = 0
    wrong: int = 0
    keys: tuple[UUID, ...] = ()


@trail.operation("person:import", N_("Import persons"))
def accept(session: Session, ready: Preview, choices: Mapping[int, Choice], today: Any) -> Taken:
    """Write the rows of a preview; rows that look like somebody by ``choices``, else as is usual.

    Raises ``UserError`` where a column is missing or no row is good; then nothing is written.
    """
    importing.refuse_unready(ready)
    chosen = {**ready.usual(), **choices}
    same = {like.row: like.person_id for like in reversed(ready.likes) if like.person_id}
    new = [one for one in ready.candidates if chosen.get(one.row, Choice.ADD) is Choice.ADD]
    filled = [one for one in ready.candidates if chosen.get(one.row) is Choice.FILL and one.row in same]
    keys = add(session, [one.value for one in new])
    for one in filled:
        fill(session, same[one.row], one.value, today)
    importing.remember(session, ready.subject, ready.table, ready.meaning)
    skipped = len(ready.candidates) - len(new) - len(filled)
    trail.note(session, added=len(new), filled=len(filled), skipped=skipped, wrong=ready.wrong_rows)
    return Taken(len(new), len(filled), skipped, ready.wrong_rows, tuple(keys))


def add(session: Session, persons: Sequence[Person]) -> list[UUID]:
    """Write many checked persons with their parts, inside the operation under way; return their keys."""
    keys = trail.bulk_insert(session, PersonRow, map(records.columns_of, persons))
    for name, rows in PART_ROWS.items():
        held = (
            {"person_id": key, **records.columns_of(part)}
            for key, person in zip(keys, persons, strict=True)
            for part in getattr(person, name)
        )
        trail.bulk_insert(session, rows, held)
    return keys


def fill(session: Session, person_id: UUID, new: Person, today: Any) -> None:
    """Write into the empty fields of a person what a row has for them; nothing there is changed."""
    row = records.find(session, PersonRow, person_id)
    there = people.person(session, person_id)
    empty = {
        name: value
        for name in fields.named(Person)
        if (value := getattr(new, name)) and not getattr(there, name)
    }
    checking.fields_of(replace(there, **empty), today)
    for name, value in empty.items():
        setattr(row, name, value)
    for name, part in _missing(there, new):
        fresh = PART_ROWS[name]()
        fresh.person_id = person_id
        records.put(fresh, checking.part(part, there, today))
        session.add(fresh)
    _fill_passports(session, there, new)
    session.flush()


def _missing(there: Person, new: Person) -> Iterator[tuple[str, Part]]:
    """Yield the parts of ``new`` of a kind that ``there`` has none of."""
    for name in PARTS:
        kind = _TOLD_APART.get(name)
        held = {getattr(part, kind) for part in getattr(there, name)} if kind else set()
        for part in getattr(new, name):
            if (kind and getattr(part, kind) not in held) or (not kind and not getattr(there, name)):
                yield name, part


def _fill_passports(session: Session, there: Person, new: Person) -> None:
    """Fill in what is not known of a passport that both have."""
    for ours in there.passports:
        theirs = next((one for one in new.passports if one.number and one.number == ours.number), None)
        if theirs is None or ours.id is None:
            continue
        row = records.find(session, PART_ROWS["passports"], ours.id)
        for name in fields.named(Passport):
            if getattr(theirs, name) and not getattr(ours, name):
                setattr(row, name, getattr(theirs, name))
