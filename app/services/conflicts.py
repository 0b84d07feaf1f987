"""Conflict checks: decided by somebody, and kept with what was searched for and found."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking, conflicts
from app.domain.conflicts import Decision, Search
from app.errors import UserError
from app.i18n import N_, _
from app.services import enquiries, records
from db import trail
from db.models.enquiry import ConflictCheckRow, EnquiryRow
from db.models.person import PersonRow

_REASON_LIMIT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A conflict check as it was decided; ``decided_at`` is UTC."""

    id: UUID
    enquiry_id: UUID | None
    search: Search
    decision: Decision
    reason: str
    decided_by: str
    decided_at: datetime


@trail.operation("conflict:decide", N_("Decide on conflicts"))
def decide(
    session: Session,
    person_id: UUID,
    search: Search,
    decision: Decision | None,
    *,
    reason: str = "",
    enquiry_id: UUID | None = None,
) -> UUID:
    """Keep what was found and what is decided about it; an enquiry moves on by it. Return the check's key.

    ``search`` is what whoever decides was shown. Raises ``UserError`` where a decision or reason is missing.
    """
    records.find(session, PersonRow, person_id)
    decision, reason = _sound(search, decision, reason)
    if enquiry_id is not None:
        _move_on(session, person_id, enquiry_id, decision)
    work = trail.of(session)
    row = ConflictCheckRow(
        person_id=person_id,
        enquiry_id=enquiry_id,
        search=conflicts.to_text(search),
        decision=decision,
        reason=reason,
        decided_by=work.actor.name,
        decided_at=work.at,
    )
    session.add(row)
    session.flush()
    return row.id


def _move_on(session: Session, person_id: UUID, enquiry_id: UUID, decision: Decision) -> None:
    if records.find(session, EnquiryRow, enquiry_id).person_id != person_id:
        raise UserError(_("This enquiry is somebody else's."))
    enquiries.take_decision(session, enquiry_id, decision)


def _sound(search: Search, decision: Decision | None, typed: str) -> tuple[Decision, str]:
    """Return the decision and its reason if they can stand. Raises ``UserError``."""
    reason = checking.text(typed, limit=_REASON_LIMIT, lines=True, field="reason")
    if decision is None:
        raise UserError(_("Say what is decided."), field="decision")
    if decision is Decision.WAIVED and not search.hits:
        raise UserError(_("Nothing was found that could be waived."), field="decision")
    if decision in conflicts.NEED_REASON and not reason:
        raise UserError(_("Say why."), _("The reason is kept with the check."), field="reason")
    return decision, reason


def of_person(session: Session, person_id: UUID) -> tuple[Check, ...]:
    """Return every check of a person that was decided, newest first."""
    query = select(ConflictCheckRow).where(ConflictCheckRow.person_id == person_id)
    rows = session.scalars(query.order_by(ConflictCheckRow.id.desc()))
    return tuple(
        Check(
            id=row.id,
            enquiry_id=row.enquiry_id,
            search=conflicts.from_text(row.search),
            decision=row.decision,
            reason=row.reason,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
        )
        for row in rows
    )
