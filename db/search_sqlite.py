"""The search index on SQLite: two full-text tables over ``person_row``, kept in step by triggers.

Both are external-content FTS5 tables: they hold the index and read the text from ``person_row``. A row
must never be written by INSERT OR REPLACE unless ``recursive_triggers`` is on: its entries would go stale.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy.engine import Connection, Row
from sqlalchemy.exc import DatabaseError

from app.domain.queries import Query, is_run, runs

# Text is folded before it comes here, so the tokenizers change nothing. One finds parts of words, from three
# characters on; the other beginnings of words, and single Chinese, Japanese and Korean characters.
_TRIGRAM_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS person_trigram USING fts5("
    "folded, content='person_row', content_rowid='seq', tokenize='trigram case_sensitive 1')"
)
_WORD_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS person_token USING fts5("
    "tokens, content='person_row', content_rowid='seq', prefix='1 2 3', "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")"
)
_COLUMNS = {"person_trigram": "folded", "person_token": "tokens"}
_ADD = "INSERT INTO {table}(rowid, {column}) VALUES (new.seq, new.{column});"
_REMOVE = "INSERT INTO {table}({table}, rowid, {column}) VALUES ('delete', old.seq, old.{column});"
_TRIGGERS = {
    "insert": "AFTER INSERT ON person_row BEGIN " + _ADD + " END",
    "delete": "AFTER DELETE ON person_row BEGIN " + _REMOVE + " END",
    "update": "AFTER UPDATE OF {column} ON person_row WHEN old.{column} IS NOT new.{column} BEGIN "
    + _REMOVE
    + " "
    + _ADD
    + " END",
}

_REBUILD = "INSERT INTO {table}({table}) VALUES ('rebuild')"
_CHECK = "INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)"

_HIT = "SELECT * FROM (SELECT p.seq, p.sort_name, p.folded, {tier} AS tier FROM {source} WHERE {condition} "
_BY_NAME = _HIT.format(
    tier="0",
    source="person_row p",
    condition="p.archived IN (?, ?) AND p.sort_name >= ? AND p.sort_name < ? ORDER BY p.sort_name LIMIT ?)",
)
# CROSS JOIN keeps the full-text table in front: the other way round it is asked once per person.
_BY_WORD = _HIT.format(
    tier="?",
    source="person_token CROSS JOIN person_row p ON p.seq = person_token.rowid",
    condition="p.archived IN (?, ?) AND person_token MATCH ? LIMIT ?)",
)
_BY_TRIGRAM = _HIT.format(
    tier="3",
    source="person_trigram CROSS JOIN person_row p ON p.seq = person_trigram.rowid",
    condition="p.archived IN (?, ?) AND person_trigram MATCH ?",
)
_NEAR = (
    "SELECT p.seq, p.folded, p.tokens, p.birth_date FROM {table} CROSS JOIN person_row p "
    "ON p.seq = {table}.rowid WHERE p.archived IN (?, ?) AND {table} MATCH ? ORDER BY rank LIMIT ?"
)


def create_index(connection: Connection) -> None:
    """Make tables and triggers where they are missing; the tables are empty until ``rebuild``."""
    connection.exec_driver_sql(_TRIGRAM_TABLE)
    connection.exec_driver_sql(_WORD_TABLE)
    for name, table, body in _triggers():
        sql = body.format(table=table, column=_COLUMNS[table])
        connection.exec_driver_sql(f"CREATE TRIGGER IF NOT EXISTS {name} {sql}")


def drop_triggers(connection: Connection) -> None:
    """Stop keeping the index in step, until ``create_index``."""
    for name, _table, _body in _triggers():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def _triggers() -> Iterator[tuple[str, str, str]]:
    for table in _COLUMNS:
        for event, body in _TRIGGERS.items():
            yield f"{table}_{event}", table, body


def rebuild(connection: Connection) -> None:
    """Fill the index anew from ``person_row``."""
    for table in _COLUMNS:
        connection.exec_driver_sql(_REBUILD.format(table=table))


def is_sound(connection: Connection) -> bool:
    """Say whether the index agrees with ``person_row``; after False the caller must roll back.

    Only the form with rank 1 compares the two.
    """
    try:
        for table in _COLUMNS:
            connection.exec_driver_sql(_CHECK.format(table=table))
    except DatabaseError:
        return False
    return True


def hits(
    connection: Connection, query: Query, archived: tuple[bool, bool], limit: int
) -> Sequence[tuple[Any, ...]]:
    """Return ``seq, sort_name, folded, tier`` of up to ``limit`` persons of each tier, in no order.

    A person may come in several tiers: 0 the name begins as typed, 1 whole words, 2 beginnings of words,
    3 parts of words.
    """
    parts: list[str] = []
    values: list[Any] = []
    if query.text:
        parts.append(_BY_NAME)
        values += [*archived, query.text, query.text + "\U0010ffff", limit]
    for words in query.readings:
        for tier, expression in _word_expressions(words):
            parts.append(_BY_WORD)
            values += [tier, *archived, expression, limit]
        long, short = [w for w in words if len(w) > 2], [w for w in words if len(w) < 3]
        if long:
            parts.append(_BY_TRIGRAM + " AND instr(p.folded, ?)" * len(short) + " LIMIT ?)")
            values += [*archived, " AND ".join(map(_quoted, long)), *short, limit]
    found = connection.exec_driver_sql(" UNION ALL ".join(parts), tuple(values))
    assert found.cursor is not None
    return list(found.cursor.fetchall())  # at every keystroke: tuples of the driver cost half of rows


def near_by_parts(
    connection: Connection, parts: Sequence[str], archived: tuple[bool, bool], limit: int
) -> Sequence[Row[Any]]:
    """Return ``seq, folded, tokens, birth_date`` of persons who have most of the three-letter ``parts``."""
    return _near(connection, "person_trigram", " OR ".join(map(_quoted, parts)), archived, limit)


def near_by_words(
    connection: Connection, words: Sequence[str], archived: tuple[bool, bool], limit: int
) -> Sequence[Row[Any]]:
    """Return the same of persons who have any of ``words`` whole."""
    return _near(connection, "person_token", " OR ".join(map(_quoted, words)), archived, limit)


def _near(
    connection: Connection, table: str, expression: str, archived: tuple[bool, bool], limit: int
) -> Sequence[Row[Any]]:
    if not expression:
        return []
    sql = _NEAR.format(table=table)
    return connection.exec_driver_sql(sql, (*archived, expression, limit)).all()


def _word_expressions(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the expressions for whole words (tier 1) and for their beginnings (tier 2)."""
    found = [run for word in words for run in runs(word)]
    yield 1, " AND ".join(_quoted(" ".join(run)) for run in found)
    if not all(map(is_run, found)):
        yield 2, " AND ".join(_quoted(" ".join(run)) + ("" if is_run(run) else "*") for run in found)


def _quoted(text: str) -> str:
    """Return an FTS5 string: nothing inside it is an operator."""
    return '"' + text.replace('"', '""') + '"'
