"""The deadlines of a case: computed when they are looked at, with what people did about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import checking, deadline_anchors, deadline_marks, deadlines, facts, zones
from app.domain.casefile import CaseFile
from app.domain.cases import OVER
from app.domain.conditions import Answer
from app.domain.deadline_anchors import Known
from app.domain.deadline_marks import UNMARKED, DeadlineState, Kept, Mark
from app.domain.deadlines import Deadline
from app.domain.stays import EventKind
from app.domain.table_kinds import TableKind
from app.domain.table_kinds import key as table_key
from app.errors import UserError
from app.i18n import N_, _
from app.services import calendars, case_values, firm_tables, people, post_answers, records, stays
from db import deadline_rows, trail
from db.models.case import CaseRow
from db.models.deadline_listing import DeadlineListing
from db.models.firm import User
from db.models.person import PersonRow
from db.models.stay import EventRow, MarkRow
from db.trail import Changes

_MARKED = [name for name in Mark.__dataclass_fields__ if name != "version"]
Gathered = Mapping[UUID, tuple[CaseFile, Mapping[str, object]]]
_NOTHING: Gathered = MappingProxyType({})
_MANY = 500  # cases read at once
_STEP = 50  # cases between two words on how far it is


@dataclass(frozen=True, slots=True)
class Which:
    """Names one deadline for a change: of which case, rule and part, and the version of its mark."""

    case_id: UUID
    rule: str
    part: str
    version: int

    @classmethod
    def of(cls, kept: Kept) -> "Which":
        """Return the name of a deadline that was read."""
        return cls(kept.case_id, kept.deadline.rule.id, kept.deadline.key, kept.mark.version)


def of_case(session: Session, case_id: UUID, today: date) -> list[Kept]:
    """Return every deadline of a case, what is open first; duties and questions without a day too."""
    row = case_values.row(session, case_id)
    file = case_values.file_of(session, row)
    known = Known(row.stage, file, stays.ledger(session, case_id))
    found = deadlines.computed(
        firm_tables.deadlines(session, today).rules,
        deadline_anchors.anchors(known),
        _facts(session, row, file, today),
        calendars.calendar(session),
    )
    return deadline_marks.ordered(_with_marks(case_id, _marks(session, case_id), found))


def find(session: Session, case_id: UUID, key: UUID, today: date) -> Kept | None:
    """Return one deadline by the key that lists know it by; None where it is no more."""
    return next((kept for kept in of_case(session, case_id, today) if kept.id == key), None)


def zone(session: Session, case_id: UUID) -> str:
    """Return the client's own time zone: the one recorded, else that of a country with just one; or ""."""
    row = case_values.row(session, case_id)
    country = session.scalar(select(PersonRow.residence_country).where(PersonRow.id == row.person_id))
    return row.client_zone or zones.of_country(country or "")


def _facts(session: Session, row: CaseRow, file: CaseFile, today: date) -> Mapping[str, object]:
    person = people.person(session, row.person_id)
    entered = case_values.entered(session, row.id)
    post = post_answers.post(session, row.post, today)
    return facts.collect(person, file, entered, post, today, row.category)


Marks = dict[tuple[str, str], Mark]


def _marks(session: Session, case_id: UUID) -> Marks:
    """Return what people did about deadlines of a case, by rule and part."""
    rows = session.scalars(records.of_owner(MarkRow, "case_id"), {"key": case_id})
    return {
        (row.rule, row.part): Mark(version=row.version, **{name: getattr(row, name) for name in _MARKED})
        for row in rows
    }


def _with_marks(case_id: UUID, marks: Marks, found: Sequence[Deadline]) -> list[Kept]:
    return [
        Kept(case_id=case_id, deadline=each, mark=marks.get((each.rule.id, each.key), UNMARKED))
        for each in found
    ]


def _marked(session: Session, which: Which) -> MarkRow:
    """Return the mark to be changed, new where there is none. Raises ``Conflict`` or ``UserError``."""
    firm_tables.known_deadlines(session).named(which.rule)
    query = select(MarkRow).where(
        MarkRow.case_id == which.case_id, MarkRow.rule == which.rule, MarkRow.part == which.part
    )
    row = session.scalars(query).first()
    if row is not None:
        return records.current(session, MarkRow, row.id, which.version)
    case_values.row(session, which.case_id)
    row = MarkRow(case_id=which.case_id, rule=which.rule, part=which.part)
    session.add(row)
    return row


@trail.operation("case:deadline:done", N_("Mark deadline as done"))
def mark_done(session: Session, which: Which, on: date, today: date) -> None:
    """Say that a deadline was met on a day. Raises ``UserError`` for a day to come, or ``Conflict``."""
    if on > today:
        raise UserError(_("This can't lie in the future."), field="done_on")
    row = _marked(session, which)
    row.done_on, row.waived_reason = on, ""


@trail.operation("case:deadline:waive", N_("Waive deadline"))
def waive(session: Session, which: Which, reason: str) -> None:
    """Say why nothing is to be done about a deadline. Raises ``UserError`` without a reason."""
    reason = checking.text(reason, limit=500, field="reason")
    if not reason:
        raise UserError(_("Say why nothing is to be done."), field="reason")
    row = _marked(session, which)
    row.done_on, row.waived_reason = None, reason


@trail.operation("case:deadline:reopen", N_("Reopen deadline"))
def reopen(session: Session, which: Which) -> None:
    """Take back that a deadline was done or waived."""
    row = _marked(session, which)
    row.done_on, row.waived_reason = None, ""


@trail.operation("case:deadline:override", N_("Set another day for deadline"))
def override(session: Session, which: Which, due: datetime | None, reason: str) -> None:
    """Set another moment, with the reason; None goes back to the computed one. Author and time are kept."""
    reason = checking.text(reason, limit=500, field="reason")
    if due is not None and not reason:
        raise UserError(_("Say why another day counts."), field="reason")
    row, work = _marked(session, which), trail.of(session)
    row.due, row.due_reason = due, reason if due else ""
    row.due_set_by, row.due_set_at = (work.actor.name, work.at) if due else ("", None)


@trail.operation("case:deadline:assign", N_("Assign deadline"))
def assign(session: Session, which: Which, owner_id: UUID | None) -> None:
    """Give a deadline to somebody; None goes back to the owner of the case."""
    owner = session.get(User, owner_id) if owner_id else None
    if owner_id and (owner is None or owner.archived):
        raise UserError(_("This person no longer works in the casebook."), field="owner")
    _marked(session, which).owner_id = owner_id


@trail.operation("case:deadline:alerts", N_("Set reminders of deadline"))
def set_alerts(session: Session, which: Which, counts: Sequence[int] | None) -> None:
    """Set the days (hours) before a deadline to be reminded at; none at all, or None for the rule's own."""
    _marked(session, which).alerts = "" if counts is None else deadline_marks.alerts_text(counts)


def follow(session: Session, changes: Changes, today: date) -> None:
    """Keep the list of open deadlines in step with all that ``changes`` is about. Runs in every operation."""
    entities, gathered = {entity for entity, _key in changes.rows}, trail.of(session).kept
    if "holiday_year" in entities:
        relist(session, list(session.scalars(select(DeadlineListing.case_id).distinct())), today)
    if table_key(TableKind.DEADLINES) in changes.about:
        live = select(CaseRow.id).where(~CaseRow.archived, CaseRow.stage.not_in(OVER))
        _relist_all(session, list(session.scalars(live)), today)
    if "post_answer" in entities:  # the post says how long a confirmed form is good
        confirmed = select(EventRow.case_id).where(EventRow.kind == EventKind.FORM_CONFIRMED)
        relist(session, list(session.scalars(confirmed.distinct())), today, gathered)
    if any(entity.startswith(("case", "person")) for entity in entities):
        about = list(changes.about)
        for at in range(0, len(about), _MANY):
            keys = about[at : at + _MANY]
            concerned = select(CaseRow.id).where(CaseRow.id.in_(keys) | CaseRow.person_id.in_(keys))
            relist(session, list(session.scalars(concerned)), today, gathered)


def _relist_all(session: Session, cases: Sequence[UUID], today: date) -> None:
    """List the deadlines of many cases anew, telling how far it is."""
    for at in range(0, len(cases), _STEP):
        trail.of(session).told(at, len(cases))
        relist(session, cases[at : at + _STEP], today)


def relist(session: Session, cases: Sequence[UUID], today: date, gathered: Gathered = _NOTHING) -> None:
    """Compute the open deadlines of cases anew and list them; of what is over or archived nothing is due.

    ``gathered`` are the fields and facts of those cases whose checklist followed in the same operation.
    """
    for at in range(0, len(cases), _MANY):
        keys = cases[at : at + _MANY]
        rows = session.scalars(select(CaseRow).where(CaseRow.id.in_(keys))).all()
        live = [row for row in rows if not row.archived and row.stage not in OVER]
        listed = [_listing(kept, row) for row in live for kept in open_of(session, row, today, gathered)]
        deadline_rows.store(session, keys, listed)


def open_of(session: Session, row: CaseRow, today: date, gathered: Gathered) -> list[Kept]:
    """Return what is due in a case. Facts are gathered only where a rule looks at them; see ``relist``."""
    file, known = gathered.get(row.id) or (case_values.file_of(session, row), {})
    anchors = deadline_anchors.anchors(Known(row.stage, file, stays.ledger(session, row.id)))
    standing = firm_tables.deadlines(session, today).rules
    kinds, marks = {anchor.kind for anchor in anchors}, _marks(session, row.id)
    marked = {rule for rule, _part in marks}
    rules = [rule for rule in standing if kinds & set(rule.anchors) or rule.id in marked]
    if not rules:
        return []
    if row.id not in gathered and any(rule.looks_at_facts for rule in rules):
        known = _facts(session, row, file, today)
    found = deadlines.computed(rules, anchors, known, calendars.calendar(session))
    return [kept for kept in _with_marks(row.id, marks, found) if kept.state is DeadlineState.OPEN]


def _listing(kept: Kept, row: CaseRow) -> dict[str, object]:
    return {
        "id": kept.id,
        "case_id": row.id,
        "rule": kept.deadline.rule.id,
        "part": kept.deadline.key,
        "due": kept.due,
        "last_day": kept.last_day,
        "provisional": kept.deadline.provisional and kept.mark.due is None,
        "certain": kept.deadline.applies is Answer.YES,
        "owner_id": kept.mark.owner_id or row.owner_id,
    }
