"""Cases: open, move through the office's stages, edit field by field, note."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import cases as stages
from app.domain import checking, moving, timeline
from app.domain.casefile import CaseFile
from app.domain.cases import CaseNumber, Decision, Outcome, Stage
from app.domain.fields import Part
from app.domain.posts import Post
from app.domain.timeline import NewNote, NoteKind
from app.errors import UserError
from app.i18n import N_, _
from app.services import case_people, case_values, enquiries, firm_rules, packs, people, records
from db import counters, rule_sets, trail
from db.models.case import CASE_PART_ROWS, CaseNoteRow, CaseRow
from db.models.firm import Firm, Office, User


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a closed case: the file until a day, and by which custom; why originals stay.

    ``reopened`` says why the case was opened again, "" where it never was.
    """

    until: date | None
    rule: str
    because: str
    reopened: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with its names resolved; ``file`` holds the fields that people type."""

    id: UUID
    version: int
    number: str
    person_id: UUID
    category: str
    post: Post
    stage: Stage
    allowed: tuple[Stage, ...]
    stage_since: date
    opened_on: date
    owner_id: UUID | None
    owner: str
    reviewer_id: UUID | None
    reviewer: str
    office_id: UUID | None
    office: str
    rule_set: str
    decision: Decision | None
    kept: Kept
    checked: int
    counted: int
    archived: bool
    file: CaseFile


@dataclass(frozen=True, slots=True)
class Opened:
    """A case just opened."""

    id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note, newest first in lists; ``at`` is when it happened, UTC in ISO form."""

    id: UUID
    at: str
    author: str
    text: str
    kind: NoteKind = NoteKind.NOTE
    with_whom: str = ""
    minutes: int | None = None


@trail.operation("case:open", N_("Open case"))
def open_case(
    session: Session,
    person_id: UUID,
    *,
    category: str,
    post: str,
    today: date,
    owner_id: UUID | None = None,
    office_id: UUID | None = None,
) -> Opened:
    """Open a case with its number, rule set and checklist, as one step; it settles an open enquiry.

    Raises ``UserError`` for a client who is archived and an owner who left.
    """
    people.refuse_archived(session, person_id)
    owner = case_people.present(session, owner_id or trail.of(session).actor.id)
    row = _new_row(session, person_id, category, post, today)
    row.owner_id, row.office_id = owner.id, office_id
    return _opened(session, row)


def _new_row(session: Session, person_id: UUID, category: str, post: str, today: date) -> CaseRow:
    rules = firm_rules.composed(session, category, post, today).rules
    rule_sets.keep(session, rules.sha256, rules.text)
    return CaseRow(
        person_id=person_id,
        number=_next_number(session, today.year),
        category=category,
        post=packs.post(post).code,
        stage=Stage.ENQUIRY,
        stage_since=today,
        opened_on=today,
        rule_set=rules.sha256,
        content_changed_at=trail.of(session).at,
    )


def _opened(session: Session, row: CaseRow) -> Opened:
    session.add(row)
    session.flush()
    enquiries.settle(session, row.person_id, row.id)
    return Opened(row.id, row.number)


def _next_number(session: Session, year: int) -> str:
    prefix = session.scalars(select(Firm.case_prefix)).one()
    return str(CaseNumber(prefix, year, counters.next_number(session, f"case {prefix} {year}")))


def case(session: Session, case_id: UUID) -> CaseView:
    """Return one case. Raises ``UserError`` where there is none."""
    row = case_values.row(session, case_id)
    owner, reviewer = (session.get(User, key) if key else None for key in (row.owner_id, row.reviewer_id))
    office = session.get(Office, row.office_id) if row.office_id else None
    return CaseView(
        id=row.id,
        version=row.version,
        number=row.number,
        person_id=row.person_id,
        category=row.category,
        post=packs.post(row.post),
        stage=row.stage,
        allowed=stages.allowed(row.stage, row.stage_before),
        stage_since=row.stage_since,
        opened_on=row.opened_on,
        owner_id=row.owner_id,
        owner=owner.name if owner else "",
        reviewer_id=row.reviewer_id,
        reviewer=reviewer.name if reviewer else "",
        office_id=row.office_id,
        office=office.name if office else "",
        rule_set=row.rule_set,
        decision=row.decision,
        kept=Kept(row.keep_until, row.keep_rule, row.kept_because, row.reopened_because),
        checked=row.checked,
        counted=row.counted,
        archived=row.archived,
        file=case_values.file_of(session, row),
    )


def numbered(session: Session, number: str) -> UUID:
    """Return the key of the case with this number. Raises ``UserError``."""
    wanted = str(CaseNumber.parse(number))
    found = session.scalars(select(CaseRow.id).where(CaseRow.number == wanted)).first()
    if found is None:
        raise UserError(_("There is no case {number}.").format(number=wanted))
    return found


@trail.operation("case:edit", N_("Edit case"))
def set_field(session: Session, case_id: UUID, version: int, name: str, value: Any, today: date) -> int:
    """Set one field; return the new version. Raises ``UserError`` beside the field, or ``Conflict``."""
    row = records.current(session, CaseRow, case_id, version)
    whole = replace(case_values.file_of(session, row), **{name: value})
    setattr(row, name, getattr(checking.fields_of(whole, today, only=name), name))
    session.flush()
    return row.version


@trail.operation("case:edit-part", N_("Edit case"))
def save_part(session: Session, case_id: UUID, part_name: str, part: Part, today: date) -> Part:
    """Add or change a stop of the itinerary or a party; return it with its key and version."""
    part = checking.fields_of(part, today)
    if part.id is None:
        row = CASE_PART_ROWS[part_name]()
        row.case_id = case_id
        session.add(row)
    else:
        row = records.current(session, CASE_PART_ROWS[part_name], part.id, part.version)
    records.put(row, part)
    session.flush()
    return records.value_of(type(part), row)


@trail.operation("case:remove-part", N_("Remove from case"))
def remove_part(session: Session, part_name: str, part_id: UUID, version: int) -> None:
    """Remove a stop of the itinerary or a party."""
    session.delete(records.current(session, CASE_PART_ROWS[part_name], part_id, version))


@trail.operation("case:move", N_("Move case"))
def move(session: Session, case_id: UUID, version: int, to: Stage, today: date) -> int:
    """Move a case to another stage. Raises ``UserError`` that says what is possible, or missing for it.

    What was handed in is with the authority: undo never crosses that step.
    """
    row = records.current(session, CaseRow, case_id, version)
    check_move(session, row, to)
    put_at(row, to, today)
    if to is Stage.HANDED_IN:
        trail.bar(session)
    session.flush()
    return row.version


def put_at(row: CaseRow, to: Stage, today: date) -> None:
    """Let a case stand at a stage that it may go to, and remember the way back."""
    row.stage_before = stages.remembered(row.stage, to, row.stage_before)
    row.stage, row.stage_since = to, today


def check_move(session: Session, row: CaseRow, to: Stage) -> None:
    """Raise ``UserError`` unless a case may go to ``to`` now: every door to a move asks here."""
    stages.check(row.stage, to, row.stage_before)
    is_frozen = case_values.has_frozen_form(session, row.id)
    moving.refuse_unsaid(row.stage, to, row.stage_before, is_frozen=is_frozen)


@trail.operation("case:decide", N_("Record decision"))
def decide(session: Session, case_id: UUID, version: int, outcome: Outcome, today: date) -> int:
    """Record what the authority decided; a refusal's reason may be "not stated by the authority"."""
    row = records.current(session, CaseRow, case_id, version)
    record_outcome(row, outcome.checked(today))
    session.flush()
    return row.version


def record_outcome(row: CaseRow, outcome: Outcome) -> None:
    """Write an outcome that was checked onto its case."""
    row.decision, row.decided_on = outcome.decision, outcome.decided_on
    row.refusal_reason, row.refusal_not_stated = outcome.refusal_reason, not outcome.reason_stated


@trail.operation("case:archive", N_("Archive case"))
def archive(session: Session, case_id: UUID, version: int) -> None:
    """Take a case out of the lists; nothing is deleted, and its number stays its own."""
    records.current(session, CaseRow, case_id, version).archived = True


@trail.operation("case:note", N_("Write note"))
def add_note(session: Session, case_id: UUID, text: str, note: NewNote | None = None) -> UUID:
    """Write a note on a case; ``note`` says whether it was a call, with whom, when and how long.

    Raises ``UserError`` for an empty or endless text, and beside what else can't be so.
    """
    work = trail.of(session)
    said = timeline.checked(note or NewNote(), work.at)
    row = CaseNoteRow(
        case_id=case_id,
        written_at=work.at,
        author=work.actor.name,
        text=checking.note(text),
        kind=said.kind,
        with_whom=checking.text(said.with_whom, field="with_whom"),
        happened_at=said.happened_at,
        minutes=said.minutes,
    )
    session.add(row)
    session.flush()
    return row.id


def notes(session: Session, case_id: UUID) -> list[NoteLine]:
    """Return the notes of a case, the latest first."""
    query = select(CaseNoteRow).where(CaseNoteRow.case_id == case_id).order_by(CaseNoteRow.id.desc())
    found = [
        NoteLine(
            row.id,
            (row.happened_at or row.written_at).isoformat(),
            row.author,
            row.text,
            row.kind,
            row.with_whom,
            row.minutes,
        )
        for row in session.scalars(query)
    ]
    return sorted(found, key=lambda line: line.at, reverse=True)
