"""What each case stands at, for whoever takes it over: stage, next day, blocker, last contact, originals."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import blockers
from app.domain.casefile import PassportAt
from app.domain.cases import MOVES, Stage
from app.domain.checklist import Line
from app.domain.conditions import Answer
from app.domain.item_records import ItemState, OriginalAt
from app.i18n import Bilingual, both
from app.services import checklists, contact_days, firm_tables
from db.models.case import CaseRow
from db.models.deadline_listing import DeadlineListing
from db.models.firm import User
from db.models.person_row import PersonListing

_TO_COME = (ItemState.NEEDED, ItemState.REQUESTED, ItemState.RETURNED)

Told = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """One case as it is handed over; ``next_on`` is the earliest day that is set for it."""

    id: UUID
    version: int
    number: str
    client: str
    native_name: str
    category: str
    post: str
    owner_id: UUID | None
    owner: str
    stage: Stage
    stage_since: date
    next_on: date | None
    next_what: Bilingual | None
    blocker: Bilingual | None
    last_contact: date | None
    originals: tuple[Bilingual, ...]


def cases_of(session: Session, owner_ids: Iterable[UUID]) -> list[UUID]:
    """Return the keys of the cases that somebody has yet to work on, by number; paused ones too."""
    stages = (*MOVES, Stage.ON_HOLD)
    query = select(CaseRow.id).where(CaseRow.owner_id.in_(list(owner_ids)), CaseRow.archived.is_(False))
    return list(session.scalars(query.where(CaseRow.stage.in_(stages)).order_by(CaseRow.number)))


def lines(
    session: Session, keys: Sequence[UUID], today: date, *, told: Told = lambda done, of: None
) -> list[WorkLine]:
    """Return the lines of cases, in the order of ``keys``; slow for many, so ``told`` hears how far it is."""
    contacts = contact_days.last(session, keys)
    found = []
    for number, key in enumerate(keys):
        told(number, len(keys))
        row = session.get(CaseRow, key)
        if row is not None:
            found.append(_line(session, row, contacts.get(key), today))
    return found


def _line(session: Session, row: CaseRow, contact: date | None, today: date) -> WorkLine:
    there = [x for x in checklists.evaluated(session, row, today).lines if x.applies is not Answer.NO]
    listing = session.scalars(select(PersonListing).where(PersonListing.person_id == row.person_id)).one()
    owner = session.get(User, row.owner_id) if row.owner_id else None
    on, what = _next(session, row, there)
    return WorkLine(
        id=row.id,
        version=row.version,
        number=row.number,
        client=listing.name,
        native_name=listing.native_name,
        category=row.category,
        post=row.post,
        owner_id=row.owner_id,
        owner=owner.name if owner else "",
        stage=row.stage,
        stage_since=row.stage_since,
        next_on=on,
        next_what=what,
        blocker=blockers.of(row.stage, there),
        last_contact=contact,
        originals=(*_passport(row), *_originals(there)),
    )


def _passport(row: CaseRow) -> tuple[Bilingual, ...]:
    return (both("Passport"),) if row.passport_at is PassportAt.OFFICE else ()


def _originals(lines: Iterable[Line]) -> Iterator[Bilingual]:
    return (line.item.title for line in lines if line.record.original_at is OriginalAt.OFFICE)


def _next(session: Session, row: CaseRow, lines: Iterable[Line]) -> tuple[date | None, Bilingual | None]:
    """Return the earliest day set for a case, late ones included, and what is due then."""
    days: list[tuple[date, Bilingual]] = [
        (line.record.due_on, line.item.title)
        for line in lines
        if line.record.due_on and line.state in _TO_COME
    ]
    query = select(DeadlineListing.last_day, DeadlineListing.rule).where(DeadlineListing.case_id == row.id)
    rules = firm_tables.known_deadlines(session)
    days += [(day, rules.named(rule).title) for day, rule in session.execute(query)]
    return min(days, key=lambda each: each[0], default=(None, None))
