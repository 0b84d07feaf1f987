"""When we were last in contact about a case: calls, meetings, messages, mails, and papers asked for.

The one definition: the first page, the hand-over list and bulk edit all ask here.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, union_all
from sqlalchemy.orm import Session

from app.domain.cases import Stage
from app.domain.timeline import CONTACTS
from app.services import item_codes
from app.services.moments import midnight
from db.models.case import CaseNoteRow, CaseRow, ItemRow
from db.models.mail import MailRow

_SPOKEN_AT = func.coalesce(CaseNoteRow.happened_at, CaseNoteRow.written_at, type_=CaseNoteRow.written_at.type)
_MAILED_AT = func.coalesce(MailRow.sent_at, MailRow.kept_at, type_=MailRow.kept_at.type)
_AT_ONCE = 1000  # keys in one query


def last(session: Session, cases: Sequence[UUID]) -> dict[UUID, date]:
    """Return the last day of contact of cases, by key; a case without any is left out."""
    found: dict[UUID, date] = {}
    ours = item_codes.of_office(session, *Stage)
    for at in range(0, len(cases), _AT_ONCE):
        found |= _last(session, cases[at : at + _AT_ONCE], ours)
    return found


def _last(session: Session, cases: Sequence[UUID], ours: Sequence[str]) -> dict[UUID, date]:
    found: dict[UUID, date] = {}
    for case_id, moment in session.execute(_moments(cases)):
        found[case_id] = max(moment.astimezone().date(), found.get(case_id, date.min))
    days = (func.max(ItemRow.asked_on), func.max(ItemRow.last_chased_on))
    asked = select(ItemRow.case_id, *days).where(ItemRow.case_id.in_(cases), ItemRow.item.not_in(ours))
    for case_id, *on in session.execute(asked.group_by(ItemRow.case_id)):
        known = [each for each in (*on, found.get(case_id)) if each]
        if known:
            found[case_id] = max(known)
    return found


def _moments(cases: Sequence[UUID]) -> Any:
    """Return the query for the moments of what was said and written."""
    spoken = select(CaseNoteRow.case_id, _SPOKEN_AT.label("at"))
    spoken = spoken.where(CaseNoteRow.case_id.in_(cases), CaseNoteRow.kind.in_(CONTACTS))
    mailed = select(MailRow.case_id, _MAILED_AT.label("at"))
    return union_all(spoken, mailed.where(MailRow.case_id.in_(cases)))


def is_over_since(day: date, ours: Sequence[str]) -> ColumnElement[bool]:
    """Whether the last contact about a case was on ``day`` or earlier; not so for one without any.

    ``ours`` are the items asked of nobody outside, see ``item_codes.of_office``.
    """
    after = midnight(day + timedelta(days=1))
    spoken = exists().where(CaseNoteRow.case_id == CaseRow.id, CaseNoteRow.kind.in_(CONTACTS))
    mailed = exists().where(MailRow.case_id == CaseRow.id)
    asked = exists().where(ItemRow.case_id == CaseRow.id, ItemRow.item.not_in(ours))
    days = (ItemRow.asked_on, ItemRow.last_chased_on)
    until = (spoken, mailed, asked.where(or_(*(each.is_not(None) for each in days))))
    since = (
        spoken.where(after <= _SPOKEN_AT),
        mailed.where(after <= _MAILED_AT),
        asked.where(or_(*(each > day for each in days))),
    )
    return and_(or_(*until), ~or_(*since))
