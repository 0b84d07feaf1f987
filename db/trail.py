"""Every change is a named operation that leaves change records in its own transaction.

From the records come the audit trail, undo, and the refresh of open pages. A flush writes no
record by itself: it notes what changed, and ``seal`` writes the operation with all its records
at the end of the transaction, so that one chained MAC covers them.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, NoReturn, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import TextClause, event, insert, inspect, select, update
from sqlalchemy.orm import InstanceState, Mapper, ORMExecuteState, Session, UOWTransaction

from db.base import Archivable, Recorded
from db.bulk import insert_rows
from db.chain import chained_mac, value_digest
from db.models.operation import ChainHead, Change, Operation
from db.types import new_key, plain

P = ParamSpec("P")
R = TypeVar("R")

Told = Callable[[int, int], object]  # hears how many of how many are done
UNDOABLE, FINAL, BARRIER = "undoable", "final", "barrier"


@dataclass(frozen=True, slots=True)
class Named:
    """What an operation is called: ``tag`` has a grammar (``person:add``), ``label`` is a msgid.

    ``undo`` is "undoable", "final" (it reached outside: a print) or "barrier" (undo never crosses it).
    """

    tag: str
    label: str
    undo: str = UNDOABLE


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does it."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Record:
    """One changed row, its values as JSON; a new row has no ``before``, a deleted one no ``after``."""

    entity: str
    row_id: UUID
    about: UUID
    kind: str
    version: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a finished operation touched, for pages that decide whether they care."""

    seq: int
    rows: frozenset[tuple[str, UUID]]
    about: frozenset[UUID]


@dataclass(slots=True)
class Work:
    """The operation under way in a session.

    What ``told`` raises takes all back. ``kept`` is what one derivation found and the next needs.
    """

    named: Named
    actor: Actor
    at: datetime
    about: UUID | None = None
    detail: dict[str, Any] = field(default_factory=dict)
    undoes: int | None = None
    records: list[Record] = field(default_factory=list)
    told: Told = lambda done, total: None
    kept: dict[UUID, Any] = field(default_factory=dict)


def operation(tag: str, label: str, undo: str = UNDOABLE) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a function ``f(session, …)`` as an operation, to be run by ``Casebook.write`` alone."""

    def mark(function: Callable[P, R]) -> Callable[P, R]:
        function.operation = Named(tag, label, undo)  # type: ignore[attr-defined]
        return function

    return mark


def begin(session: Session, work: Work) -> None:
    """Open the session for changes, as the operation ``work``.

    Takes the chain's head first: on PostgreSQL operations then follow each other as they do on SQLite,
    where the transaction itself holds the write lock.
    """
    session.info["work"] = work
    session.info["head"] = session.connection().execute(_HEAD).one()


_HEAD = select(ChainHead.seq, ChainHead.mac).with_for_update()


def of(session: Session) -> Work:
    """Return the operation under way. Raises ``RuntimeError`` outside one."""
    work = session.info.get("work")
    if not isinstance(work, Work):
        raise RuntimeError("changes are made inside an operation only")  # noqa: TRY004
    return work


def note(session: Session, *, about: UUID | None = None, **detail: Any) -> None:
    """Say what the operation is about, and details that hold no personal value (a document's hash)."""
    work = of(session)
    work.about = about or work.about
    work.detail.update(detail)


def bar(session: Session) -> None:
    """Make the operation under way one that undo never crosses."""
    work = of(session)
    work.named = replace(work.named, undo=BARRIER)


def bulk_insert(session: Session, model: type[Recorded], rows: Iterable[Mapping[str, Any]]) -> list[UUID]:
    """Insert many rows with their change records; return their keys.

    Rows name every column without a default, and may leave out ``id`` and ``version``.
    """
    work = of(session)
    table = inspect(model).local_table
    names, blank = recorded_names(inspect(model)), _defaults(model)
    complete = [{**blank, "id": new_key(), "version": 1, **row} for row in rows]
    if complete:
        session.flush()  # so that the records stand in the order of the changes
        insert_rows(session.connection(), model, complete)
    for row in complete:
        after = _json({name: plain(row[name]) for name in names})
        about = row[model.about]
        work.records.append(Record(table.name, row["id"], about, "insert", row["version"], None, after))
    return [row["id"] for row in complete]


def recorded_names(mapper: Mapper[Any]) -> list[str]:
    """Return the columns of a row that are recorded; key, version and derived columns are not."""
    return [column.key for column in mapper.column_attrs if column.active_history]


def _defaults(model: type[Recorded]) -> dict[str, Any]:
    columns = inspect(model).local_table.columns
    return {c.name: c.default.arg if c.default is not None else None for c in columns if not c.primary_key}


def touched(work: Work, seq: int = 0) -> Changes:
    """Return what an operation has touched so far."""
    return Changes(
        seq,
        frozenset((record.entity, record.row_id) for record in work.records),
        frozenset(record.about for record in work.records) | ({work.about} if work.about else set()),
    )


def seal(session: Session) -> Changes:
    """Write the operation, its records and the chain's new head; return what was touched.

    An undoable operation that changed nothing leaves nothing.
    """
    session.flush()
    work = of(session)
    session.info["work"] = None  # a change after this would leave no record, so it is refused
    if not work.records and work.named.undo == UNDOABLE:
        return touched(work)
    connection, head = session.connection(), session.info["head"]
    seq = head.seq + 1
    rows = [_change_row(seq, ordinal, record) for ordinal, record in enumerate(work.records)]
    values = _operation_row(work, seq, len(rows))
    values["mac"] = chained_mac(session.info["audit_key"], head.mac, values, [row["digest"] for row in rows])
    connection.execute(insert(Operation), values)
    insert_rows(connection, Change, rows)
    connection.execute(update(ChainHead).values(seq=seq, mac=values["mac"]))
    return touched(work, seq)


def _operation_row(work: Work, seq: int, count: int) -> dict[str, Any]:
    return {
        "seq": seq,
        "id": new_key(),
        "tag": work.named.tag,
        "label": work.named.label,
        "actor_id": work.actor.id,
        "actor_name": work.actor.name,
        "at": work.at.astimezone(UTC),
        "undo": work.named.undo,
        "undoes": work.undoes,
        "about": work.about or (work.records[0].about if work.records else None),
        "detail": _json(work.detail),
        "changes": count,
    }


def _change_row(seq: int, ordinal: int, record: Record) -> dict[str, Any]:
    row: dict[str, Any] = {
        "operation_seq": seq,
        "ordinal": ordinal,
        "entity": record.entity,
        "row_id": record.row_id,
        "about": record.about,
        "kind": record.kind,
        "version": record.version,
        "before": record.before,
        "after": record.after,
        "salt": os.urandom(16),
    }
    row["digest"] = value_digest(row)
    return row


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class RecordedSession(Session):
    """A session that notes every change of a recorded row, and refuses what would leave no record.

    What is derived is written past it, through ``session.connection()``.
    """

    def _refused(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise RuntimeError(_NO_RECORD)

    bulk_save_objects = bulk_insert_mappings = bulk_update_mappings = _refused


_NO_RECORD = "bulk statements leave no change record; use trail.bulk_insert"
_READS = ("SELECT", "EXPLAIN")


@event.listens_for(RecordedSession, "do_orm_execute")
def _guard(state: ORMExecuteState) -> None:
    written = state.statement.text.lstrip().upper() if isinstance(state.statement, TextClause) else "SELECT"
    if state.is_insert or state.is_update or state.is_delete or not written.startswith(_READS):
        raise RuntimeError(_NO_RECORD)


@event.listens_for(RecordedSession, "before_flush")
def _refuse_outside(session: Session, context: UOWTransaction, instances: Any) -> None:
    """Refuse before a server does, which would call a bug of ours a lack of rights."""
    if any(isinstance(each, Recorded) for each in (*session.new, *session.dirty, *session.deleted)):
        of(session)


@event.listens_for(RecordedSession, "after_flush")
def _note_flush(session: Session, context: UOWTransaction) -> None:
    for instance in session.new:
        _note(session, instance, "insert")
    for instance in session.dirty:
        _note(session, instance, "update")
    for instance in session.deleted:
        _note(session, instance, "delete")


def _note(session: Session, instance: object, kind: str) -> None:
    if not isinstance(instance, Recorded):
        return
    state: InstanceState[Any] = inspect(instance)
    before, after = _values(state, kind)
    if kind == "delete" and isinstance(instance, Archivable):
        raise RuntimeError("aggregates are archived, never deleted")
    if before or after:
        table = state.mapper.local_table.name  # type: ignore[attr-defined]
        about = getattr(instance, instance.about)
        values = [None if one is None else _json(one) for one in (before, after)]
        of(session).records.append(Record(table, instance.id, about, kind, instance.version, *values))


def _values(state: InstanceState[Any], kind: str) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    names = recorded_names(state.mapper)
    if kind != "update":
        whole = {name: plain(getattr(state.object, name)) for name in names}
        return (None, whole) if kind == "insert" else (whole, None)
    before, after = {}, {}
    for name in names:
        history = state.attrs[name].history
        if history.has_changes():
            before[name] = plain(history.deleted[0] if history.deleted else None)
            after[name] = plain(history.added[0] if history.added else None)
    return before, after
