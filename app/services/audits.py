"""What an owner looks for from time to time: no date, originals and files kept, papers nobody else saw."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from app.domain import item_records
from app.domain import today as days
from app.domain.cases import Stage, is_open
from app.domain.fields import Labelled
from app.domain.item_records import ItemState, OriginalAt
from app.domain.rulepack import Audience, Item
from app.i18n import N_, Bilingual
from app.services import firms, frozen_rules, history
from db.models.case import CaseRow, ItemRow
from db.models.deadline_listing import DeadlineListing
from db.models.operation import Change, Operation
from db.models.person_row import PersonListing

_AT_ONCE = 500  # keys in one question
_OVER = (Stage.CLOSED, Stage.WITHDRAWN)


class Audit(Labelled):
    """One list."""

    NO_DATE = "no-date", N_("Cases without a next date")
    ORIGINALS = "originals", N_("Originals held on closed cases")
    SAME_HANDS = "same-hands", N_("Checked by who collected")
    KEPT = "kept", N_("Files kept long enough")


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One finding. ``key`` names it, ``paper`` is what it is about (None for the case as a whole).

    ``since`` is the day the case came to its stage, the paper was checked, or the file was to be kept until;
    ``by`` who checked it.
    """

    key: UUID
    case_id: UUID
    number: str
    client: str
    stage: Stage
    owner: str
    paper: Bilingual | None = None
    since: date | None = None
    by: str = ""


def lines(session: Session, audit: Audit, today: date) -> list[AuditLine]:
    """Return the findings of one list, by case number. Reads the casebook through: run it in a job."""
    return _LISTS[audit](session, today)


def _kept(session: Session, today: date) -> list[AuditLine]:
    """Return closed cases whose file was to be kept until today, or a day before."""
    query = _cases().where(CaseRow.stage == Stage.CLOSED, CaseRow.keep_until <= today)
    names = firms.names(session)
    found = session.execute(query)
    return [_line(case.id, case, client, names, since=case.keep_until) for case, client in found]


def _no_date(session: Session, _today: date) -> list[AuditLine]:
    """Return open cases without an open deadline and without a paper that is due."""
    has_deadline = exists().where(DeadlineListing.case_id == CaseRow.id)
    has_paper = exists().where(
        ItemRow.case_id == CaseRow.id,
        ItemRow.due_on.is_not(None),
        ItemRow.state.in_(days.TO_COME),
        ItemRow.applied != "no",
    )
    open_stages = [stage for stage in Stage if is_open(stage)]
    query = _cases().where(CaseRow.stage.in_(open_stages), ~has_deadline, ~has_paper)
    names = firms.names(session)
    return [_line(case.id, case, client, names) for case, client in session.execute(query)]


def _originals(session: Session, _today: date) -> list[AuditLine]:
    query = _papers().where(CaseRow.stage.in_(_OVER), ItemRow.original_at == OriginalAt.OFFICE)
    names = firms.names(session)
    found = session.execute(query).all()
    return [_of_paper(session, item, case, client, names) for item, case, client in found]


def _same_hands(session: Session, _today: date) -> list[AuditLine]:
    """Return checked papers whose receipt nobody else recorded, as the history tells.

    The office's own work is no paper that anybody collects.
    """
    query = _papers().where(ItemRow.state == ItemState.ACCEPTED)
    found = [row for row in session.execute(query).all() if _is_collected(session, row[0], row[1])]
    hands = _hands(session, [item.id for item, _case, _client in found])
    names = firms.names(session)
    return [
        _of_paper(session, item, case, client, names, hands[item.id])
        for item, case, client in found
        if item.id in hands
    ]


def _rule(session: Session, item: ItemRow, case: CaseRow) -> Item | None:
    """Return what the case's rules say of a line; None where they no longer have it."""
    return frozen_rules.rules_of(session, case.rule_set).by_id.get(item.item)


def _is_collected(session: Session, item: ItemRow, case: CaseRow) -> bool:
    rule = _rule(session, item, case)
    return rule is None or rule.audience is not Audience.OFFICE


@dataclass(slots=True)
class _Hands:
    """Who recorded the receipt of a paper last, and who its check, and when."""

    received: UUID | None = None
    accepted: UUID | None = None
    by: str = ""
    on: date | None = None

    @property
    def are_the_same(self) -> bool:
        """Whether nobody but the one who checked it had it in hand."""
        return self.accepted is not None and self.received in (None, self.accepted)


def _hands(session: Session, items: Sequence[UUID]) -> Mapping[UUID, _Hands]:
    """Return, of those papers that only one had in hand, whose hands they were."""
    found: dict[UUID, _Hands] = {}
    for at in range(0, len(items), _AT_ONCE):
        moves = session.execute(_moves(items[at : at + _AT_ONCE])).all()
        undone = history.undone(session, [row.seq for row in moves])
        for row in moves:
            if row.seq not in undone:
                _follow(found.setdefault(row.row_id, _Hands()), row)
    return {key: hands for key, hands in found.items() if hands.are_the_same}


def _moves(items: Sequence[UUID]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Change.row_id, Change.after, Operation.seq, Operation.actor_id, Operation.actor_name, Operation.at
        )
        .join(Operation, Operation.seq == Change.operation_seq)
        .where(Change.row_id.in_(items), Change.after.like('%"state"%'), Operation.undoes.is_(None))
        .order_by(Change.operation_seq, Change.ordinal)
    )


def _follow(hands: _Hands, row: Any) -> None:
    state = json.loads(row.after).get("state")
    if state == ItemState.RECEIVED:
        hands.received = row.actor_id
    elif state == ItemState.ACCEPTED:
        hands.accepted, hands.by, hands.on = row.actor_id, row.actor_name, row.at.date()


def _cases() -> Select[*tuple[Any, ...]]:
    return (
        select(CaseRow, PersonListing.name)
        .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
        .where(CaseRow.archived.is_(False))
        .order_by(CaseRow.number)
    )


def _papers() -> Select[*tuple[Any, ...]]:
    return (
        select(ItemRow, CaseRow, PersonListing.name)
        .join(CaseRow, CaseRow.id == ItemRow.case_id)
        .join(PersonListing, PersonListing.person_id == CaseRow.person_id)
        .where(CaseRow.archived.is_(False), ItemRow.applied != "no")
        .order_by(CaseRow.number, ItemRow.item, ItemRow.repeat_key)
    )


def _line(key: UUID, case: CaseRow, client: str, names: Mapping[UUID, str], **more: Any) -> AuditLine:
    owner = names.get(case.owner_id, "") if case.owner_id else ""
    since = {"since": case.stage_since, **more}
    return AuditLine(key, case.id, case.number, client, case.stage, owner, **since)


def _of_paper(
    session: Session,
    item: ItemRow,
    case: CaseRow,
    client: str,
    names: Mapping[UUID, str],
    hands: _Hands | None = None,
) -> AuditLine:
    rule = _rule(session, item, case)
    title = item_records.titled(rule.title if rule else Bilingual(item.item, item.item), item)
    told = {"since": hands.on, "by": hands.by} if hands else {}
    return _line(item.id, case, client, names, paper=title, **told)


_LISTS: Mapping[Audit, Callable[[Session, date], list[AuditLine]]] = {
    Audit.NO_DATE: _no_date,
    Audit.ORIGINALS: _originals,
    Audit.SAME_HANDS: _same_hands,
    Audit.KEPT: _kept,
}
