"""What was typed and could not be saved survives a page change, a lock and a crash.

Run by ``Casebook.keep``: drafts lie in the encrypted casebook, and in no history.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.draft import Draft
from db.types import utc_now


def keep(session: Session, user_id: UUID, field: str, text: str) -> None:
    """Keep ``text`` as the user's unsaved text of ``field``."""
    draft = session.get(Draft, (user_id, field))
    if draft is None:
        draft = Draft(user_id=user_id, field=field, text=text, at=utc_now())
        session.add(draft)
    draft.text, draft.at = text, utc_now()


def drop(session: Session, user_id: UUID, field: str) -> None:
    """Forget the unsaved text of ``field``, once it is saved or given up."""
    draft = session.get(Draft, (user_id, field))
    if draft is not None:
        session.delete(draft)


def all_of(session: Session, user_id: UUID, prefix: str = "") -> dict[str, str]:
    """Return the user's unsaved texts by field, of the fields that begin with ``prefix``."""
    query = select(Draft.field, Draft.text).where(Draft.user_id == user_id)
    return {row.field: row.text for row in session.execute(query) if row.field.startswith(prefix)}
