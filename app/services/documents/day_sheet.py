"""The day sheet: what one day asks of the office, over all open cases or those of one owner."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import Stage, is_open
from app.domain.checklist import Line
from app.domain.conditions import Answer
from app.domain.filing.day_sheet import DayLine, DaySheet
from app.domain.item_records import ItemState
from app.domain.people import Person
from app.errors import UserError
from app.i18n import Bilingual, _, both, filled
from app.services import checklists, filing, firms, people
from app.services.orders import Order
from db.models.case import CaseRow

AHEAD = timedelta(days=7)  # appointments and due dates as far ahead are on the sheet
EXPIRING = timedelta(days=30)
PASSPORT = timedelta(days=183)  # posts ask for six months
TITLES_NAMED = 1  # of the papers of one case that hang on one day
WAITED = timedelta(days=7)  # since we last asked, or the authority last said something
_TO_COME = (ItemState.NEEDED, ItemState.REQUESTED, ItemState.RETURNED)
_IN_HAND = (ItemState.RECEIVED, ItemState.ACCEPTED)
_HANDED_IN = (Stage.HANDED_IN, Stage.DECIDED, Stage.ARRIVED)
_WITH_AUTHORITY = (Stage.PRE_REVIEW, Stage.HANDED_IN)

_Found = tuple[date, Bilingual]  # what, and the day it hangs on


@dataclass(frozen=True, slots=True)
class _Case:
    """One open case as the sheet looks at it."""

    row: CaseRow
    person: Person
    lines: tuple[Line, ...]
    owner: str


def gather(session: Session, order: Order, today: date) -> DaySheet:
    """Return the sheet of ``order.day``, else of today. Raises ``UserError`` for an owner who is nobody."""
    day = order.day or today
    names = firms.names(session)
    if order.owner_id is not None and order.owner_id not in names:
        raise UserError(_("Nobody in this casebook has that key."), field="owner")
    cases = [
        _case(session, row, names.get(row.owner_id, "") if row.owner_id else "", today)
        for row in _open(session, order)
    ]
    return DaySheet(
        firm=firms.block(session),
        day=day,
        data_as_of=_changed(cases, day),
        owner=names[order.owner_id] if order.owner_id else "",
        cases=len(cases),
        appointments=_listed(cases, lambda case: _appointments(case, day)),
        due=_listed(cases, lambda case: _due(case, day)),
        expiring=_listed(cases, lambda case: _expiring(case, day)),
        waiting=_listed(cases, lambda case: _waiting(case, day)),
    )


def _open(session: Session, order: Order) -> list[CaseRow]:
    query = select(CaseRow).where(
        CaseRow.archived.is_(False), CaseRow.stage.in_([stage for stage in Stage if is_open(stage)])
    )
    if order.owner_id is not None:
        query = query.where(CaseRow.owner_id == order.owner_id)
    return list(session.scalars(query.order_by(CaseRow.number)))


def _case(session: Session, row: CaseRow, owner: str, today: date) -> _Case:
    person = people.person(session, row.person_id)
    found = checklists.evaluated(session, row, today, person).lines
    return _Case(row, person, tuple(line for line in found if line.applies is not Answer.NO), owner)


def _changed(cases: Sequence[_Case], day: date) -> datetime:
    return max((case.row.content_changed_at for case in cases), default=datetime.combine(day, time(), UTC))


def _listed(cases: Sequence[_Case], found: Callable[[_Case], Iterator[_Found]]) -> tuple[DayLine, ...]:
    lines = [
        DayLine(
            case_number=case.row.number,
            client=filing.spoken_name(case.person).en,
            what=what,
            on=on,
            owner=case.owner,
        )
        for case in cases
        for on, what in found(case)
    ]
    return tuple(sorted(lines, key=lambda line: (line.on, line.case_number)))


def _appointments(case: _Case, day: date) -> Iterator[_Found]:
    on = case.row.appointment_on
    if on and day <= on <= day + AHEAD:
        yield on, both("Appointment")


def _due(case: _Case, day: date) -> Iterator[_Found]:
    row = case.row
    if row.supplement_due and row.supplement_due <= day + AHEAD and row.stage not in _HANDED_IN:
        yield row.supplement_due, both("Supplement due")
    if row.planned_filing and row.planned_filing <= day + AHEAD and row.stage not in _HANDED_IN:
        yield row.planned_filing, both("Planned filing")
    asked: dict[date, list[Bilingual]] = {}
    for line in case.lines:
        due = line.record.due_on
        if due and due <= day + AHEAD and line.state in _TO_COME:
            asked.setdefault(due, []).append(line.item.title)
    yield from ((due, _together(titles)) for due, titles in asked.items())


def _expiring(case: _Case, day: date) -> Iterator[_Found]:
    passport = filing.current_passport(case.person)
    if passport and passport.expires_on and passport.expires_on <= day + PASSPORT:
        yield passport.expires_on, both("Passport")
    before = case.row.visa_enter_before
    if before and before <= day + EXPIRING and case.row.stage is not Stage.ARRIVED:
        yield before, both("Enter before")
    for line in case.lines:
        if line.valid_until and line.valid_until <= day + EXPIRING and line.state in _IN_HAND:
            yield line.valid_until, line.item.title


def _waiting(case: _Case, day: date) -> Iterator[_Found]:
    row = case.row
    if row.stage in _WITH_AUTHORITY:
        since = row.authority_status_on or row.stage_since
        if since <= day - WAITED:
            yield since, both(row.stage.label)
    asked = [line for line in case.lines if line.state is ItemState.REQUESTED]
    days = [line.record.last_chased_on or line.record.asked_on for line in asked]
    last = max((on for on in days if on), default=None)
    if last and last <= day - WAITED:
        yield last, _together([line.item.title for line in asked])


def _together(titles: Sequence[Bilingual]) -> Bilingual:
    """Return several papers of one case as one text: the first few by title, and how many more."""
    found = list(dict.fromkeys(titles))
    named, more = found[:TITLES_NAMED], len(found) - TITLES_NAMED
    if more > 0:
        named.append(filled(both("{count} more"), count=more))
    return Bilingual("; ".join(title.en for title in named), "\uff1b".join(title.zh for title in named))
