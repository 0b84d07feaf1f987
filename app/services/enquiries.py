"""Enquiries: take one, edit it field by field, list them; a case that is opened settles its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking, enquiries, fields
from app.domain.conflicts import Decision
from app.domain.enquiries import Enquiry, EnquiryState, FirstCall
from app.errors import UserError
from app.i18n import N_, _
from app.services import people, records
from db import search, trail
from db.models.case import CaseRow
from db.models.enquiry import EnquiryRow
from db.models.person import PersonRow
from db.models.person_row import PersonListing

SORTS = ("taken_on", "name", "state", "taken_by")


@dataclass(frozen=True, slots=True)
class Taken:
    """An enquiry just taken, and the person it is of."""

    id: UUID
    person_id: UUID


@dataclass(frozen=True, slots=True)
class EnquiryLine:
    """One enquiry in a list; ``case`` is the number of the case it became, or ""."""

    id: UUID
    version: int
    person_id: UUID
    name: str
    native_name: str
    birth_date: str
    nationality: str
    state: EnquiryState
    taken_on: date
    taken_by: str
    wanted: str
    referrer: str
    case_id: UUID | None
    case: str


@trail.operation("enquiry:add", N_("Take enquiry"))
def add(session: Session, call: FirstCall, today: date, *, person_id: UUID | None = None) -> Taken:
    """Take an enquiry of a new person, or of one who is there already.

    Raises ``UserError`` naming the field that can't be so.
    """
    asked = {field.name: getattr(call, field.name) for field in fields.of(Enquiry)}
    work = trail.of(session)
    given = replace(
        Enquiry(**asked), taken_on=call.taken_on or today, taken_by=call.taken_by or work.actor.name
    )
    noted = checking.fields_of(given, today)
    key = person_id or people.add(session, enquiries.person_of(call), today)
    _refuse_own(noted, key)
    records.find(session, PersonRow, key)
    row = EnquiryRow(person_id=key, state=EnquiryState.NEW)
    records.put(row, noted)
    session.add(row)
    session.flush()
    return Taken(row.id, key)


def _refuse_own(noted: Enquiry, person_id: UUID) -> None:
    if noted.referrer_id == person_id:
        raise UserError(_("Nobody refers themselves."), field="referrer_id")


@trail.operation("enquiry:edit", N_("Edit enquiry"))
def set_field(session: Session, enquiry_id: UUID, version: int, name: str, value: Any, today: date) -> int:
    """Set one field; return the new version. Raises ``UserError`` beside the field, or ``Conflict``."""
    row = records.current(session, EnquiryRow, enquiry_id, version)
    whole = replace(records.value_of(Enquiry, row), **{name: value})
    checked = checking.fields_of(whole, today, only=name)
    _refuse_own(checked, row.person_id)
    if checked.taken_on is None:
        raise UserError(_("An enquiry has a day."), field="taken_on")
    setattr(row, name, getattr(checked, name))
    session.flush()
    return row.version


def enquiry(session: Session, enquiry_id: UUID) -> Enquiry:
    """Return what was noted of one call. Raises ``UserError`` where it is gone."""
    return records.value_of(Enquiry, records.find(session, EnquiryRow, enquiry_id))


def is_unchecked(session: Session, person_id: UUID) -> bool:
    """Say whether the enquiry that a new case would settle has no decision on conflicts yet."""
    row = _newest_open(session, person_id)
    return row is not None and row.state is EnquiryState.NEW


def settle(session: Session, person_id: UUID, case_id: UUID) -> None:
    """Let the newest open enquiry of a person become the case that was opened for them."""
    row = _newest_open(session, person_id)
    if row is not None:
        row.state, row.case_id = EnquiryState.CASE, case_id


def _newest_open(session: Session, person_id: UUID) -> EnquiryRow | None:
    is_open = EnquiryRow.state.in_(enquiries.OPEN)
    query = select(EnquiryRow).where(EnquiryRow.person_id == person_id, is_open, ~EnquiryRow.archived)
    newest = query.order_by(EnquiryRow.taken_on.desc(), EnquiryRow.id.desc()).limit(1)
    return session.scalars(newest).first()


def take_decision(session: Session, enquiry_id: UUID, decision: Decision) -> None:
    """Move an enquiry as the decision on its conflicts says; one that became a case stays so."""
    row = records.find(session, EnquiryRow, enquiry_id)
    if row.state is not EnquiryState.CASE:
        is_declined = decision is Decision.DECLINED
        row.state = EnquiryState.DECLINED if is_declined else EnquiryState.CHECKED


def ids(
    session: Session,
    *,
    sort: str = "taken_on",
    descending: bool = True,
    state: EnquiryState | None = None,
    typed: str = "",
) -> list[UUID]:
    """Return the keys of the enquiries asked for, sorted; ``typed`` is a name in any script."""
    query = select(EnquiryRow.id).join(PersonListing, PersonListing.person_id == EnquiryRow.person_id)
    query = query.where(~EnquiryRow.archived)
    if state is not None:
        query = query.where(EnquiryRow.state == state)
    if typed.strip():
        found = search.find(session.connection(), typed, limit=200, archived=None)
        query = query.where(PersonListing.seq.in_(found))
    column: Any = PersonListing.sort_name if sort == "name" else getattr(EnquiryRow, sort)
    order = (column, EnquiryRow.id)
    return list(session.scalars(query.order_by(*((c.desc() if descending else c) for c in order))))


def lines(session: Session, keys: Sequence[UUID]) -> list[EnquiryLine]:
    """Return the lines of ``keys``, in that order; an enquiry that is gone is left out."""
    found = {line.id: line for line in _lines(session, _QUERY.where(EnquiryRow.id.in_(keys)))}
    return [found[key] for key in keys if key in found]


def of_person(session: Session, person_id: UUID) -> list[EnquiryLine]:
    """Return the enquiries of one person, newest first."""
    return _lines(session, _QUERY.where(EnquiryRow.person_id == person_id))


_QUERY = (
    select(EnquiryRow, PersonListing, CaseRow.number)
    .join(PersonListing, PersonListing.person_id == EnquiryRow.person_id)
    .outerjoin(CaseRow, CaseRow.id == EnquiryRow.case_id)
    .where(~EnquiryRow.archived)
    .order_by(EnquiryRow.taken_on.desc(), EnquiryRow.id.desc())
)


def _lines(session: Session, query: Any) -> list[EnquiryLine]:
    found = session.execute(query).all()
    referrers = _called(session, {row.EnquiryRow.referrer_id for row in found})
    return [
        EnquiryLine(
            id=row.EnquiryRow.id,
            version=row.EnquiryRow.version,
            person_id=row.EnquiryRow.person_id,
            name=row.PersonListing.name,
            native_name=row.PersonListing.native_name,
            birth_date=row.PersonListing.birth_date,
            nationality=row.PersonListing.nationality,
            state=row.EnquiryRow.state,
            taken_on=row.EnquiryRow.taken_on,
            taken_by=row.EnquiryRow.taken_by,
            wanted=row.EnquiryRow.wanted,
            referrer=referrers.get(row.EnquiryRow.referrer_id, "") or row.EnquiryRow.referrer,
            case_id=row.EnquiryRow.case_id,
            case=row.number or "",
        )
        for row in found
    ]


def _called(session: Session, keys: set[UUID | None]) -> dict[UUID | None, str]:
    query = select(PersonListing.person_id, PersonListing.name).where(PersonListing.person_id.in_(keys))
    return {row.person_id: row.name for row in session.execute(query)}
