"""Search on a server: by its indexes, and without the extension for trigrams where it may not be made."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from db import search, search_index, tables
from tests.casebooks import KINDS
from tests.db.persons import TABLES, n, new_engine, put, row

SERVERS = [kind for kind in KINDS if kind == "postgres"]


@pytest.fixture(params=SERVERS)
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A connection to an empty database with the index."""
    with new_engine(request.param, request).connect() as connection:
        yield connection


@pytest.fixture(params=SERVERS)
def poor(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A connection whose account may not make extensions."""
    server = request.getfixturevalue("server")
    engine: Engine = server.engine(server.fresh())
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP ROLE IF EXISTS poor")
        connection.exec_driver_sql("CREATE ROLE poor")
        connection.exec_driver_sql("GRANT ALL ON SCHEMA public TO poor")
        connection.exec_driver_sql("SET ROLE poor")
        tables.METADATA.create_all(connection, tables=TABLES)
        search_index.create_index(connection)
        yield connection
        connection.rollback()
    engine.dispose()


def index_names(connection: Connection) -> set[str]:
    found = connection.exec_driver_sql("SELECT indexname FROM pg_indexes WHERE tablename = 'person_row'")
    return {name for name in found.scalars() if name.startswith(search_index.INDEX_TABLES)}


def test_every_index_bears_the_name_that_migrations_leave_out(connection: Connection) -> None:
    assert index_names(connection) == {"person_token_words", "person_token_names", "person_trigram_parts"}


@pytest.mark.parametrize("typed", ["sample", "ampl", "王伟", "張", "z12"])
def test_search_works_without_the_extension_too(poor: Connection, typed: str) -> None:
    (seq,) = put(poor, row(n("Sample"), n("王", "伟"), n("張"), passport="Z123"))
    assert index_names(poor) == {"person_token_words", "person_token_names"}
    assert search.find(poor, typed) == [seq]
    assert search.similar(poor, "samble") == [seq]


def test_neighbours_are_neighbours(connection: Connection) -> None:
    here, _apart = put(connection, row(n("王", "小伟")), row(n("王", "伟小")))
    assert search.find(connection, "小伟") == [here]
