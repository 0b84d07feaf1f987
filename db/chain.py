"""The chain of operations: each MAC covers the one before it, so nothing is altered or cut off unseen."""

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection, Row

from app.i18n import N_
from db.models.operation import ChainHead, Change, Operation

START = b"\x00" * 32
MISSING_CHANGE = N_("A change record is missing or added")


def value_digest(row: Mapping[Any, Any]) -> bytes:
    """Return the salted SHA-256 of one change; the salt keeps short values from being guessed."""
    parts = [row["salt"], row["row_id"].bytes, row["about"].bytes]
    parts += [str(row[name]).encode() for name in ("entity", "kind", "version")]
    parts += [b"\x00" if text is None else b"\x01" + text.encode() for text in (row["before"], row["after"])]
    return hashlib.sha256(_framed(parts)).digest()


def chained_mac(key: bytes, previous: bytes, values: Mapping[Any, Any], digests: Iterable[bytes]) -> bytes:
    """Return the HMAC-SHA256 of an operation, its changes' digests, and the operation before it."""
    fields = [values[name] for name in ("seq", "id", "tag", "label", "actor_id", "actor_name", "at", "undo")]
    fields += [values[name] for name in ("undoes", "about", "detail", "changes")]
    parts = [previous, *(b"" if value is None else str(value).encode() for value in fields), *digests]
    return hmac.new(key, _framed(parts), hashlib.sha256).digest()


def _framed(parts: Iterable[bytes]) -> bytes:
    """Join parts with their lengths, so that no two lists of parts give the same bytes."""
    return b"".join([len(part).to_bytes(8, "big") + part for part in parts])  # sooner than a generator


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing found wrong: at which operation, and what (an English msgid, no values)."""

    seq: int
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many operations were read, the head reached, and the fault, if any."""

    operations: int
    mac: bytes
    fault: Fault | None


def verify(connection: Connection, key: bytes) -> Verdict:
    """Read the whole chain with the audit ``key``. Erased values are not a fault; altered ones are."""
    mac, count = START, 0
    changes = _grouped_changes(connection)
    ahead = next(changes, None)
    operations = select(*Operation.__table__.c).order_by(Operation.seq).execution_options(yield_per=500)
    for count, row in enumerate(connection.execute(operations), 1):
        own = _NO_CHANGES if ahead is None or ahead.seq != row.seq else ahead
        expected = chained_mac(key, mac, row._mapping, own.digests)
        fault = own.fault or _fault_of(row, count, len(own.digests), expected)
        if fault:
            return Verdict(count, mac, fault)
        mac, ahead = expected, ahead if own is _NO_CHANGES else next(changes, None)
    if ahead is not None:
        return Verdict(count, mac, Fault(ahead.seq, MISSING_CHANGE))
    head = connection.execute(select(ChainHead.seq, ChainHead.mac)).one()
    cut = (
        None
        if (head.seq, head.mac) == (count, mac)
        else Fault(head.seq, N_("The last operations are missing"))
    )
    return Verdict(count, mac, cut)


def _fault_of(row: Row[Any], position: int, changes: int, expected: bytes) -> Fault | None:
    seq, mac, stated = row.seq, row.mac, row.changes
    if seq != position:
        return Fault(position, N_("An operation is missing"))
    if changes != stated:
        return Fault(seq, MISSING_CHANGE)
    return None if mac == expected else Fault(seq, N_("The operation or one of its changes was altered"))


@dataclass(frozen=True, slots=True)
class _Changes:
    """The changes of one operation: their digests in order, and what is wrong with one of them."""

    seq: int
    digests: list[bytes]
    fault: Fault | None = None


_NO_CHANGES = _Changes(0, [])


def _grouped_changes(connection: Connection) -> Iterator[_Changes]:
    """Yield the changes by operation, read as one stream beside the operations' own."""
    query = select(*Change.__table__.c).order_by(Change.operation_seq, Change.ordinal)
    rows = connection.execute(query.execution_options(yield_per=500))
    for seq, group in groupby(rows, key=lambda row: int(row.operation_seq)):
        changes = list(group)
        wrong = any(_is_altered(row) for row in changes)
        fault = Fault(seq, N_("A recorded value was altered")) if wrong else None
        yield _Changes(seq, [row.digest for row in changes], fault)


def _is_altered(row: Row[Any]) -> bool:
    erased = row.before is None and row.after is None
    return not erased and value_digest(row._mapping) != row.digest
