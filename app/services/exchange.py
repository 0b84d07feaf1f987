"""Persons and cases as sheets that can be taken in again, and the empty template of both."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import fields
from app.domain.casefile import CaseFile
from app.domain.fields import Kind
from app.domain.importing import Subject, persons
from app.domain.importing.cell_values import text_of
from app.domain.importing.columns import Column, needed, written
from app.domain.people import PARTS, Person
from app.i18n import N_, _, language
from app.services import packs, records
from app.services.sheets import Sheet
from db.models.case import CaseNoteRow, CaseRow
from db.models.firm import Office, User
from db.models.person import PART_ROWS, PersonRow
from db.models.person_row import PersonListing

_CHUNK = 400  # persons read at once
_SENSITIVE = "declarations"  # never in a sheet


@dataclass(frozen=True, slots=True)
class Exchange:
    """A sheet to be taken in elsewhere; of ``partly`` persons or cases it does not hold everything."""

    sheet: Sheet
    partly: int


def sheet(session: Session, subject: Subject) -> Exchange:
    """Return all persons, or all cases, that are not archived, in the columns of the template."""
    return _persons(session) if subject is Subject.PERSONS else _cases(session)


def _titled(subject: Subject, rows: Sequence[Sequence[str]]) -> Sheet:
    return Sheet(_(subject.label), [_(column.label) for column in written(subject)], rows)


def _persons(session: Session) -> Exchange:
    rows, partly = [], 0
    for person in all_persons(session):
        texts = persons.texts_of(person)
        rows.append([texts[column.key] for column in written(Subject.PERSONS)])
        partly += persons.holds_more(person)
    return Exchange(_titled(Subject.PERSONS, rows), partly)


def all_persons(session: Session) -> Iterator[Person]:
    """Yield every person that is not archived, by name, without the sensitive answers."""
    query = (
        select(PersonListing.person_id)
        .where(PersonListing.archived.is_(False))
        .order_by(PersonListing.sort_name, PersonListing.seq)
    )
    keys = list(session.scalars(query))
    for first in range(0, len(keys), _CHUNK):
        yield from _some(session, keys[first : first + _CHUNK])


def _some(session: Session, keys: Sequence[UUID]) -> Iterator[Person]:
    found = {row.id: row for row in session.scalars(select(PersonRow).where(PersonRow.id.in_(keys)))}
    parts = {name: _parts(session, name, keys) for name in PARTS if name != _SENSITIVE}
    for key in keys:
        held: dict[str, Any] = {name: tuple(by_person[key]) for name, by_person in parts.items()}
        values = {name: getattr(found[key], name) for name in fields.named(Person)}
        yield Person(id=key, version=found[key].version, **values, **held)


def _parts(session: Session, name: str, keys: Sequence[UUID]) -> Mapping[UUID, list[Any]]:
    rows = PART_ROWS[name]
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in session.scalars(select(rows).where(rows.person_id.in_(keys)).order_by(rows.id)):
        found[row.person_id].append(records.value_of(PARTS[name], row))
    return found


def _cases(session: Session) -> Exchange:
    query = (
        select(CaseRow, PersonListing.name, PersonListing.passport, User.login, Office.name.label("office"))
        .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
        .outerjoin(User, User.id == CaseRow.owner_id)
        .outerjoin(Office, Office.id == CaseRow.office_id)
        .where(CaseRow.archived.is_(False))
        .order_by(CaseRow.number)
    )
    notes = _notes(session)
    rows = [_case(row, notes[row[0].id]) for row in session.execute(query)]
    return Exchange(_titled(Subject.CASES, rows), sum(len(held) > 1 for held in notes.values()))


def _notes(session: Session) -> Mapping[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for note in session.scalars(select(CaseNoteRow).order_by(CaseNoteRow.id)):
        found[note.case_id].append(note.text)
    return found


def _case(row: Any, notes: Sequence[str]) -> list[str]:
    case = row.CaseRow
    values = {
        **{name: getattr(case, name) for name in fields.named(CaseFile)},
        **{name: getattr(case, name) for name in ("category", "stage", "opened_on", "decision")},
        "client": row.name,
        "client_passport": row.passport,
        "post": packs.post(case.post).name.text(language()),
        "owner": row.login or "",
        "office": row.office or "",
        "note": "\n\n".join(notes),
    }
    return [text_of(column, values[column.key]) for column in written(Subject.CASES)]


_SAID = {
    Kind.DAY: (N_("A day"), "2026-11-23"),
    Kind.PARTIAL: (N_("A day, a month of a year, or a year"), "1998-04"),
    Kind.COUNTRY: (N_("A country: its name in English or Chinese, or its code"), "India"),
    Kind.LANGUAGE: (N_("A language: its name in English or Chinese, or its code"), "Hindi"),
    Kind.NUMBER: (N_("A whole number"), "90"),
    Kind.FLAG: (N_("yes or no"), "yes"),
    Kind.ZONE: (N_("A time zone"), "Asia/Kolkata"),
    Kind.CHOICE: (N_("One of these: {choices}"), ""),
}


def template(subject: Subject) -> list[Sheet]:
    """Return the empty template: a sheet with the heads alone, and one that explains every column."""
    heads = [_("Column"), _("What it holds"), _("Example"), _("Needed")]
    rows = [[_(one.label), *_explained(one), _need(subject, one)] for one in written(subject)]
    return [_titled(subject, []), Sheet(_("Explanations"), heads, rows)]


def _explained(column: Column) -> tuple[str, str]:
    said, example = _SAID.get(column.field.kind, (N_("Text"), ""))
    choices = ", ".join(_(choice.label) for choice in column.field.choices or ())
    return _(said).format(choices=choices), example


def _need(subject: Subject, column: Column) -> str:
    group = next((group for group in needed(subject) if column.key in group), ())
    if not group:
        return ""
    return _("yes") if len(group) == 1 else _("one of several")
