"""Absences: who is away, who stands in, and whose cases are mine meanwhile."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import absences, checking
from app.domain.absences import Absence
from app.i18n import N_
from app.services import case_people, records
from db import trail
from db.models.absence import AbsenceRow


def rows(session: Session) -> list[Absence]:
    """Return all absences recorded, those that end last first."""
    found = session.scalars(select(AbsenceRow).order_by(AbsenceRow.end.desc(), AbsenceRow.id))
    return [records.value_of(Absence, row) for row in found]


@trail.operation("absence:save", N_("Record absence"))
def save(session: Session, absence: Absence, today: date) -> Absence:
    """Record an absence, or change one; return it with its key and version.

    Raises ``UserError`` where it lacks a person or a day, or names somebody who left.
    """
    absence = absences.check(checking.fields_of(absence, today))
    for name in ("user_id", "deputy_id"):
        case_people.present(session, getattr(absence, name), field=name)
    if absence.id is None:
        row = AbsenceRow()
        session.add(row)
    else:
        row = records.current(session, AbsenceRow, absence.id, absence.version)
    records.put(row, absence)
    session.flush()
    return records.value_of(Absence, row)


@trail.operation("absence:remove", N_("Remove absence"))
def remove(session: Session, absence_id: UUID, version: int) -> None:
    """Take an absence away: whoever stood in no longer does."""
    session.delete(records.current(session, AbsenceRow, absence_id, version))


def mine(session: Session, user_id: UUID, today: date) -> frozenset[UUID]:
    """Return whose cases are somebody's to look after on a day: their own, and of those they stand in for."""
    return absences.standing_in(rows(session), user_id, today) | {user_id}


def standing_in(session: Session, user_id: UUID, today: date) -> list[Absence]:
    """Return the absences that make others' cases somebody's to look after on a day."""
    running = [each for each in rows(session) if each.covers(today)]
    away = absences.standing_in(running, user_id, today)
    return [each for each in running if each.user_id in away]
