"""The day sheet: what the first page shows of a day, over all open cases or those of one owner, on paper."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.cases import MOVES
from app.domain.filing.day_sheet import DayLine, DayList, DaySheet
from app.domain.today import Group, Next
from app.errors import UserError
from app.i18n import Bilingual, _, both
from app.services import deputies, firm_blocks, firms, papers_ending, today, today_lines
from app.services.orders import Order
from app.services.papers_ending import EndingLine
from app.services.today import Asked
from app.services.today_lines import TodayLine
from db.models.case import CaseRow

MOST = 100  # lines of one group; more are counted
BRIEF = 64  # characters of what a line is about
FEW = 12  # characters of "3 more" and its like
RUN_OUT_DAYS = 30


def gather(session: Session, order: Order, day: date) -> DaySheet:
    """Return the sheet of ``order.day``, else of today. Raises ``UserError`` for an owner who is nobody."""
    day = order.day or day
    names = firms.names(session)
    if order.owner_id is not None and order.owner_id not in names:
        raise UserError(_("Nobody in this casebook has that key."), field="owner")
    owners = deputies.mine(session, order.owner_id, day) if order.owner_id else None
    cases, changed = _open_cases(session, owners)
    return DaySheet(
        firm=firm_blocks.block(session),
        day=day,
        data_as_of=changed or datetime.combine(day, time(), UTC),
        owner=names[order.owner_id] if order.owner_id else "",
        cases=cases,
        lists=tuple(each for each in _lists(session, Asked(day, owners)) if each.lines),
    )


def _open_cases(session: Session, owners: frozenset[UUID] | None) -> tuple[int, datetime | None]:
    """Return how many cases are open, and when the last of them changed."""
    changed = func.max(CaseRow.content_changed_at, type_=CaseRow.content_changed_at.type)
    query = select(func.count(), changed).where(CaseRow.archived.is_(False), CaseRow.stage.in_(tuple(MOVES)))
    if owners is not None:
        query = query.where(CaseRow.owner_id.in_(owners))
    count, last = session.execute(query).one()
    return count, last


def _lists(session: Session, asked: Asked) -> Iterator[DayList]:
    for group in Group:
        keys = today.keys(session, group, asked)
        lines = today_lines.lines(session, group, asked, keys[:MOST])
        shown = tuple(_line(each) for each in lines)
        yield DayList(title=both(group.label), lines=shown, more=max(len(keys) - MOST, 0))
    yield _running_out(papers_ending.lines(session, asked.today, days=RUN_OUT_DAYS, owners=asked.owners))


def _line(line: TodayLine) -> DayLine:
    return DayLine(
        case_number=line.number,
        client=line.client,
        what=_brief(line.what),
        on=line.day,
        next=both(line.next.label),
        owner=line.owner,
    )


def _brief(words: Bilingual) -> Bilingual:
    """Return words that fit a line of a sheet for the desk; the casebook has them in full."""
    return Bilingual(_shortened(words.en, "; "), _shortened(words.zh, "\uff1b"))


def _shortened(text: str, mark: str) -> str:
    """Cut a text that is too long; a few words after the last ``mark``, such as how many more, stay."""
    if len(text) <= BRIEF:
        return text
    head, found, last = text.rpartition(mark)
    head, tail = (head, found + last) if found and len(last) <= FEW else (text, "")
    return f"{head[: BRIEF - len(tail)].rstrip()}…{tail}"


def _running_out(found: Sequence[EndingLine]) -> DayList:
    lines = tuple(
        DayLine(
            case_number=each.number,
            client=each.client,
            what=_brief(each.paper),
            on=each.ends_on,
            next=both(Next.RENEW.label),
            owner=each.owner,
        )
        for each in found[:MOST]
    )
    return DayList(title=both("Papers that run out"), lines=lines, more=max(len(found) - MOST, 0))
