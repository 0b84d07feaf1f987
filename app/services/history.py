"""The history as sentences: who did what, when, and what it changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import casefile, fields, people
from app.i18n import N_
from db import trail
from db.models.operation import Change, Operation

# What the rows of each table are called (msgids), for sentences.
ENTITIES: Mapping[str, str] = {
    "person": N_("Person"),
    "person_name": N_("Name"),
    "person_nationality": N_("Nationality"),
    "person_passport": N_("Passport"),
    "person_address": N_("Address"),
    "person_contact": N_("Contact"),
    "person_education": N_("Education"),
    "person_employment": N_("Work"),
    "person_relative": N_("Family"),
    "person_travel": N_("Travel"),
    "person_declaration": N_("Section 8 answer"),
    "person_consent": N_("Consent"),
    "case_file": N_("Case"),
    "case_fact": N_("Fact"),
    "case_item": N_("Checklist line"),
    "case_note": N_("Note"),
    "case_stop": N_("Itinerary"),
    "case_party": N_("Party"),
    "firm": N_("Firm"),
    "office": N_("Office"),
    "user_account": N_("User"),
}
_KINDS = {"person": people.Person, "case_file": casefile.CaseFile}
_KINDS |= {f"person_{kind.__name__.lower()}": kind for kind in people.PARTS.values()}
_KINDS |= {f"case_{kind.__name__.lower()}": kind for kind in casefile.CASE_PARTS.values()}
_SENSITIVE = {"person_declaration"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as stored text; ``label`` is a msgid or the column's name."""

    entity: str
    kind: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation. ``stands`` is False once it was undone; sensitive values are never among the changes."""

    seq: int
    at: datetime
    actor: str
    label: str
    tag: str
    undoable: bool
    stands: bool
    rows: int
    about: UUID | None
    detail: Mapping[str, Any]


def entries(
    session: Session, *, about: UUID | None = None, before: int | None = None, limit: int = 100
) -> list[Entry]:
    """Return operations, newest first: all, or those about one person or case; older than ``before``."""
    query = select(Operation).order_by(Operation.seq.desc()).limit(limit)
    if about is not None:
        touched = select(Change.operation_seq).where(Change.about == about)
        query = query.where((Operation.about == about) | Operation.seq.in_(touched))
    if before is not None:
        query = query.where(Operation.seq < before)
    found = list(session.scalars(query))
    undone = _undone(session, [each.seq for each in found])
    return [_entry(each, undone) for each in found]


def _undone(session: Session, seqs: list[int]) -> set[int]:
    """Return which operations do not stand: undone, and the undo not itself undone."""
    later = select(Operation.seq, Operation.undoes).where(Operation.undoes.is_not(None))
    if seqs:
        later = later.where(Operation.undoes >= min(seqs))
    cancelled: set[int] = set()
    for row in session.execute(later.order_by(Operation.seq.desc())):
        if row.seq not in cancelled and row.undoes is not None:
            cancelled.add(row.undoes)
    return cancelled


def _entry(done: Operation, undone: set[int]) -> Entry:
    stands = done.seq not in undone
    undoable = stands and done.undo == trail.UNDOABLE and done.changes > 0
    detail = json.loads(done.detail)
    return Entry(
        done.seq,
        done.at,
        done.actor_name,
        done.label,
        done.tag,
        undoable,
        stands,
        done.changes,
        done.about,
        detail,
    )


def changes(session: Session, seq: int) -> list[FieldChange]:
    """Return what one operation changed, field by field; section-8 values are left out."""
    query = select(Change).where(Change.operation_seq == seq).order_by(Change.ordinal)
    return [line for change in session.scalars(query) for line in _fields(change)]


def _fields(change: Change) -> list[FieldChange]:
    before, after = json.loads(change.before or "{}"), json.loads(change.after or "{}")
    what = ENTITIES.get(change.entity, change.entity)
    if change.entity in _SENSITIVE:
        return [FieldChange(what, change.kind, "", "", "")]
    names = [name for name in (after or before) if before.get(name) or after.get(name)]
    return [
        FieldChange(
            what, change.kind, _label(change.entity, name), _text(before.get(name)), _text(after.get(name))
        )
        for name in names
        if not name.endswith("_id")
    ]


def _label(entity: str, name: str) -> str:
    kind = _KINDS.get(entity)
    declared = fields.named(kind).get(name) if kind else None
    return declared.label if declared else name.replace("_", " ")


def _text(value: Any) -> str:
    return "" if value is None else str(value)
