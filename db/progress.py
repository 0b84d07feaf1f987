"""Store what is derived of a case: progress, and when its content last changed. Never recorded."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.models.case import CaseRow, ItemRow


def store(session: Session, case_id: UUID, checked: int, counted: int, changed_at: datetime) -> None:
    """Store a case's progress and the moment (UTC) of its last change, past the change records."""
    session.connection().execute(
        update(CaseRow.__table__)  # type: ignore[arg-type]
        .where(CaseRow.id == case_id)
        .values(checked=checked, counted=counted, content_changed_at=changed_at)
    )


def store_applied(session: Session, applied: Mapping[UUID, str]) -> None:
    """Store whether lines apply ("yes", "ask", "no"), by the key of their row, past the change records."""
    for answer in sorted(set(applied.values())):
        keys = [key for key, value in applied.items() if value == answer]
        session.connection().execute(
            update(ItemRow.__table__)  # type: ignore[arg-type]
            .where(ItemRow.id.in_(keys))
            .values(applied=answer)
        )
