"""The list of open deadlines of all cases, by the moment each falls due."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.domain.deadline_rules import DeadlinePack, DeadlineRule
from app.services import firm_tables
from db.models.case import CaseRow
from db.models.deadline_listing import DeadlineListing
from db.models.firm import User
from db.models.person_row import PersonListing

MOST = 1000  # lines shown at once; the rest is counted, and found by filter


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One open deadline in a list; ``due`` is UTC, ``last_day`` the day in China.

    ``certain`` is false while it is open whether it applies at all.
    """

    id: UUID
    case_id: UUID
    number: str
    client: str
    native_name: str
    category: str
    rule: DeadlineRule
    due: datetime
    last_day: date
    provisional: bool
    certain: bool
    owner: str


def lines(
    session: Session,
    *,
    owners: Collection[UUID] | None = None,
    category: str = "",
    first: date | None = None,
    last: date | None = None,
) -> list[AgendaLine]:
    """Return open deadlines, the earliest first: of some owners, one category, or days from first to last."""
    query = _filtered(select(*_COLUMNS.values()), owners, category, first, last)
    query = query.order_by(DeadlineListing.due, CaseRow.number, DeadlineListing.rule).limit(MOST)
    names = list(_COLUMNS)
    rules = firm_tables.known_deadlines(session)
    return [_line(dict(zip(names, row, strict=True)), rules) for row in session.execute(query)]


def count(session: Session, *, owners: Collection[UUID] | None = None, category: str = "") -> int:
    """Return how many open deadlines there are in all."""
    query = _filtered(select(func.count(DeadlineListing.id)), owners, category, None, None)
    return int(session.scalars(query).one())


def by_day(
    session: Session, first: date, last: date, *, owners: Collection[UUID] | None = None, category: str = ""
) -> dict[date, int]:
    """Return how many open deadlines fall on each day in China of a span that has any."""
    counted: Any = select(DeadlineListing.last_day, func.count(DeadlineListing.id))
    query = _filtered(counted, owners, category, first, last).group_by(DeadlineListing.last_day)
    return {row[0]: row[1] for row in session.execute(query)}


def categories(session: Session) -> list[str]:
    """Return the visa categories that have open deadlines."""
    query = select(CaseRow.category).join(DeadlineListing, DeadlineListing.case_id == CaseRow.id)
    return sorted(session.scalars(query.distinct()))


def _filtered(
    query: Select[Any], owners: Collection[UUID] | None, category: str, first: date | None, last: date | None
) -> Select[Any]:
    query = query.join(CaseRow, CaseRow.id == DeadlineListing.case_id)
    query = query.join(PersonListing, PersonListing.person_id == CaseRow.person_id)
    query = query.outerjoin(User, User.id == DeadlineListing.owner_id)
    if owners is not None:
        query = query.where(DeadlineListing.owner_id.in_(owners))
    if category:
        query = query.where(CaseRow.category == category)
    if first is not None:
        query = query.where(DeadlineListing.last_day >= first)
    if last is not None:
        query = query.where(DeadlineListing.last_day <= last)
    return query


_COLUMNS: dict[str, Any] = {
    "id": DeadlineListing.id,
    "case_id": DeadlineListing.case_id,
    "number": CaseRow.number,
    "client": PersonListing.name,
    "native_name": PersonListing.native_name,
    "category": CaseRow.category,
    "rule": DeadlineListing.rule,
    "due": DeadlineListing.due,
    "last_day": DeadlineListing.last_day,
    "provisional": DeadlineListing.provisional,
    "certain": DeadlineListing.certain,
    "owner": User.name,
}


def _line(values: dict[str, Any], rules: DeadlinePack) -> AgendaLine:
    rule = rules.named(values["rule"])
    return AgendaLine(**{**values, "rule": rule, "owner": values["owner"] or ""})


def cases_of(found: Sequence[AgendaLine]) -> list[UUID]:
    """Return the cases of lines, each once, in their order."""
    return list(dict.fromkeys(line.case_id for line in found))
