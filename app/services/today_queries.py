"""The groups of the first page that are about cases: how many lines each has, and their keys in order.

Each is one query. Its number and its list come from the same one, so that they are equal. The rules that
run out, which are no query and need most of what knows rules, are in ``today``: a start does not wait for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    CompoundSelect,
    Select,
    Subquery,
    case,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from app.domain import today as days
from app.domain.cases import MOVES, OVER, Stage
from app.domain.today import Group
from app.services import contact_days, item_codes
from db.models.case import CaseRow, ItemRow
from db.models.deadline_listing import DeadlineListing

DEADLINE, PAPER, CASE = "deadline", "paper", "case"

Query = Select[Any] | CompoundSelect[Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which day, and whose lines: of ``owners``, of one office's cases, or all. Rules are everybody's.

    Somebody's own lines are those of ``deputies.mine``: whom they stand in for included.
    """

    today: date
    owners: frozenset[UUID] | None = None
    office_id: UUID | None = None


class Key(NamedTuple):
    """Names one line: a deadline, a paper or a case by its key, and in ``today`` a rule by its name."""

    source: str
    id: UUID | str


def count(session: Session, group: Group, asked: Asked) -> int:
    """Return how many lines a group has."""
    counted = select(func.count()).select_from(lines_of(session, group, asked))
    return int(session.scalars(counted).one())


def has_cases(session: Session) -> bool:
    """Whether there is any case at all."""
    return session.scalars(select(CaseRow.id).limit(1)).first() is not None


def keys(session: Session, group: Group, asked: Asked) -> list[Key]:
    """Return the keys of a group's lines, the earliest day first; a line without a day comes first of all."""
    found = lines_of(session, group, asked).c
    if group is Group.SILENT:
        return _by_contact(session, found)
    ordered = select(found.source, found.id).order_by(
        found.day.is_not(None), found.day, found.number, found.id
    )
    return [Key(source, key) for source, key in session.execute(ordered)]


def _by_contact(session: Session, found: Any) -> list[Key]:
    """Return the keys of cases, those first with whom the last contact is longest ago."""
    cases = list(session.scalars(select(found.id).order_by(found.number)))
    last = contact_days.last(session, cases)
    return [Key(CASE, key) for key in sorted(cases, key=lambda key: last[key])]


def lines_of(session: Session, group: Group, asked: Asked) -> Subquery:
    """Return the query of a group: ``source``, ``id``, ``case_id``, ``number``, ``day``, ``owner_id``."""
    if group is Group.READY:
        later = item_codes.of(session, lambda item: item.stage not in days.BEFORE_FILING, Stage.CLIENT_SIGNED)
        return _ready(asked, later).subquery()
    if group is Group.SILENT:
        return _silent(asked, item_codes.of_office(session, *days.AT_HOME)).subquery()
    return _QUERIES[group](asked).subquery()


def _overdue(asked: Asked) -> Query:
    return union_all(
        _deadlines(asked).where(DeadlineListing.last_day < asked.today),
        _papers(asked).where(ItemRow.due_on < asked.today),
    )


def _soon(asked: Asked) -> Query:
    last = asked.today + days.SOON
    return union_all(
        _deadlines(asked).where(DeadlineListing.last_day.between(asked.today, last)),
        _papers(asked).where(ItemRow.due_on.between(asked.today, last)),
    )


def _columns(source: str, key: Any, day: Any, owner_id: Any) -> tuple[Any, ...]:
    return (
        literal(source).label("source"),
        key.label("id"),
        CaseRow.id.label("case_id"),
        CaseRow.number.label("number"),
        day.label("day"),
        owner_id.label("owner_id"),
    )


def _narrowed(query: Select[Any], asked: Asked, owner_id: Any) -> Select[Any]:
    query = query.where(CaseRow.archived.is_(False))
    if asked.owners is not None:
        query = query.where(owner_id.in_(asked.owners))
    if asked.office_id is not None:
        query = query.where(CaseRow.office_id == asked.office_id)
    return query


def _deadlines(asked: Asked) -> Select[Any]:
    """Return open deadlines, those of cases on hold included: the law does not wait for us."""
    owner_id = DeadlineListing.owner_id
    query = select(*_columns(DEADLINE, DeadlineListing.id, DeadlineListing.last_day, owner_id))
    return _narrowed(query.join(CaseRow, CaseRow.id == DeadlineListing.case_id), asked, owner_id)


def _papers(asked: Asked) -> Select[Any]:
    """Return papers of open cases that are not in hand and have the day by which they are due."""
    owner_id = func.coalesce(ItemRow.responsible_id, CaseRow.owner_id, type_=CaseRow.owner_id.type)
    query = select(*_columns(PAPER, ItemRow.id, ItemRow.due_on, owner_id))
    query = query.join(CaseRow, CaseRow.id == ItemRow.case_id).where(
        CaseRow.stage.in_(tuple(MOVES)), ItemRow.state.in_(days.TO_COME), ItemRow.applied != "no"
    )
    return _narrowed(query, asked, owner_id)


def _cases(asked: Asked, day: Any, *stages: Stage) -> Select[Any]:
    query = select(*_columns(CASE, CaseRow.id, day, CaseRow.owner_id)).where(CaseRow.stage.in_(stages))
    return _narrowed(query, asked, CaseRow.owner_id)


def _supplements(asked: Asked) -> Query:
    """Return cases at that stage, and those in which a day for it is open: somebody forgot the other."""
    owner_id = func.coalesce(DeadlineListing.owner_id, CaseRow.owner_id, type_=CaseRow.owner_id.type)
    query = (
        select(*_columns(CASE, CaseRow.id, DeadlineListing.last_day, owner_id))
        .outerjoin(
            DeadlineListing,
            (DeadlineListing.case_id == CaseRow.id) & (DeadlineListing.rule == days.SUPPLEMENT),
        )
        .where(CaseRow.stage.not_in(OVER))
        .where(or_(CaseRow.stage == Stage.SUPPLEMENT_ASKED, DeadlineListing.id.is_not(None)))
    )
    return _narrowed(query, asked, owner_id)


def _silent(asked: Asked, ours: Sequence[str]) -> Query:
    """Return cases that wait for papers from their client, with whom nobody was in contact of late.

    ``ours`` are not for clients. The day of contact is in ``keys`` and lines, from ``contact_days``.
    """
    waits = exists().where(
        ItemRow.case_id == CaseRow.id,
        ItemRow.state.in_(days.ASKED),
        ItemRow.applied != "no",
        ItemRow.item.not_in(ours),
    )
    silent = contact_days.is_over_since(asked.today - days.SILENT, ours)
    return _cases(asked, null(), *days.AT_HOME).where(waits, silent)


def _at_centre(asked: Asked) -> Query:
    seen = case(
        (CaseRow.authority_status_on > CaseRow.stage_since, CaseRow.authority_status_on),
        else_=CaseRow.stage_since,
    )
    return _cases(asked, seen, *days.WITH_AUTHORITY)


def _ready(asked: Asked, later: Sequence[str]) -> Query:
    """Return cases signed by the client of which no line is open but those that come ``later``."""
    is_open = exists().where(
        ItemRow.case_id == CaseRow.id,
        ItemRow.state.in_(days.OPEN_LINES),
        ItemRow.applied != "no",
        ItemRow.item.not_in(later),
    )
    return _cases(asked, CaseRow.stage_since, Stage.CLIENT_SIGNED).where(~is_open)


def _unscheduled(asked: Asked) -> Query:
    has_deadline = exists().where(DeadlineListing.case_id == CaseRow.id)
    has_paper = exists().where(
        ItemRow.case_id == CaseRow.id,
        ItemRow.due_on.is_not(None),
        ItemRow.state.in_(days.TO_COME),
        ItemRow.applied != "no",
    )
    return _cases(asked, CaseRow.stage_since, *days.AT_HOME).where(~has_deadline, ~has_paper)


_QUERIES: Mapping[Group, Callable[[Asked], Query]] = {
    Group.OVERDUE: _overdue,
    Group.SOON: _soon,
    Group.SUPPLEMENT: _supplements,
    Group.CENTRE: _at_centre,
    Group.UNSCHEDULED: _unscheduled,
}
