"""The full-text tables on disk: used by every search, and checked against the persons."""

from typing import Any

import pytest
from sqlalchemy import Engine, update
from sqlalchemy.engine import Connection

from app.domain.queries import understood
from db import search, search_index, search_sqlite
from db.models.person_row import PersonListing
from tests.db.persons import n, new_engine, put, row


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Engine:
    """An empty database on disk."""
    return new_engine("file", request)


class Recorder:
    """A connection that keeps what it is asked."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.asked: list[tuple[str, Any]] = []

    def exec_driver_sql(self, sql: str, values: Any = ()) -> Any:
        """Remember and pass on."""
        self.asked.append((sql, values))
        return self.connection.exec_driver_sql(sql, values)


@pytest.mark.parametrize("typed", ["sharma", "sharma an", "王伟", "1998-04-02", "z 12 34", "li"])
def test_no_search_reads_all_persons(engine: Engine, typed: str) -> None:
    with engine.connect() as connection:
        asking: Any = Recorder(connection)
        search_sqlite.hits(asking, understood(typed), (False, False), 50)
        sql, values = asking.asked[0]
        plan = [step.detail for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)]
        scans = [step for step in plan if step.startswith("SCAN p") and "VIRTUAL TABLE" not in step]
        assert scans == []
        assert any("ix_person_row_by_name" in step for step in plan)


def test_a_row_replaced_leaves_nothing_stale(engine: Engine) -> None:
    with engine.begin() as connection:
        (seq,) = put(connection, row(n("Before")))
        columns = "seq, person_id, archived, name, native_name, sort_name, birth_date, nationality, passport"
        connection.exec_driver_sql(
            f"INSERT OR REPLACE INTO person_row ({columns}, folded, tokens) "
            f"SELECT {columns}, 'after', 'after' FROM person_row WHERE seq = ?",
            (seq,),
        )
        assert search.find(connection, "after") == [seq]
        assert search_sqlite.near_by_words(connection, ["before"], (False, True), 5) == []
        assert search_index.is_sound(connection)


def test_an_index_that_lost_step_is_noticed(engine: Engine) -> None:
    with engine.connect() as connection:
        put(connection, row(n("Sample")))
        search_sqlite.drop_triggers(connection)
        connection.execute(update(PersonListing).values(folded="changed"))
        assert not search_index.is_sound(connection)
        connection.rollback()


def test_rare_characters_younger_than_the_tokenizer_are_words_too(engine: Engine) -> None:
    rare = [
        "\U0002cb4e",
        "\U00030edd",
        "\U00031350",
        "\U0002ebf0",
        "\ue123",
    ]  # extensions E, G, H, I; private
    with engine.begin() as connection:
        seqs = put(connection, *(row(n("吕", character)) for character in rare))
        assert [search.find(connection, character) for character in rare] == [[seq] for seq in seqs]
