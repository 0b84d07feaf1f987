"""Absences: who is away, who stands in, and whose cases are mine meanwhile."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain import absences, checking
from app.domain.absences import Absence
from app.i18n import N_
from app.services import case_people, records
from app.services.deputies import rows as rows  # their page knows them from here
from db import trail
from db.models.absence import AbsenceRow


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
