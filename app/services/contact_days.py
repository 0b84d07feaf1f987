"""When we were last in contact about a case: calls, meetings, messages, mails, and papers asked for."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from app.domain.timeline import CONTACTS
from db.models.case import CaseNoteRow, ItemRow
from db.models.mail import MailRow


def last(session: Session, cases: Sequence[UUID]) -> dict[UUID, date]:
    """Return the last day of contact of cases, by key; a case without any is left out."""
    found: dict[UUID, date] = {}
    for case_id, at in session.execute(_moments(cases)):
        found[case_id] = max(at.astimezone().date(), found.get(case_id, date.min))
    days = (func.max(ItemRow.asked_on), func.max(ItemRow.last_chased_on))
    asked = select(ItemRow.case_id, *days).where(ItemRow.case_id.in_(cases))
    for case_id, *on in session.execute(asked.group_by(ItemRow.case_id)):
        known = [each for each in (*on, found.get(case_id)) if each]
        if known:
            found[case_id] = max(known)
    return found


def _moments(cases: Sequence[UUID]) -> Any:
    """Return the query for the moments of what was said and written."""
    spoken_at = func.coalesce(CaseNoteRow.happened_at, CaseNoteRow.written_at).label("at")
    spoken = select(CaseNoteRow.case_id, spoken_at)
    spoken = spoken.where(CaseNoteRow.case_id.in_(cases), CaseNoteRow.kind.in_(CONTACTS))
    mailed = select(MailRow.case_id, func.coalesce(MailRow.sent_at, MailRow.kept_at).label("at"))
    return union_all(spoken, mailed.where(MailRow.case_id.in_(cases)))
