"""Between rows and values: load with a version check, copy declared fields either way."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, literal, select, union_all
from sqlalchemy.orm import Session

from app.domain import fields
from app.domain.fields import Part
from app.errors import Conflict, UserError
from app.i18n import _
from db.base import Recorded
from db.models.operation import Change, Operation

Row = TypeVar("Row", bound=Recorded)
Value = TypeVar("Value", bound=Part)


_made: dict[tuple[Any, str], Select[Any]] = {}


def of_owner(rows: Any, owner: str) -> Select[Any]:
    """Return the query for the rows of one ``owner`` (a column), in the order they were added.

    It is made once for each table, since making it takes a third of the time that running it does: give the
    owner's key as the parameter ``key``.
    """
    if (rows, owner) not in _made:
        column = getattr(rows, owner)
        _made[rows, owner] = select(rows).where(column == bindparam("key")).order_by(rows.id)
    return _made[rows, owner]


def by_owner(session: Session, rows: Any, owner: str, keys: Sequence[UUID]) -> Mapping[UUID, Sequence[Any]]:
    """Return the rows of many owners (by a column), each owner's in the order they were added: one query."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in session.scalars(select(rows).where(getattr(rows, owner).in_(keys)).order_by(rows.id)):
        found[getattr(row, owner)].append(row)
    return found


def names_with_rows(session: Session, parts: Mapping[str, Any], owner: str, key: UUID) -> set[str]:
    """Return the names of those of the ``parts`` (tables by name) of which an ``owner`` (a column) has any.

    One query tells it, and spares one for each of the others: most persons and cases have few of their parts.
    """
    return set(session.scalars(_with_rows(tuple(parts.items()), owner), {"key": key}))


@cache
def _with_rows(parts: tuple[tuple[str, Any], ...], owner: str) -> Select[Any]:
    key: BindParameter[Any] = bindparam("key")
    each = [
        select(literal(name).label("name")).where(getattr(rows, owner) == key).limit(1).subquery().select()
        for name, rows in parts
    ]
    return select(union_all(*each).subquery().c.name)


def find(session: Session, rows: type[Row], key: UUID) -> Row:
    """Return a row. Raises ``UserError`` where it is gone."""
    row = session.get(rows, key)
    if row is None:
        raise UserError(_("This is no longer there."), _("Reload the page."))
    return row


def current(session: Session, rows: type[Row], key: UUID, version: int) -> Row:
    """Return the row as the caller saw it.

    Raises ``Conflict`` with who changed it since and when, ``UserError`` where it is gone.
    """
    row = find(session, rows, key)
    if row.version != version:
        raise _changed_since(session, key)
    return row


def _changed_since(session: Session, key: UUID) -> Conflict:
    query = select(Operation.actor_name, Operation.at).join(Change, Change.operation_seq == Operation.seq)
    last = session.execute(query.where(Change.row_id == key).order_by(Operation.seq.desc()).limit(1)).first()
    who, when = (last.actor_name, last.at.isoformat()) if last else ("", "")
    clock = f"{last.at.astimezone():%H:%M}" if last else ""
    return Conflict(
        _("{who} changed this at {when}.").format(who=who, when=clock),
        _("Reload it, or compare both versions."),
        who=who,
        when=when,
    )


def value_of(kind: type[Value], row: Recorded) -> Value:
    """Return a row's declared fields as the value ``kind``."""
    held = {field.name: getattr(row, field.name) for field in fields.of(kind)}
    return kind(id=row.id, version=row.version, **held)


def put(row: Recorded, value: Part) -> None:
    """Copy a value's declared fields onto its row."""
    for field in fields.of(type(value)):
        setattr(row, field.name, getattr(value, field.name))


def columns_of(value: Part) -> dict[str, Any]:
    """Return a value's declared fields as columns, for ``trail.bulk_insert``."""
    return {field.name: getattr(value, field.name) for field in fields.of(type(value))}
