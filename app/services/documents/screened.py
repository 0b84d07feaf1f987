"""What the filing summary says of a case's screening: the last one that somebody confirmed."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.filing.summary import Reason
from app.domain.screening import Group, Result
from app.domain.screening_record import RecordedReason, RecordedScreening
from app.i18n import both
from app.services import citations, screening


def block(session: Session, case_id: UUID) -> tuple[tuple[Reason, ...], str, date | None]:
    """Return the confirmed reasons that count, the worst first, then who confirmed them and on which day."""
    record = screening.last_confirmed(session, case_id)
    if record is None or record.at is None:
        return (), "", None
    return tuple(_reason(each) for each in _counting(record)), record.by, record.at.date()


def _counting(record: RecordedScreening) -> list[RecordedReason]:
    """Return the reasons without those that only route."""
    counted = [each for each in record.reasons if Group.ROUTING not in each.groups]
    return sorted(counted, key=lambda each: list(Result).index(each.result), reverse=True)


def _reason(reason: RecordedReason) -> Reason:
    return Reason(
        text=reason.why,
        result=both(reason.result.label),
        basis=reason.basis,
        sources=citations.cited(reason.sources),
    )
