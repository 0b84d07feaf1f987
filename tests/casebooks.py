"""Casebooks for tests: on an encrypted file, and on PostgreSQL too where its programs are installed.

A pytest plugin. ``open_book`` makes a fresh casebook in milliseconds: a copy of one that was made once.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, delete, insert, select, text

from db import tables
from db.casebook import Casebook
from db.engine import postgres_engine
from db.folder import OBJECTS
from db.keyslots import CHEAP
from db.trail import Actor
from db.types import new_key
from tests import postgres

FIRM, NAME, LOGIN, PASSPHRASE = "Fictional Firm", "Ana Sample", "ana", "correct horse battery"
OpenBook = Callable[..., Casebook]
TABLES = tables.METADATA.sorted_tables

# What the tests of the database run on. Without a server there is nothing to run, and nothing skipped.
KINDS = ("file", "postgres") if postgres.programs() else ("file",)


def create(path: Path, **options: Any) -> tuple[Casebook, str]:
    """Make a casebook on disk with a derivation that costs nothing; return it and its recovery key."""
    usual = {"firm": FIRM, "name": NAME, "login": LOGIN, "passphrase": PASSPHRASE, "cost": CHEAP}
    return Casebook.create(path, **{**usual, **options})


def reopen(book: Casebook, **options: Any) -> Casebook:
    """Close a casebook on disk and open it again, as its first user."""
    book.close()
    assert book.folder
    return Casebook.open(book.folder.path, **{"login": LOGIN, "passphrase": PASSPHRASE, **options})


def colleague(book: Casebook, name: str = "Ben Example", **options: Any) -> Casebook:
    """Return the same casebook as somebody else has it open."""
    return Casebook(book.engine, Actor(new_key(), name), folder=book.folder, key=book.key, **options)


class Server:
    """A PostgreSQL server with as many databases as tests want."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._numbers = count()

    def engine(self, database: str = "postgres") -> Engine:
        """Return an engine on one database."""
        return postgres_engine(self._address.replace("/postgres?", f"/{database}?"))

    def fresh(self, template: str = "template0") -> str:
        """Make a database as a copy of ``template``; return its name."""
        name = f"book_{next(self._numbers)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        self._say(f"DROP DATABASE {database} WITH (FORCE)")

    def _say(self, sentence: str) -> None:
        engine = self.engine()
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(sentence))
        engine.dispose()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Start a PostgreSQL server for the tests of this process."""
    with postgres.server() as address:
        yield Server(address)


@pytest.fixture(scope="session")
def _made_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "Test.kasebook"
    create(path)[0].close()
    return path


class Emptied:
    """One database on the server, put back to a new casebook for each test: its connections stay warm."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.actor = Casebook.found(engine, firm=FIRM, name=NAME, login=LOGIN).actor
        with engine.connect() as connection:
            tables = [(table, connection.execute(select(table)).mappings()) for table in TABLES]
            self._rows = [(table, [dict(row) for row in rows]) for table, rows in tables]

    def reset(self) -> None:
        """Put every row back as it was, and the numbers that the server gives out."""
        with self.engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            for table, rows in self._rows:
                connection.execute(delete(table))
                if rows:
                    connection.execute(insert(table), rows)
            connection.execute(text("SELECT setval('person_row_seq_seq', 1, false)"))


@pytest.fixture(scope="session")
def _emptied(server: Server) -> Emptied:
    return Emptied(server.engine(server.fresh()))


@pytest.fixture(params=KINDS)
def open_book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenBook]:
    """Return a function that opens a fresh casebook, with the options of ``Casebook``."""
    with ExitStack() as after:
        make = _on_file if request.param == "file" else _on_server
        yield lambda **options: make(request, tmp_path, after, options)


@pytest.fixture
def open_file(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenBook]:
    """Return a function that opens a fresh casebook on disk, for what only files can do."""
    with ExitStack() as after:
        yield lambda **options: _on_file(request, tmp_path, after, options)


def _on_file(
    request: pytest.FixtureRequest, folder: Path, after: ExitStack, options: dict[str, Any]
) -> Casebook:
    path = folder / "Test.kasebook"
    shutil.copytree(request.getfixturevalue("_made_folder"), path)
    (path / OBJECTS).mkdir(exist_ok=True)
    book = Casebook.open(path, login=LOGIN, passphrase=PASSPHRASE, **options)
    after.callback(book.close)
    return book


def _on_server(
    request: pytest.FixtureRequest, folder: Path, after: ExitStack, options: dict[str, Any]
) -> Casebook:
    emptied: Emptied = request.getfixturevalue("_emptied")
    emptied.reset()
    return Casebook(emptied.engine, emptied.actor, **options)
