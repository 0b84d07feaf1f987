"""Persons: add, edit field by field, archive; the whole of one as a value."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking
from app.domain.choices import Purpose
from app.domain.people import PARTS, Consent, Declaration, Part, Person, Relative
from app.errors import UserError
from app.i18n import N_, _
from app.services import kinship, records
from db import trail
from db.models.person import PART_ROWS, ConsentRow, DeclarationRow, NameRow, PersonPart, PersonRow


def person(session: Session, person_id: UUID) -> Person:
    """Return a person with all parts; section-8 answers are left out (see ``open_declarations``)."""
    row = session.get(PersonRow, person_id)
    if row is None:
        raise UserError(_("This person is not in the casebook."))
    return replace(records.value_of(Person, row), **_parts(session, person_id, without=("declarations",)))


def persons(session: Session, ids: Sequence[UUID]) -> dict[UUID, Person]:
    """Return many persons as ``person`` does, by key: one query for each table, not for each of them."""
    parts = {
        name: records.by_owner(session, PART_ROWS[name], "person_id", ids)
        for name in PARTS
        if name != "declarations"
    }
    found: dict[UUID, Person] = {}
    for row in session.scalars(select(PersonRow).where(PersonRow.id.in_(ids))):
        held: dict[str, Any] = {
            name: tuple(records.value_of(PARTS[name], part) for part in by_person.get(row.id, ()))
            for name, by_person in parts.items()
        }
        found[row.id] = replace(records.value_of(Person, row), **held)
    return found


def refuse_archived(session: Session, person_id: UUID) -> None:
    """Raise ``UserError`` for a person who is archived, or is not in the casebook."""
    row = session.get(PersonRow, person_id)
    if row is None:
        raise UserError(_("This person is not in the casebook."), field="person")
    if row.archived:
        raise UserError(_("This person is archived."), _("Bring the person back first."), field="person")


def _parts(session: Session, person_id: UUID, without: tuple[str, ...] = ()) -> Mapping[str, Any]:
    there = records.names_with_rows(session, PART_ROWS, "person_id", person_id)
    return {
        name: tuple(records.value_of(kind, row) for row in _rows(session, PART_ROWS[name], person_id))
        for name, kind in PARTS.items()
        if name in there and name not in without
    }


def _rows(session: Session, rows: type[PersonPart], person_id: UUID) -> list[PersonPart]:
    """Return the rows of one part, in the order they were added (keys are in order of time)."""
    return list(session.scalars(records.of_owner(rows, "person_id"), {"key": person_id}))


@trail.operation("person:add", N_("Add person"))
def add(session: Session, value: Person, today: date) -> UUID:
    """Add a person with all parts given. Raises ``UserError`` naming the field that can't be so."""
    value = checking.person(value, today)
    if not any(name.family or name.given for name in value.names):
        raise UserError(_("A person needs a name."), field="names")
    if value.declarations and not any(_opens_declarations(each) for each in value.consents):
        raise _closed()
    row = PersonRow()
    records.put(row, value)
    session.add(row)
    session.flush()
    kinship.check(session, row.id, value.relatives)
    for name, rows in PART_ROWS.items():
        held = [{"person_id": row.id, **records.columns_of(part)} for part in getattr(value, name)]
        trail.bulk_insert(session, rows, held)
    return row.id


@trail.operation("person:edit", N_("Edit person"))
def set_field(session: Session, person_id: UUID, version: int, name: str, value: Any, today: date) -> int:
    """Set one field; return the new version. Raises ``UserError`` beside the field, or ``Conflict``."""
    row = records.current(session, PersonRow, person_id, version)
    whole = replace(person(session, person_id), **{name: value})
    setattr(row, name, getattr(checking.fields_of(whole, today, only=name), name))
    session.flush()
    return row.version


@trail.operation("person:edit-part", N_("Edit person"))
def save_part(session: Session, person_id: UUID, part_name: str, part: Part, today: date) -> Part:
    """Add or change a name, passport, address …; return it with its key and version.

    Raises ``UserError`` naming the field that can't be so, or ``Conflict``.
    """
    whole = person(session, person_id)
    part = checking.part(part, whole, today)
    _refuse_closed(session, person_id, part)
    if isinstance(part, Relative):
        kinship.check(session, person_id, [part])
    if part.id is None:
        row = PART_ROWS[part_name]()
        row.person_id = person_id
        session.add(row)
    else:
        row = records.current(session, PART_ROWS[part_name], part.id, part.version)
    records.put(row, part)
    session.flush()
    return records.value_of(type(part), row)


@trail.operation("person:edit-part", N_("Edit person"))
def save_parts(session: Session, person_id: UUID, part_name: str, parts: Sequence[Part], today: date) -> None:
    """Add or change several rows of one part as one step, such as the consents of one signature.

    Raises as ``save_part``, and then saves none.
    """
    for part in parts:
        save_part(session, person_id, part_name, part, today)


@trail.operation("person:remove-part", N_("Remove from person"))
def remove_part(session: Session, part_name: str, part_id: UUID, version: int) -> None:
    """Remove a name, passport, address … A person keeps at least one name."""
    row = records.current(session, PART_ROWS[part_name], part_id, version)
    if part_name == "names" and len(_rows(session, NameRow, row.person_id)) == 1:
        raise UserError(_("A person needs a name."), field="names")
    session.delete(row)


@trail.operation("person:archive", N_("Archive person"))
def archive(session: Session, person_id: UUID, version: int) -> None:
    """Take a person out of the lists; nothing is deleted."""
    records.current(session, PersonRow, person_id, version).archived = True


@trail.operation("person:restore", N_("Bring person back"))
def bring_back(session: Session, person_id: UUID, version: int) -> None:
    """Put an archived person back into the lists."""
    records.current(session, PersonRow, person_id, version).archived = False


@trail.operation("consent:withdraw", N_("Withdraw consent"))
def withdraw(session: Session, consent_id: UUID, version: int, today: date) -> None:
    """Record that a consent is withdrawn from today on; what rested on it closes at once.

    Raises ``UserError`` for one that was withdrawn before, or ``Conflict``.
    """
    row = records.current(session, ConsentRow, consent_id, version)
    if row.withdrawn_on is not None:
        raise UserError(_("This consent is withdrawn already."), field="withdrawn_on")
    row.withdrawn_on = today


def has_consent(session: Session, person_id: UUID, purpose: Purpose) -> bool:
    """Whether a consent for ``purpose`` was given and not withdrawn."""
    query = select(ConsentRow.id).where(
        ConsentRow.person_id == person_id,
        ConsentRow.purpose == purpose,
        ConsentRow.given_on.is_not(None),
        ConsentRow.notice_version != "",
        ConsentRow.withdrawn_on.is_(None),
    )
    return session.scalars(query.limit(1)).first() is not None


def _opens_declarations(consent: Consent) -> bool:
    given = consent.given_on and consent.notice_version and not consent.withdrawn_on
    return consent.purpose is Purpose.SENSITIVE and bool(given)


def _refuse_closed(session: Session, person_id: UUID, part: Part) -> None:
    if isinstance(part, Declaration) and not has_consent(session, person_id, Purpose.SENSITIVE):
        raise _closed()


def _closed() -> UserError:
    return UserError(
        _("These answers are closed until a consent to sensitive information is recorded."),
        _("Record the consent with the version of the notice and its date."),
    )


@trail.operation("person:open-declarations", N_("Open sensitive answers"), trail.FINAL)
def open_declarations(session: Session, person_id: UUID) -> tuple[Declaration, ...]:
    """Return the section-8 answers; the opening is recorded. Raises ``UserError`` without consent."""
    _refuse_closed(session, person_id, Declaration())
    trail.note(session, about=person_id)
    return declarations(session, person_id)


def declarations(session: Session, person_id: UUID) -> tuple[Declaration, ...]:
    """Return the section-8 answers, for an operation that records their use."""
    return tuple(records.value_of(Declaration, row) for row in _rows(session, DeclarationRow, person_id))
