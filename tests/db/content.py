"""The content of a casebook as one hash: equal before an operation and after its undo."""

import hashlib
import json
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from db import tables
from db.base import Archivable, Recorded
from db.casebook import Casebook
from db.trail import recorded_names
from db.types import plain


def content_hash(book: Casebook) -> str:
    """Return the hash of what is recorded of aggregates that are not archived, with their parts."""
    return hashlib.sha256(json.dumps(book.read(_content), sort_keys=True).encode()).hexdigest()


def _content(session: Session) -> dict[str, Any]:
    archived = _archived(session)
    found = {}
    for mapper in tables.mappers():
        if issubclass(mapper.class_, Recorded):
            rows = session.scalars(select(mapper.class_)).all()
            kept = [_values(row) for row in rows if getattr(row, row.about) not in archived]
            found[mapper.local_table.name] = sorted(kept, key=lambda values: str(values["id"]))  # type: ignore[attr-defined]
    return found


def _archived(session: Session) -> set[Any]:
    kinds: list[Any] = [m.class_ for m in tables.mappers() if issubclass(m.class_, Archivable)]
    return {key for kind in kinds for key in session.scalars(select(kind.id).where(kind.archived))}


def _values(row: Recorded) -> dict[str, Any]:
    names = ["id", *recorded_names(inspect(row).mapper)]
    return {name: plain(getattr(row, name)) for name in names}
