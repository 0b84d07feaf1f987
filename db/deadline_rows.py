"""Store the derived rows of open deadlines, which lists sort and filter. Never recorded."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from db.models.stay import DeadlineListing


def store(session: Session, cases: Sequence[UUID], rows: Sequence[Mapping[str, Any]]) -> None:
    """Put ``rows`` in place of all that is listed of ``cases``, past the change records."""
    connection = session.connection()
    connection.execute(delete(DeadlineListing).where(DeadlineListing.case_id.in_(cases)))
    if rows:
        connection.execute(insert(DeadlineListing), rows)
