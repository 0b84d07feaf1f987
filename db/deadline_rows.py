"""Store the derived rows of open deadlines, which lists sort and filter. Never recorded."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from db.models.deadline_listing import DeadlineListing, DeadlineListingMade


def store(session: Session, cases: Sequence[UUID], rows: Sequence[Mapping[str, Any]]) -> None:
    """Put ``rows`` in place of all that is listed of ``cases``, past the change records."""
    connection = session.connection()
    connection.execute(delete(DeadlineListing).where(DeadlineListing.case_id.in_(cases)))
    if rows:
        connection.execute(insert(DeadlineListing), rows)


def made_from(session: Session) -> str:
    """Return the hash of the limits that the whole list was last made by; "" for none."""
    return session.scalar(select(DeadlineListingMade.limits)) or ""


def note_made_from(session: Session, sha256: str) -> None:
    """Note the hash of the limits that the whole list is made by now."""
    connection = session.connection()
    connection.execute(delete(DeadlineListingMade))
    connection.execute(insert(DeadlineListingMade), [{"limits": sha256}])
