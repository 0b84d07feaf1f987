"""Store what is derived of a case: progress, and when its content last changed. Never recorded."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.models.case import CaseRow


def store(session: Session, case_id: UUID, checked: int, counted: int, changed_at: datetime) -> None:
    """Store a case's progress and the moment (UTC) of its last change, past the change records."""
    session.connection().execute(
        update(CaseRow.__table__)  # type: ignore[arg-type]
        .where(CaseRow.id == case_id)
        .values(checked=checked, counted=counted, content_changed_at=changed_at)
    )
