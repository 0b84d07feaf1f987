"""Store each rule set once, under the hash of its text."""

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from db.models.case import RuleSetRow


def keep(session: Session, sha256: str, text: str) -> None:
    """Store a rule set's text unless it is there; texts of the same hash are the same."""
    if find(session, sha256) is None:
        session.connection().execute(insert(RuleSetRow), {"sha256": sha256, "text": text})


def find(session: Session, sha256: str) -> str | None:
    """Return the text of a stored rule set."""
    return session.scalar(select(RuleSetRow.text).where(RuleSetRow.sha256 == sha256))
