"""Cases found by what is typed into the query box: its terms compiled to one WHERE, its words searched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, exists, false, func, or_, select
from sqlalchemy.orm import Session

from app.domain.cases import MOVES, Decision, Stage
from app.domain.choices import NationalityKind, PassportState
from app.domain.item_records import ItemState
from app.domain.query_fields import plain
from app.domain.query_terms import Asked, parse
from app.domain.query_values import Chosen, Known, Numbers, Value, Words
from app.services import case_list, deputies, query_offers
from app.services.query_conditions import (
    Column,
    Compile,
    Condition,
    Situation,
    compiled,
    counted,
    during,
    filled,
    known,
    on_days,
    within,
)
from db import search
from db.models.case import CaseRow, ItemRow
from db.models.firm import Office, User
from db.models.label import LabelRow
from db.models.person import NationalityRow, PassportRow
from db.models.person_row import PersonListing

MOST_PERSONS = 2000  # whom one word may stand for


@dataclass(frozen=True, slots=True)
class Found:
    """The keys of what was found, in order, and notes about what was not understood."""

    keys: Sequence[Any]
    notes: tuple[str, ...]


def find(
    session: Session,
    typed: str,
    *,
    today: date,
    user_id: UUID | None = None,
    sort: str = "number",
    descending: bool = False,
    stage: Stage | None = None,
    owners: Collection[UUID] | None = None,
) -> Found:
    """Return the cases that ``typed`` asks for, sorted and filtered as by ``case_list.ids``.

    ``user_id`` is who “me” is. Archived cases are found only where the search says so. Never raises for
    anything typed.
    """
    asked = parse(typed, query_offers.for_cases(session), today)
    situation = Situation(session, user_id, today)
    where = [*compiled(situation, asked.terms, _COMPILE), *without(session, asked)]
    keys = case_list.ids(
        session,
        sort=sort,
        descending=descending,
        stage=stage,
        owners=owners,
        typed=asked.words,
        archived=None if asked.term("archived") else False,
        where=where,
    )
    return Found(keys, asked.notes)


def without(session: Session, asked: Asked) -> list[Condition]:
    """Return what leaves out the cases of persons named with a minus."""
    return [CaseRow.person_id.not_in(_persons(session, words)) for words in asked.without]


def _persons(session: Session, words: str) -> Any:
    found = search.find(session.connection(), words, limit=MOST_PERSONS, archived=None)
    return select(PersonListing.person_id).where(PersonListing.seq.in_(found))


def _stage(_situation: Situation, value: Value) -> Condition:
    if isinstance(value, Chosen):
        return CaseRow.stage.in_([Stage(each) for each in value.values])
    return known(CaseRow.stage, value) if isinstance(value, Known) else false()


def _only_me(situation: Situation) -> frozenset[UUID | None]:
    return frozenset({situation.user_id})


def _those_i_stand_in_for(situation: Situation) -> frozenset[UUID]:
    """Return whose cases “me” means: the same people as everywhere else, see ``deputies.mine``."""
    return (
        deputies.mine(situation.session, situation.user_id, situation.today)
        if situation.user_id
        else frozenset()
    )


def _user(column: Column, mine: Callable[[Situation], Collection[UUID | None]] = _only_me) -> Compile:
    """Return what compiles a user by login, or “me”: the users that ``mine`` returns."""

    def compile_user(situation: Situation, value: Value) -> Condition:
        if isinstance(value, Known):
            return known(column, value)
        if not isinstance(value, Chosen):
            return false()
        theirs = column.in_(select(User.id).where(User.login.in_(value.values)))
        if query_offers.ME in value.values and situation.user_id is not None:
            return or_(theirs, column.in_(mine(situation)))
        return theirs

    return compile_user


def _office(_situation: Situation, value: Value) -> Condition:
    if isinstance(value, Known):
        return known(CaseRow.office_id, value)
    if not isinstance(value, Chosen):
        return false()
    return CaseRow.office_id.in_(select(Office.id).where(Office.name.in_(value.values)))


def label_on(key: Column) -> Compile:
    """Return what compiles labels on the person or case ``key``."""

    def compile_label(_situation: Situation, value: Value) -> Condition:
        there = exists().where(LabelRow.of_id == key)
        if isinstance(value, Known):
            return there if value.is_known else ~there
        return there.where(LabelRow.text.in_(value.values)) if isinstance(value, Chosen) else false()

    return compile_label


def _one_of(column: Column) -> Compile:
    def compile_one(_situation: Situation, value: Value) -> Condition:
        if isinstance(value, Known):
            return filled(column, value)
        return column.in_(value.values) if isinstance(value, Chosen) else false()

    return compile_one


def _holding(column: Column) -> Compile:
    """Return what compiles words that stand somewhere in a column of numbers and codes."""

    def compile_words(_situation: Situation, value: Value) -> Condition:
        if isinstance(value, Known):
            return filled(column, value)
        if not isinstance(value, Words):
            return false()
        return func.upper(column).contains(value.text.upper(), autoescape=True)

    return compile_words


def _client(situation: Situation, value: Value) -> Condition:
    if isinstance(value, Words):
        return CaseRow.person_id.in_(_persons(situation.session, value.text))
    return known(CaseRow.person_id, value) if isinstance(value, Known) else false()


def _nationality(_situation: Situation, value: Value) -> Condition:
    held = select(NationalityRow.person_id).where(
        NationalityRow.country != "",
        or_(NationalityRow.kind.is_(None), NationalityRow.kind != NationalityKind.FORMER),
    )
    if isinstance(value, Known):
        there = CaseRow.person_id.in_(held)
        return there if value.is_known else ~there
    if not isinstance(value, Chosen):
        return false()
    return CaseRow.person_id.in_(held.where(NationalityRow.country.in_(value.values)))


def _expires(_situation: Situation, value: Value) -> Condition:
    """Compile the end of the client's passport or of a paper in the checklist."""
    in_time = [
        known(column, value) if isinstance(value, Known) and value.is_known else within(column, value)
        for column in (PassportRow.expires_on, ItemRow.valid_until)
    ]
    if value == Known(is_known=False):
        return ~_expires(_situation, Known(is_known=True))
    is_current = or_(PassportRow.state.is_(None), PassportRow.state == PassportState.CURRENT)
    passport = exists().where(PassportRow.person_id == CaseRow.person_id, is_current, in_time[0])
    return or_(passport, exists().where(ItemRow.case_id == CaseRow.id, in_time[1]))


def _state(_situation: Situation, value: Value) -> Condition:
    applying = and_(ItemRow.case_id == CaseRow.id, ItemRow.applied != "no")
    if isinstance(value, Known):
        there = exists().where(applying)
        return there if value.is_known else ~there
    if not isinstance(value, Chosen):
        return false()
    return exists().where(applying, ItemRow.state.in_([ItemState(each) for each in value.values]))


def _item(situation: Situation, value: Value) -> Condition:
    """Compile “K-DOC-01”, or “K-DOC-01=received”: a line that applies, in a state."""
    if not isinstance(value, Words):
        return _state(situation, value)
    name, equals, state = value.text.partition("=")
    states = [one for one in ItemState if plain(one.value).startswith(plain(state))] if equals else []
    if equals and not states:
        return false()
    named = func.upper(ItemRow.item).contains(name.strip().upper(), autoescape=True)
    lines = exists().where(ItemRow.case_id == CaseRow.id, ItemRow.applied != "no", named)
    return lines.where(ItemRow.state.in_(states)) if states else lines


def _progress(_situation: Situation, value: Value) -> Condition:
    share = case((CaseRow.counted == 0, None), else_=CaseRow.checked * 100 / CaseRow.counted)
    return counted(share, value) if isinstance(value, Numbers | Known) else false()


def _decision(_situation: Situation, value: Value) -> Condition:
    if isinstance(value, Chosen):
        return CaseRow.decision.in_([Decision(each) for each in value.values])
    return known(CaseRow.decision, value) if isinstance(value, Known) else false()


def _is_so(condition: Condition) -> Compile:
    def compile_flag(_situation: Situation, value: Value) -> Condition:
        wanted = {"yes": True, "no": False}
        if isinstance(value, Known):
            return condition if value.is_known else ~condition
        if not isinstance(value, Chosen):
            return false()
        return or_(*(condition if wanted[each] else ~condition for each in value.values))

    return compile_flag


_COMPILE: dict[str, Compile] = {
    "stage": _stage,
    "owner": _user(CaseRow.owner_id, _those_i_stand_in_for),
    "reviewer": _user(CaseRow.reviewer_id),
    "office": _office,
    "label": label_on(CaseRow.id),
    "post": _one_of(CaseRow.post),
    "category": _one_of(CaseRow.category),
    "client": _client,
    "number": _holding(CaseRow.number),
    "application": _holding(CaseRow.application_number),
    "due": on_days(case_list.NEXT_DAY),
    "filing": on_days(CaseRow.planned_filing),
    "entry": on_days(CaseRow.planned_entry),
    "appointment": on_days(CaseRow.appointment_on),
    "supplement": on_days(CaseRow.supplement_due),
    "expires": _expires,
    "opened": on_days(CaseRow.opened_on),
    "since": on_days(CaseRow.stage_since),
    "changed": lambda _situation, value: during(CaseRow.content_changed_at, value),
    "decided": on_days(CaseRow.decided_on),
    "retention": on_days(CaseRow.keep_until),
    "state": _state,
    "item": _item,
    "progress": _progress,
    "decision": _decision,
    "nationality": _nationality,
    "open": _is_so(CaseRow.stage.in_(tuple(MOVES))),
    "hold": _is_so(CaseRow.stage == Stage.ON_HOLD),
    "archived": _is_so(CaseRow.archived.is_(True)),
}
