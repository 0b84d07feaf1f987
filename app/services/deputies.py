"""Who is absent, and whose cases are somebody's meanwhile."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import absences
from app.domain.absences import Absence
from app.services import records
from db.models.absence import AbsenceRow


def rows(session: Session) -> list[Absence]:
    """Return all absences recorded, those that end last first."""
    found = session.scalars(select(AbsenceRow).order_by(AbsenceRow.end.desc(), AbsenceRow.id))
    return [records.value_of(Absence, row) for row in found]


def mine(session: Session, user_id: UUID, today: date) -> frozenset[UUID]:
    """Return whose cases are somebody's to look after on a day: their own, and of those they stand in for."""
    return absences.standing_in(rows(session), user_id, today) | {user_id}


def standing_in(session: Session, user_id: UUID, today: date) -> list[Absence]:
    """Return the absences that make others' cases somebody's to look after on a day."""
    running = [each for each in rows(session) if each.covers(today)]
    away = absences.standing_in(running, user_id, today)
    return [each for each in running if each.user_id in away]
