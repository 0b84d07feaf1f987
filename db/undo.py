"""Undo and redo from the change records alone; an undo is itself a recorded operation."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapper, Session

from app.errors import Conflict, UserError
from app.i18n import N_, _
from db import owners, trail
from db.base import Archivable, Base, Recorded
from db.models.operation import Change, Operation
from db.types import plain, restored

BATCH = 400  # rows read at once
UNDO = trail.Named("trail:undo", N_("Undo"))
REDO = trail.Named("trail:redo", N_("Redo"))


def undo_candidate(session: Session, actor_id: UUID, after: int = 0) -> Operation | None:
    """Return the actor's last operation that still stands and may be undone, later than seq ``after``.

    A barrier (a hand-in) ends the search. None means there is nothing to undo.
    """
    cancelled: set[int] = set()
    for done in _own(session, actor_id, after):
        if done.seq in cancelled:
            continue
        if done.undoes is not None:
            cancelled.add(done.undoes)
        elif done.undo == trail.BARRIER:
            return None
        elif done.undo == trail.UNDOABLE and done.changes:
            return done
    return None


def redo_candidate(session: Session, actor_id: UUID, after: int = 0) -> Operation | None:
    """Return the actor's last undo that still stands, if no new change came after it."""
    cancelled: set[int] = set()
    for done in _own(session, actor_id, after):
        if done.seq in cancelled:
            continue
        if done.tag == UNDO.tag:
            return done
        if done.undoes is not None:
            cancelled.add(done.undoes)
        elif done.undo == trail.BARRIER or (done.undo == trail.UNDOABLE and done.changes):
            return None
    return None


def _own(session: Session, actor_id: UUID, after: int) -> Iterator[Operation]:
    query = select(Operation).where(Operation.actor_id == actor_id, Operation.seq > after)
    yield from session.scalars(query.order_by(Operation.seq.desc()).execution_options(yield_per=50))


def meant(session: Session, done: Operation) -> Operation:
    """Return the operation that undoing or redoing ``done`` is about, past all undos and redos."""
    while done.undoes is not None:
        done = session.scalars(select(Operation).where(Operation.seq == done.undoes)).one()
    return done


def take_back(session: Session, seq: int) -> None:
    """Apply the inverse of operation ``seq`` inside the operation under way.

    Raises ``UserError`` for a step that can't be undone, ``Conflict`` naming who changed the same values
    since, and when; then nothing is changed. Who owns the casebook is put back by its owners alone.
    """
    done = session.get(Operation, seq)
    if done is None or done.undo != trail.UNDOABLE:
        raise UserError(_("This step reached outside the casebook and can't be undone."))
    if _is_undone(session, seq):
        raise UserError(_("This step is undone already."))
    _refuse_crossing(session, done)
    trail.of(session).undoes = seq
    owned_by = owners.ids(session)
    try:
        _apply_inverses(session, seq)
    except IntegrityError as error:
        raise Conflict(
            _("This can't be undone: something else stands in its place now."), _by_hand()
        ) from error
    owners.refuse_wrong_change(session, owned_by)


def _is_undone(session: Session, seq: int) -> bool:
    """Whether ``seq`` was taken back, and the taking back stands."""
    last = session.scalar(select(func.max(Operation.seq)).where(Operation.undoes == seq))
    return last is not None and not _is_undone(session, last)


def _refuse_crossing(session: Session, done: Operation) -> None:
    """Refuse where a barrier, anybody's, was set on the same person or case after ``done``."""
    touched = select(Change.about).where(Change.operation_seq == done.seq)
    holding = select(Change.operation_seq).where(Change.about.in_(touched))
    same = or_(Operation.about.in_(touched), Operation.seq.in_(holding))
    query = select(Operation).where(Operation.undo == trail.BARRIER, Operation.seq > done.seq, same)
    barrier = session.scalars(query.order_by(Operation.seq.desc()).limit(1)).first()
    if barrier:
        message = _("This can't be undone: after it came “{what}” by {who}, on {when}.")
        raise _conflict(message, barrier, what=_(barrier.label))


def _apply_inverses(session: Session, seq: int) -> None:
    """Take the changes back in reverse order.

    Changes of one kind to different rows of one table go to the database together.
    """
    query = select(Change).where(Change.operation_seq == seq).order_by(Change.ordinal.desc())
    changes = session.scalars(query).all()
    _refuse_colleagues_additions(session, seq)
    held = _loaded(session, changes)
    together, rows = ("", ""), set[UUID]()
    told = trail.of(session).told
    for at, change in enumerate(changes):
        if at % BATCH == 0:
            told(at, len(changes))
        if (change.entity, change.kind) != together or change.row_id in rows:
            session.flush()
            together, rows = (change.entity, change.kind), set()
        rows.add(change.row_id)
        _INVERSE[change.kind](session, _mapper(change.entity), change)
    session.flush()
    held.clear()


def _loaded(session: Session, changes: Sequence[Change]) -> list[Recorded]:
    """Read the rows changed many at a time; the session finds them by key while they are held."""
    keys: dict[str, set[UUID]] = defaultdict(set)
    for change in changes:
        keys[change.entity].add(change.row_id)
    held: list[Recorded] = []
    for entity, wanted in keys.items():
        kind, ordered = _mapper(entity).class_, sorted(wanted)
        for at in range(0, len(ordered), BATCH):
            held += session.scalars(select(kind).where(kind.id.in_(ordered[at : at + BATCH])))
    return held


@cache
def _mapper(entity: str) -> Mapper[Any]:
    return next(m for m in Base.registry.mappers if m.local_table.name == entity)  # type: ignore[attr-defined]


def _undo_update(session: Session, mapper: Mapper[Any], change: Change) -> None:
    row = _present(session, mapper, change)
    before, after = _loads(mapper, change.before), _loads(mapper, change.after)
    for name, value in after.items():
        if plain(getattr(row, name)) != value:
            raise _overtaken(session, change)
        setattr(row, name, restored(mapper.columns[name].type, before[name]))


def _undo_insert(session: Session, mapper: Mapper[Any], change: Change) -> None:
    row = _present(session, mapper, change)
    if any(plain(getattr(row, name)) != value for name, value in _loads(mapper, change.after).items()):
        raise _overtaken(session, change)
    if isinstance(row, Archivable):
        row.archived = True
    else:
        session.delete(row)


def _undo_delete(session: Session, mapper: Mapper[Any], change: Change) -> None:
    if session.get(mapper.class_, change.row_id) is not None:
        raise _overtaken(session, change)
    before = _loads(mapper, change.before)
    values = {name: restored(mapper.columns[name].type, value) for name, value in before.items()}
    highest = select(func.max(Change.version)).where(Change.row_id == change.row_id)
    version = (session.scalar(highest) or 0) + 1  # so that a form shown before the deletion is out of date
    trail.bulk_insert(session, mapper.class_, [{"id": change.row_id, **values, "version": version}])


_INVERSE = {"insert": _undo_insert, "update": _undo_update, "delete": _undo_delete}


def _present(session: Session, mapper: Mapper[Any], change: Change) -> Recorded:
    row = session.get(mapper.class_, change.row_id)
    if not isinstance(row, Recorded):
        raise _overtaken(session, change)
    return row


def _loads(mapper: Mapper[Any], values: str | None) -> Mapping[str, Any]:
    if values is None:
        raise UserError(_("The values of this step were erased; it can't be undone."))
    loaded: Mapping[str, Any] = json.loads(values)
    if not loaded.keys() <= set(mapper.columns.keys()):
        raise UserError(_("This step was made by an older version and can't be undone."))
    return loaded


def _refuse_colleagues_additions(session: Session, seq: int) -> None:
    """Refuse to archive a person or case that operation ``seq`` added and a colleague has worked on since."""
    added = select(Change.row_id).where(Change.operation_seq == seq, Change.kind == "insert")
    query = select(Operation).join(Change, Change.operation_seq == Operation.seq)
    later = query.where(Operation.seq > seq, Operation.actor_id != trail.of(session).actor.id)
    found = later.where(Change.about.in_(added)).order_by(Operation.seq.desc()).limit(1)
    colleague = session.scalars(found).first()
    if colleague:
        raise _conflict(_changed(), colleague)


def _overtaken(session: Session, change: Change) -> Conflict:
    """Say who changed the same values since, and when."""
    names = set(json.loads(change.after or change.before or "{}"))
    query = _later(change).where(Change.row_id == change.row_id)
    for operation, kind, after in session.execute(query.add_columns(Change.kind, Change.after)):
        if kind != "update" or names & set(json.loads(after or "{}")):
            return _conflict(_changed(), operation)
    return Conflict(_("This can't be undone: it is no longer as it was then."), _by_hand())


def _later(change: Change) -> Select[Operation]:
    """Select the operations after ``change``, each with its changes, the last first."""
    query = select(Operation).join(Change, Change.operation_seq == Operation.seq)
    return query.where(Operation.seq > change.operation_seq).order_by(Operation.seq.desc())


def _changed() -> str:
    return _("This can't be undone: {who} changed it later, on {when}.")


def _by_hand() -> str:
    return _("Undo that later change first, or correct the value by hand.")


def _conflict(message: str, later: Operation, **values: str) -> Conflict:
    when = _shown(later.at)
    text = message.format(who=later.actor_name, when=when, **values)
    return Conflict(text, _by_hand(), who=later.actor_name, when=later.at.isoformat())


def _shown(moment: datetime) -> str:
    """Return a moment as the user's clock shows it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
