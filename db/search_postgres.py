"""The search index on PostgreSQL: trigrams over ``folded`` and words over ``tokens``, both GIN.

The words go into the index as they are: PostgreSQL's own parser splits Indic words at their signs. Where
the extension ``pg_trgm`` can't be made, parts of words are found by reading all rows.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.engine import Connection, Row
from sqlalchemy.exc import DBAPIError

from app.domain.queries import Query, is_run, runs

_WORDS = "array_to_tsvector(string_to_array(p.tokens, ' '))"
_INDEXES = {
    "person_token_words": "gin (array_to_tsvector(string_to_array(tokens, ' ')))",
    "person_token_names": "btree (sort_name text_pattern_ops)",  # LIKE 'x%' in any locale
    "person_trigram_parts": "gin (folded gin_trgm_ops)",
}
_HAS_TRIGRAMS = "SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'"
_HIT = "(SELECT p.seq, p.sort_name, p.folded, {tier} AS tier FROM person_row p WHERE p.archived IN (%s, %s) "
_BY_NAME = _HIT.format(tier=0) + "AND p.sort_name LIKE %s ORDER BY p.sort_name LIMIT %s)"
_NEAR = (
    "SELECT p.seq, p.folded, p.tokens, p.birth_date FROM person_row p "
    "WHERE p.archived IN (%s, %s) AND {condition} LIMIT %s"
)


def create_index(connection: Connection) -> None:
    """Make what is missing of the index; without the right to make ``pg_trgm``, the rest of it."""
    try:
        with connection.begin_nested():
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DBAPIError:
        pass
    has_trigrams = connection.exec_driver_sql(_HAS_TRIGRAMS).scalar()
    for name, definition in _INDEXES.items():
        if has_trigrams or "trgm" not in definition:
            connection.exec_driver_sql(f"CREATE INDEX IF NOT EXISTS {name} ON person_row USING {definition}")


def hits(connection: Connection, query: Query, archived: tuple[bool, bool], limit: int) -> Sequence[Row[Any]]:
    """Return ``seq, sort_name, folded, tier`` of persons of each tier, as ``search_sqlite.hits`` does."""
    parts: list[str] = []
    values: list[Any] = []
    if query.text:
        parts.append(_BY_NAME)
        values += [*archived, _escaped(query.text) + "%", limit]
    for words in query.readings:
        whole, beginning = _words(words, beginning=False), _words(words, beginning=True)
        for tier, (sql, bound) in ((1, whole), (2, beginning), (3, _parts(words))):
            if sql and (tier != 2 or bound != whole[1]):
                parts.append(f"{_HIT.format(tier=tier)} AND {sql} LIMIT %s)")
                values += [*archived, *bound, limit]
    # A plan made once for any words would read all rows: it can't know that the words are rare.
    connection.exec_driver_sql("SET LOCAL plan_cache_mode = force_custom_plan")
    return connection.exec_driver_sql(" UNION ALL ".join(parts), tuple(values)).all()


def near_by_parts(
    connection: Connection, parts: Sequence[str], archived: tuple[bool, bool], limit: int
) -> Sequence[Row[Any]]:
    """Return ``seq, folded, tokens, birth_date`` of persons who have some of the three-letter ``parts``."""
    scores = " + ".join(["(p.folded LIKE %s)::int"] * len(parts))
    condition = f"p.folded LIKE ANY (%s) ORDER BY {scores} DESC"
    patterns = [f"%{_escaped(part)}%" for part in parts]
    return _near(connection, condition, (patterns, *patterns), archived, limit) if parts else []


def near_by_words(
    connection: Connection, words: Sequence[str], archived: tuple[bool, bool], limit: int
) -> Sequence[Row[Any]]:
    """Return the same of persons who have any of ``words`` whole."""
    expression = " | ".join(_lexeme(word) for word in words)
    condition = f"{_WORDS} @@ CAST(%s AS tsquery)"
    return _near(connection, condition, (expression,), archived, limit) if words else []


def _near(
    connection: Connection, condition: str, values: Sequence[Any], archived: tuple[bool, bool], limit: int
) -> Sequence[Row[Any]]:
    sql = _NEAR.format(condition=condition)
    return connection.exec_driver_sql(sql, (*archived, *values, limit)).all()


_Condition = tuple[str, list[Any]]


def _words(words: Sequence[str], *, beginning: bool) -> _Condition:
    """Return the condition that a person has all ``words``; characters of a run must be neighbours."""
    found = [run for word in words for run in runs(word)]
    lexemes = [
        _lexeme(piece) + (":*" if beginning and not is_run(run) else "") for run in found for piece in run
    ]
    neighbours = [f"% {_escaped(' '.join(run))} %" for run in found if len(run) > 1]
    sql = f"{_WORDS} @@ CAST(%s AS tsquery)" + " AND (' ' || p.tokens || ' ') LIKE %s" * len(neighbours)
    return f"({sql})", [" & ".join(lexemes), *neighbours]


def _parts(words: Sequence[str]) -> _Condition:
    """Return the condition that a person has all ``words`` as parts of words; "" where all are too short."""
    if all(len(word) < 3 for word in words):
        return "", []
    return "(" + " AND ".join(["p.folded LIKE %s"] * len(words)) + ")", [f"%{_escaped(w)}%" for w in words]


def _escaped(text: str) -> str:
    """Return text in which LIKE sees no wildcard."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _lexeme(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
