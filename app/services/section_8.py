"""The answers to section 8 of the form, for a print that the user opened them for."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.choices import Purpose
from app.domain.filing.summary import SensitiveLine
from app.i18n import both
from app.services import people


def answers(session: Session, person_id: UUID) -> tuple[SensitiveLine, ...]:
    """Return the answers given; () without a consent to sensitive information."""
    if not people.has_consent(session, person_id, Purpose.SENSITIVE):
        return ()
    return tuple(
        SensitiveLine(question=both(d.question.label), answer=both(d.answer.label), detail=d.detail)
        for d in people.declarations(session, person_id)
        if d.question and d.answer
    )
