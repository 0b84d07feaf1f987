"""Persons as search knows them, and databases with nothing else in them."""

import os
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select
from sqlalchemy.engine import Connection

from app.domain import folding, names
from app.domain.people import Name
from app.domain.pinyin import readings
from db import search_index, tables
from db.engine import sqlite_engine
from db.models.person import PersonRow
from db.models.person_row import PersonListing
from db.types import new_key

TABLES = [tables.METADATA.tables[name] for name in ("person", "person_row")]


def row(*written: Name, passport: str = "", birth: str = "", archived: bool = False) -> dict[str, Any]:
    """Return the derived row of a person, as ``db.listing`` makes it."""
    found = folding.document(written, passports=[passport], birth_date=birth, pinyin=readings)
    return {
        "person_id": new_key(),
        "archived": archived,
        "name": names.passport_form(written[0]),
        "native_name": "",
        "sort_name": names.sort_key(written[0]),
        "birth_date": birth,
        "nationality": "",
        "passport": passport,
        "folded": found.folded,
        "tokens": found.tokens,
    }


def put(connection: Connection, *rows: dict[str, Any]) -> list[int]:
    """Store the rows, with the persons they belong to; return their ``seq``."""
    people = [{"id": one["person_id"], "version": 1, "archived": one["archived"]} for one in rows]
    connection.execute(insert(PersonRow), people)
    connection.execute(insert(PersonListing), list(rows))
    keys = [one["person_id"] for one in rows]
    found = select(PersonListing.person_id, PersonListing.seq).where(PersonListing.person_id.in_(keys))
    seqs = {one.person_id: one.seq for one in connection.execute(found)}
    return [seqs[key] for key in keys]


def n(family: str, given_names: str = "") -> Name:
    return Name(family=family, given=given_names)


def new_engine(kind: str, request: pytest.FixtureRequest) -> Engine:
    """Return an empty database with the tables of persons and the index; it is disposed of in the end."""
    if kind == "file":
        folder = request.getfixturevalue("tmp_path_factory").mktemp("search")
        engine = sqlite_engine(folder / "x.db", os.urandom(32), create=True)
    else:
        server = request.getfixturevalue("server")
        engine = server.engine(server.fresh())
    request.addfinalizer(engine.dispose)
    with engine.begin() as connection:
        tables.METADATA.create_all(connection, tables=TABLES)
        search_index.create_index(connection)
    return engine
