"""Keep each person's derived row in step: what lists show and search reads."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, func, select, update
from sqlalchemy.engine import Connection, Row
from sqlalchemy.orm import Session

from app.domain import folding, names
from app.domain.choices import NameKind, NationalityKind, PassportState
from app.domain.folding import Reader
from db import search_index
from db.bulk import insert_rows
from db.models.person import NameRow, NationalityRow, PassportRow, PersonRow
from db.models.person_row import PersonListing
from db.trail import Changes, Record, of

BATCH = 500  # keys in one query
MANY = 2000  # persons of one operation that may be worth an index filled anew
_READ: dict[Any, tuple[str, ...]] = {
    PersonRow: ("birth_date", "archived"),
    NameRow: ("kind", "family", "given", "order"),
    NationalityRow: ("kind", "country"),
    PassportRow: ("number", "state"),
}
_READ_OF_TABLE = {rows.__tablename__: frozenset((*names, "person_id")) for rows, names in _READ.items()}
_WEIGHT = list(NameKind)
_NATIVE = (NameKind.NATIVE, NameKind.CHINESE)


def refresh(session: Session, changes: Changes, pinyin: Reader | None = None) -> None:
    """Recompute the rows of every person of whom the operation under way changed something they show."""
    shown = (record for record in of(session).records if _shows(record))
    people = sorted({key for record in shown for key in _concerned(record)})  # in order of time
    connection = session.connection()
    with search_index.bulk(connection) if _outnumber(connection, people) else nullcontext():
        refresh_people(connection, people, pinyin)


def _shows(record: Record) -> bool:
    read = _READ_OF_TABLE.get(record.entity)
    if read is None or record.kind != "update":
        return read is not None
    return not read.isdisjoint(json.loads(record.after or "{}"))


def _concerned(record: Record) -> Iterable[UUID]:
    """Return whom a change concerns: of a row that went to another person, both."""
    before = json.loads(record.before or "{}").get("person_id") if record.kind == "update" else None
    return {record.about, UUID(before)} if before else {record.about}


def _outnumber(connection: Connection, people: Sequence[UUID]) -> bool:
    """Say whether so many persons come in that the search index is sooner filled anew."""
    if len(people) < MANY:
        return False
    return len(people) >= connection.scalars(select(func.count()).select_from(PersonListing)).one()


def refresh_people(connection: Connection, people: Sequence[UUID], pinyin: Reader | None = None) -> None:
    """Recompute the rows of ``people``; keys of anything else are passed over."""
    for at in range(0, len(people), BATCH):
        _refresh(connection, people[at : at + BATCH], pinyin)


def _refresh(connection: Connection, keys: Sequence[UUID], pinyin: Reader | None) -> None:
    held, nationalities, passports = (
        _by_person(connection, rows, keys) for rows in (NameRow, NationalityRow, PassportRow)
    )
    there, new = [], []
    for person in connection.execute(_PEOPLE, {"keys": keys}):
        row = _row(person, held[person.id], nationalities[person.id], passports[person.id], pinyin)
        if person.seq is None:
            new.append(row)
        else:
            there.append({**row, "of": person.seq})
    if there:
        connection.execute(_UPDATE, there)
    insert_rows(connection, PersonListing, new)


def _by_person(connection: Connection, rows: Any, keys: Sequence[UUID]) -> Mapping[UUID, list[Row[Any]]]:
    grouped: dict[UUID, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_PARTS[rows], {"keys": keys}):
        grouped[row.person_id].append(row)
    return grouped


def _parts_query(rows: Any) -> Select[Any]:
    columns = [rows.person_id, *(getattr(rows, name) for name in _READ[rows])]
    return select(*columns).where(rows.person_id.in_(_KEYS)).order_by(rows.id)


# Made once: an edit runs them all, and making them takes longer than running them.
_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_PARTS = {rows: _parts_query(rows) for rows in (NameRow, NationalityRow, PassportRow)}
_PEOPLE = (
    select(PersonRow.id, PersonRow.birth_date, PersonRow.archived, PersonListing.seq)
    .outerjoin(PersonListing, PersonListing.person_id == PersonRow.id)
    .where(PersonRow.id.in_(_KEYS))
    .order_by(PersonRow.id)
)
_UPDATE = update(PersonListing).where(PersonListing.seq == bindparam("of"))


def _row(
    person: Any,
    written: list[Row[Any]],
    nationalities: list[Row[Any]],
    passports: list[Row[Any]],
    pinyin: Reader | None,
) -> dict[str, Any]:
    written = sorted(written, key=lambda name: _WEIGHT.index(name.kind) if name.kind else len(_WEIGHT))
    birth_date = str(person.birth_date or "")
    numbers = [passport.number for passport in passports]
    found = folding.document(written, passports=numbers, birth_date=birth_date, pinyin=pinyin)
    native = next((names.full(name) for name in written if name.kind in _NATIVE), "")
    return {
        "person_id": person.id,
        "archived": person.archived,
        "name": names.passport_form(written[0]) if written else "",
        "native_name": native,
        "sort_name": names.sort_key(written[0]) if written else "",
        "birth_date": birth_date,
        "nationality": _first(n.country for n in nationalities if n.kind is not NationalityKind.FORMER),
        "passport": _first(p.number for p in passports if p.state in (None, PassportState.CURRENT)),
        "folded": found.folded,
        "tokens": found.tokens,
    }


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def rows_of(connection: Connection, columns: Sequence[str], seqs: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return ``columns`` of the persons ``seqs``, in no order, as the driver gives them.

    A list asks for a window of lines while it scrolls: a compiled query of as many values takes longer to
    fill in than to run. Keys come as ``types.as_key`` reads them.
    """
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    values = ", ".join([mark] * len(seqs))
    table = PersonListing.__tablename__
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE seq IN ({values})"  # noqa: S608  names of ours
    cursor = connection.exec_driver_sql(sql, tuple(seqs)).cursor
    assert cursor is not None
    return list(cursor.fetchall())


def packed(connection: Connection, query: Select[Any]) -> array[int]:
    """Return the integers a query gives, in its order, from the driver's cursor into one buffer.

    Eight bytes a row: a million ids cost 8 MB and no Python object each.
    """
    found = array("q")
    cursor = connection.execute(query).cursor
    assert cursor is not None
    while batch := cursor.fetchmany(1_000):
        found.fromlist([number for (number,) in batch])
    return found
