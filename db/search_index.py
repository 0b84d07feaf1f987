"""The index in which persons are searched, over ``person_row``: made, filled, checked.

``search_sqlite`` and ``search_postgres`` know how; what looks into it is ``db.search``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.engine import Connection

from db import search_postgres, search_sqlite

PINYIN = "pinyin"  # where a session keeps the reader of Chinese names that its casebook was given
# What the names of everything that belongs to the index begin with; migrations and row counts leave it out.
INDEX_TABLES = ("person_trigram", "person_token")


def create_index(connection: Connection) -> None:
    """Make the index, or what is missing of it: a rebuilt ``person_row`` has lost its triggers."""
    backend(connection).create_index(connection)


def rebuild(connection: Connection) -> None:
    """Fill the index anew from ``person_row``; PostgreSQL keeps it filled by itself."""
    if is_sqlite(connection):
        search_sqlite.rebuild(connection)


def is_sound(connection: Connection) -> bool:
    """Say whether the index agrees with ``person_row``; needs a write, to be rolled back after False."""
    return search_sqlite.is_sound(connection) if is_sqlite(connection) else True


@contextmanager
def bulk(connection: Connection) -> Iterator[None]:
    """Let many rows be written inside the block without the index, and fill it anew at the end.

    All in the caller's transaction: a block that fails must be rolled back by it. Worth while when at
    least as many rows come in as are there.
    """
    if not is_sqlite(connection):
        yield
        return
    search_sqlite.drop_triggers(connection)
    yield
    search_sqlite.rebuild(connection)
    search_sqlite.create_index(connection)


def is_sqlite(connection: Connection) -> bool:
    """Say whether the index is SQLite's."""
    return connection.dialect.name == "sqlite"


def backend(connection: Connection) -> Any:
    """Return the module that knows this database's index."""
    return search_sqlite if is_sqlite(connection) else search_postgres
