"""The board: the keys of open cases by stage, and a window of cards."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain import board, cases
from app.domain import today as days
from app.domain.board import Held, Situation
from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.i18n import Bilingual
from app.services import firm_tables, item_codes
from db.models.case import CaseRow, ItemRow
from db.models.deadline_listing import DeadlineListing
from db.models.firm import User
from db.models.person_row import PersonListing


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One case on the board; ``allowed`` are the stages it may go to, ``what`` names an overdue deadline."""

    id: UUID
    version: int
    number: str
    client: str
    native_name: str
    category: str
    stage: Stage
    since: date
    allowed: tuple[Stage, ...]
    owner: str
    held: Held
    what: Bilingual | None = None


def columns(
    session: Session, *, owners: Collection[UUID] | None = None, office_id: UUID | None = None
) -> dict[Stage, list[UUID]]:
    """Return the cases of each column, those that stand there longest first; ``owners`` as of a list."""
    query = select(CaseRow.id, CaseRow.stage).where(
        CaseRow.archived.is_(False), CaseRow.stage.in_(board.COLUMNS)
    )
    if owners is not None:
        query = query.where(CaseRow.owner_id.in_(owners))
    if office_id is not None:
        query = query.where(CaseRow.office_id == office_id)
    found: dict[Stage, list[UUID]] = {stage: [] for stage in board.COLUMNS}
    for key, stage in session.execute(query.order_by(CaseRow.stage_since, CaseRow.number)):
        found[stage].append(key)
    return found


def cards(session: Session, keys: Sequence[UUID], day: date) -> list[Card]:
    """Return the cards of ``keys``, in that order; a case that is gone is left out."""
    query = (
        select(CaseRow, PersonListing.name, PersonListing.native_name, User.name)
        .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
        .outerjoin(User, User.id == CaseRow.owner_id)
        .where(CaseRow.id.in_(keys))
    )
    overdue, papers = _overdue(session, keys, day), _papers(session, keys)
    asked, rules = _asked(session, keys), firm_tables.known_deadlines(session)
    found = {}
    for row, client, native, owner in session.execute(query):
        rule, over = overdue.get(row.id, ("", None))
        situation = Situation(
            stage=row.stage,
            since=row.stage_since,
            overdue=over,
            supplement=row.supplement_due,
            asked=asked.get(row.id),
            **papers.get(row.id, {}),
        )
        title = rules.named(rule).title if rule else None
        found[row.id] = _card(row, client, native, owner or "", board.first(situation), title)
    return [found[key] for key in keys if key in found]


def _card(
    row: CaseRow, client: str, native_name: str, owner: str, held: Held, what: Bilingual | None
) -> Card:
    return Card(
        id=row.id, version=row.version, number=row.number, client=client, native_name=native_name,
        category=row.category, stage=row.stage, since=row.stage_since,
        allowed=cases.allowed(row.stage, row.stage_before), owner=owner, held=held, what=what,
    )  # fmt: skip


def _overdue(session: Session, keys: Sequence[UUID], day: date) -> dict[UUID, tuple[str, date]]:
    """Return the deadline of each case that is over for the longest."""
    query = (
        select(DeadlineListing.case_id, DeadlineListing.rule, DeadlineListing.last_day)
        .where(DeadlineListing.case_id.in_(keys), DeadlineListing.last_day < day)
        .order_by(DeadlineListing.last_day.desc(), DeadlineListing.rule)
    )
    return {key: (rule, last_day) for key, rule, last_day in session.execute(query)}


def _papers(session: Session, keys: Sequence[UUID]) -> Mapping[UUID, dict[str, int]]:
    """Return how many papers before handing in are missing, and how many are here to be checked."""
    later = item_codes.of(session, lambda item: item.stage not in days.BEFORE_FILING, *board.COLLECTING)
    query = (
        select(ItemRow.case_id, ItemRow.state, func.count())
        .where(ItemRow.case_id.in_(keys), ItemRow.state.in_(days.OPEN_LINES))
        .where(ItemRow.applied != "no", ItemRow.item.not_in(later))
        .group_by(ItemRow.case_id, ItemRow.state)
    )
    found: dict[UUID, dict[str, int]] = {}
    for key, state, count in session.execute(query):
        counts = found.setdefault(key, {"missing": 0, "received": 0})
        counts["received" if state is ItemState.RECEIVED else "missing"] += count
    return found


def _asked(session: Session, keys: Sequence[UUID]) -> Mapping[UUID, date | None]:
    """Return when each client was last asked for papers that are not here."""
    ours = item_codes.of_office(session, *board.COLLECTING)
    last: Any = func.max(func.coalesce(ItemRow.last_chased_on, ItemRow.asked_on), type_=ItemRow.asked_on.type)
    query = (
        select(ItemRow.case_id, last)
        .where(ItemRow.case_id.in_(keys), ItemRow.state.in_(days.ASKED))
        .where(ItemRow.applied != "no", ItemRow.item.not_in(ours))
        .group_by(ItemRow.case_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}
