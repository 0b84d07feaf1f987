"""The lines of the first page as they are shown, those of rules that run out included."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.domain.expiry import Concern
from app.domain.today import Group, Next
from app.i18n import Bilingual, both
from app.services import today, today_case_lines
from app.services.today_case_lines import TodayLine as TodayLine  # and so for the lines
from app.services.today_queries import Asked, Key


def lines(session: Session, group: Group, asked: Asked, keys: Sequence[Key]) -> list[TodayLine]:
    """Return the lines of ``keys``, in that order; one that is settled meanwhile is left out."""
    if group is not Group.RULES:
        return today_case_lines.lines(session, group, asked, keys)
    concerns = today.concerns(session, asked)
    return [_of_rule(key, concerns[str(key.id)]) for key in keys if key.id in concerns]


def all_lines(session: Session, group: Group, asked: Asked) -> list[TodayLine]:
    """Return all lines of a group."""
    return lines(session, group, asked, today.keys(session, group, asked))


def _of_rule(key: Key, concern: Concern) -> TodayLine:
    state = both(concern.state.label)
    what = Bilingual(f"{state.en}: {concern.title.en}", f"{state.zh}：{concern.title.zh}")
    return TodayLine(key=key, what=what, day=concern.due, next=Next.READ_RULE, tab="")
