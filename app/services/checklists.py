"""The checklist of a case: its lines, moving them, and what keeps it in step with the person's record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from app.domain import checking, checklist, facts, posts, repeats
from app.domain.casefile import CaseFile
from app.domain.checklist import Line, Progress
from app.domain.item_records import ItemRecord, ItemState
from app.domain.people import Person
from app.domain.posts import Post
from app.domain.ruleset import RuleSet
from app.errors import UserError
from app.i18n import N_, Bilingual, _
from app.services import case_values, frozen_rules, packs, people, post_answers, records
from app.services.case_values import Noted
from db import trail
from db.models.case import CaseRow, ItemRow
from db.progress import store, store_applied
from db.trail import Changes


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A line of a case's checklist with the key and version of its row.

    ``taken_from`` is the number of the earlier case that its paper comes from, "" for none.
    """

    row_id: UUID
    version: int
    line: Line
    taken_from: str = ""


@dataclass(frozen=True, slots=True)
class Supposed:
    """Fields of a case, and facts entered on it, as they might be; None for a fact that is not known."""

    fields: Mapping[str, Any] = dataclass_field(default_factory=dict)
    facts: Mapping[str, object | None] = dataclass_field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What a checklist is computed from, gathered once."""

    rules: RuleSet
    post: Post
    file: CaseFile
    facts: dict[str, object]
    lines: tuple[Line, ...]
    rows: dict[tuple[str, str], ItemRow]


def evaluated(
    session: Session,
    row: CaseRow,
    today: date,
    person: Person | None = None,
    post: Post | None = None,
    rules: RuleSet | None = None,
    supposed: Supposed | None = None,
    noted: Noted | None = None,
) -> Evaluated:
    """Compute a case's checklist as it stands on ``today``.

    ``person`` is its client, ``post`` its post and ``noted`` what is noted of it, where already read;
    ``rules`` are others than it froze. ``supposed`` are values that are not so, to see what would be.
    """
    rules = rules or frozen_rules.rules_of(session, row.rule_set)
    person = person or people.person(session, row.person_id)
    post = post or post_answers.post(session, row.post, today)
    supposed = supposed or Supposed()
    noted = noted or _noted(session, row)
    file = replace(noted.file, **supposed.fields)
    entered = {**noted.entered, **supposed.facts}
    entered = {name: value for name, value in entered.items() if value is not None}
    known = facts.collect(person, file, entered, post, today, row.category)
    rows = {(item.item, item.repeat_key): item for item in noted.items}
    held = {key: _record(item) for key, item in rows.items()}
    planned = file.planned_filing
    found = checklist.lines(rules, known, repeats.repeats(person, today), held, planned=planned, today=today)
    return Evaluated(rules, post, file, dict(known), found, rows)


def _noted(session: Session, row: CaseRow) -> Noted:
    """Return what is noted of one case, by queries made once."""
    return Noted(
        case_values.file_of(session, row), case_values.entered(session, row.id), _rows(session, row.id)
    )


def _rows(session: Session, case_id: UUID) -> list[ItemRow]:
    return list(session.scalars(records.of_owner(ItemRow, "case_id"), {"key": case_id}))


def touched(session: Session, case_id: UUID) -> frozenset[str]:
    """Return the items of a case about which somebody did something."""
    return frozenset(row.item for row in _rows(session, case_id) if not _record(row).is_untouched)


_RECORDED = [name for name in ItemRecord.__dataclass_fields__ if name not in ("responsible", "repeat_label")]


def _record(row: ItemRow) -> ItemRecord:
    held = {name: getattr(row, name) for name in _RECORDED}
    label = Bilingual(row.repeat_en, row.repeat_zh)
    return ItemRecord(responsible=row.responsible_id, repeat_label=label, **held)


def lines(session: Session, case_id: UUID, today: date) -> tuple[ItemLine, ...]:
    """Return the checklist of a case in order, lines that do not apply included."""
    found = evaluated(session, case_values.row(session, case_id), today)
    sources = _sources(session, found.rows.values())
    return tuple(
        ItemLine(row.id, row.version, line, sources.get(row.from_item_id, ""))
        for line in found.lines
        if (row := found.rows.get((line.item.id, line.repeat_key))) is not None
    )


def _sources(session: Session, rows: Iterable[ItemRow]) -> Mapping[UUID | None, str]:
    """Return the numbers of the cases that papers were taken over from, by their lines there."""
    keys = [row.from_item_id for row in rows if row.from_item_id is not None]
    if not keys:
        return {}
    query = select(ItemRow.id, CaseRow.number).join(CaseRow, CaseRow.id == ItemRow.case_id)
    return {row.id: row.number for row in session.execute(query.where(ItemRow.id.in_(keys)))}


def progress(session: Session, case_id: UUID, today: date) -> Progress:
    """Return how many lines are checked of those that apply or ask."""
    return checklist.progress(evaluated(session, case_values.row(session, case_id), today).lines)


@trail.operation("case:item:move", N_("Move checklist line"))
def move_item(
    session: Session, row_id: UUID, version: int, to: ItemState, today: date, *, reason: str = ""
) -> int:
    """Move one line; return its new version.

    Raises ``UserError`` that says what is possible, or asks for the reason of a return or waiver.
    """
    row = records.current(session, ItemRow, row_id, version)
    row.state = checklist.move(row.state, to, reason)
    row.state_reason = checking.text(reason, limit=500)
    if to is ItemState.REQUESTED:
        row.asked_on, row.last_chased_on = row.asked_on or today, today
    session.flush()
    return row.version


@trail.operation("case:item:edit", N_("Edit checklist line"))
def set_item_field(session: Session, row_id: UUID, version: int, name: str, value: Any, today: date) -> int:
    """Set issuer, number, a date … of one line; return its new version. Raises ``UserError``."""
    if name not in (*_RECORDED, "responsible_id") or name in ("state", "state_reason"):
        raise UserError(_("This can't be set here."), field=name)
    row = records.current(session, ItemRow, row_id, version)
    if isinstance(value, str) and name in ("issuer", "number", "returned_to"):
        value = checking.text(value, limit=300, field=name)
    setattr(row, name, value)
    checklist.check_dates(_record(row), today)
    session.flush()
    return row.version


def find(session: Session, case_id: UUID, item: str, repeat_key: str = "") -> ItemRow:
    """Return the row of a case's item, such as "K-DOC-01". Raises ``UserError`` where there is none."""
    query = select(ItemRow).where(ItemRow.case_id == case_id, ItemRow.item == item.upper())
    rows = list(session.scalars(query.order_by(ItemRow.repeat_key)))
    for row in rows:
        if row.repeat_key == repeat_key or (not repeat_key and len(rows) == 1):
            return row
    hint = ", ".join(row.repeat_key for row in rows if row.repeat_key)
    raise UserError(_("There is no item “{item}” in this case.").format(item=item[:40]), hint, field="item")


def _with_new_lines(session: Session, row: CaseRow, person: Person, noted: Noted, today: date) -> Noted:
    """Add the rows of the lines that the rule set makes and that are not there yet."""
    there = {(item.item, item.repeat_key) for item in noted.items}
    wanted = checklist.expected(frozen_rules.rules_of(session, row.rule_set), repeats.repeats(person, today))
    new = [
        {
            "case_id": row.id,
            "item": each.item_id,
            "repeat_key": each.repeat_key,
            "repeat_en": each.repeat_label.en,
            "repeat_zh": each.repeat_label.zh,
            "state": ItemState.NEEDED,
        }
        for each in wanted
        if (each.item_id, each.repeat_key) not in there
    ]
    trail.bulk_insert(session, ItemRow, new)
    return replace(noted, items=_rows(session, row.id)) if new else noted


def follow(session: Session, changes: Changes, today: date) -> None:
    """Keep the checklists of all that ``changes`` is about in step: new lines, and the stored progress.

    What a post answered concerns every case there. Runs inside every operation; new lines are part of it, so
    that undo takes both back as one step.
    """
    if not any(entity.startswith(_FOLLOWED) for entity, _key in changes.rows):
        return
    about = list(changes.about)
    for at in range(0, len(about), 500):
        keys = about[at : at + 500]
        _follow_all(session, CaseRow.id.in_(keys) | CaseRow.person_id.in_(keys), today, has_new_lines=True)
    codes = [code for code in packs.all_posts() if posts.key(code) in changes.about]
    if codes:
        _follow_all(session, CaseRow.post.in_(codes), today, has_new_lines=False)


_TOGETHER = 100  # cases read at once: their lines are some thousands of rows
_MOST_TOLD = 200  # lines named in one operation; an answer of a post may change thousands
_FOLLOWED = ("case", "person", "post")


def _follow_all(
    session: Session, concerned: ColumnElement[bool], today: date, *, has_new_lines: bool
) -> None:
    there: dict[str, Post] = {}
    work = trail.of(session)
    rows = session.scalars(select(CaseRow).where(CaseRow.archived.is_(False), concerned)).all()
    for at, (row, person, noted) in enumerate(_read(session, rows)):
        work.told(at, len(rows))
        if row.post not in there:
            there[row.post] = post_answers.post(session, row.post, today)
        if has_new_lines:  # which lines there are follows from rules and person, never from a post
            noted = _with_new_lines(session, row, person, noted, today)
        now = evaluated(session, row, today, person, there[row.post], noted=noted)
        work.kept[row.id] = now.file, now.facts
        found = checklist.progress(now.lines)
        store(session, row.id, found.checked, found.counted, work.at)
        _note_applying(session, row.number, now)


def _read(session: Session, rows: Sequence[CaseRow]) -> Iterator[tuple[CaseRow, Person, Noted]]:
    """Yield each case with its client and what is noted of it, read for many cases at once."""
    for at in range(0, len(rows), _TOGETHER):
        some = rows[at : at + _TOGETHER]
        persons = people.persons(session, list({row.person_id for row in some}))
        noted = case_values.noted(session, some)
        yield from ((row, persons[row.person_id], noted[row.id]) for row in some)


def _note_applying(session: Session, number: str, now: Evaluated) -> None:
    """Store which lines apply now, and note in the operation under way which of them did not before."""
    changed: dict[UUID, str] = {}
    told = trail.of(session).detail.setdefault("lines", [])
    for line in now.lines:
        row = now.rows.get((line.item.id, line.repeat_key))
        if row is None or row.applied == line.applies.value:
            continue
        changed[row.id] = line.applies.value
        if row.applied and len(told) < _MOST_TOLD:
            told.append([number, row.item, row.repeat_key, row.applied, line.applies.value])
        set_committed_value(row, "applied", line.applies.value)
    if not told:
        del trail.of(session).detail["lines"]
    if changed:
        store_applied(session, changed)
