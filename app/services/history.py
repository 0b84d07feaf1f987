"""The history as sentences: who did what, when, and what it changed."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import posts
from app.i18n import language
from app.services import field_changes, history_filter, packs
from app.services.field_changes import FieldChange
from app.services.history_filter import EVERYTHING, Chosen
from db import listing, trail
from db.models.case import CaseRow
from db.models.firm import User
from db.models.operation import Change, Operation
from db.models.person_row import PersonListing


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation; ``at`` is UTC. ``stands`` is False once it was undone.

    Sensitive values are never among its changes. ``undid`` is the label (msgid) of what an undo took back.
    """

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
    undid: str = ""


def entries(
    session: Session, *, about: UUID | None = None, before: int | None = None, limit: int = 100
) -> list[Entry]:
    """Return operations, newest first: all, or those about one person or case; older than ``before``."""
    query = select(Operation).order_by(Operation.seq.desc()).limit(limit)
    if about is not None:
        query = history_filter.about(session, query, about)
    if before is not None:
        query = query.where(Operation.seq < before)
    return _entries(session, list(session.scalars(query)))


def seqs(session: Session, chosen: Chosen = EVERYTHING) -> array[int]:
    """Return the numbers of the operations that are ``chosen``, newest first."""
    query = select(Operation.seq).order_by(Operation.seq.desc())
    return listing.packed(session.connection(), history_filter.narrowed(session, query, chosen))


def lines(session: Session, wanted: Sequence[int]) -> list[Entry]:
    """Return the operations numbered ``wanted``, in that order."""
    found = _entries(session, list(session.scalars(select(Operation).where(Operation.seq.in_(wanted)))))
    by_seq = {entry.seq: entry for entry in found}
    return [by_seq[seq] for seq in wanted if seq in by_seq]


def called(session: Session, keys: Collection[UUID]) -> dict[UUID, str]:
    """Return what the persons, cases, users and posts among ``keys`` are called: by name or case number."""
    there = {posts.key(code): post.name.text(language()) for code, post in packs.all_posts().items()}
    persons = select(PersonListing.person_id, PersonListing.name).where(PersonListing.person_id.in_(keys))
    numbered = select(CaseRow.id, CaseRow.number).where(CaseRow.id.in_(keys))
    users = select(User.id, User.name).where(User.id.in_(keys))
    found = {key: name for query in (persons, numbered, users) for key, name in session.execute(query)}
    return {key: there[key] for key in keys if key in there} | found


def _entries(session: Session, found: list[Operation]) -> list[Entry]:
    gone = undone(session, [each.seq for each in found])
    labels = _labels(session, {each.undoes for each in found if each.undoes is not None})
    return [_entry(each, gone, labels) for each in found]


def _labels(session: Session, seqs: Collection[int]) -> dict[int, str]:
    query = select(Operation.seq, Operation.label).where(Operation.seq.in_(seqs))
    return {row.seq: row.label for row in session.execute(query)}


def undone(session: Session, seqs: list[int]) -> set[int]:
    """Return which of the operations do not stand: undone, and the undo not itself undone."""
    later = select(Operation.seq, Operation.undoes).where(Operation.undoes.is_not(None))
    if seqs:
        later = later.where(Operation.undoes >= min(seqs))
    cancelled: set[int] = set()
    for row in session.execute(later.order_by(Operation.seq.desc())):
        if row.seq not in cancelled and row.undoes is not None:
            cancelled.add(row.undoes)
    return cancelled


def _entry(done: Operation, gone: set[int], labels: Mapping[int, str]) -> Entry:
    stands = done.seq not in gone
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
        labels.get(done.undoes or 0, ""),
    )


def gists(
    session: Session, wanted: Collection[int], *, rows: int = 1, lang: str = ""
) -> dict[int, list[FieldChange]]:
    """Return what the first ``rows`` rows changed by each of the operations ``wanted`` tell, field by field.

    In ``lang``, else in the language in use.
    """
    query = select(Change).where(Change.operation_seq.in_(wanted), Change.ordinal < rows)
    found: dict[int, list[FieldChange]] = {}
    for change in session.scalars(query.order_by(Change.operation_seq, Change.ordinal)):
        found.setdefault(change.operation_seq, []).extend(field_changes.of(session, change, lang))
    return found


def changes(session: Session, seq: int, *, rows: int | None = None) -> list[FieldChange]:
    """Return what one operation changed, field by field; section-8 values are left out.

    ``rows`` is how many of the rows it changed are looked at: an import changes tens of thousands.
    """
    query = select(Change).where(Change.operation_seq == seq).order_by(Change.ordinal).limit(rows)
    return [line for change in session.scalars(query) for line in field_changes.of(session, change)]
