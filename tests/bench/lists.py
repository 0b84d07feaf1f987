"""The list of persons: keys in order, sorted, filtered, a window of lines, against the driver's own rows."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from app.services import people_list
from app.ui.widgets.table_model import WINDOW
from db.casebook import Casebook
from tests.bench.ground import Ground, casebook, driver, rows
from tests.bench.measure import Figure, interleaved, milliseconds

DRIVER = "the same SQL by the driver"
REPEATS = {"one window of lines": 50, "ids of a filter": 50}  # of what is over too soon to be timed once
SYNTHETIC = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO person_row "
    "SELECT i, randomblob(16), 0, 'NAME ' || i, '', printf('%08x', (i * 2654435761) % 4294967296), "
    "'1990-01-01', 'IN', 'Z' || i, '', '' FROM n"
)


@contextmanager
def heard(book: Casebook) -> Iterator[list[tuple[str, Any]]]:
    """Give the statements that reach the driver inside the block, with their values."""
    statements: list[tuple[str, Any]] = []

    def hear(_connection: object, _cursor: object, sql: str, values: Any, *_rest: object) -> None:
        if sql.startswith("SELECT"):
            statements.append((sql, values))

    event.listen(book.engine, "before_cursor_execute", hear)
    yield statements
    event.remove(book.engine, "before_cursor_execute", hear)


def figures(ground: Ground) -> list[Figure]:
    """Measure each read of the list, and the memory of the largest one."""
    book = ground.long
    keys = book.read(people_list.ids)
    middle = keys[len(keys) // 2 :][:WINDOW]

    def ids() -> object:
        return book.read(people_list.ids)

    def first_rows() -> object:
        return book.read(people_list.lines, book.read(people_list.ids)[:WINDOW])

    reads: dict[str, Callable[[], object]] = {
        "ids in order": ids,
        "ids sorted by birth date, last first": lambda: book.read(
            people_list.ids, sort="birth_date", descending=True
        ),
        "ids of a filter": lambda: book.read(people_list.ids, typed="ros"),
        "ids in order and their first window": first_rows,
        "one window of lines": lambda: book.read(people_list.lines, middle),
    }
    found = [_figure(ground, book, name, read) for name, read in reads.items()]
    return [*found, _memory(ground)]


def _figure(ground: Ground, book: Casebook, name: str, read: Callable[[], object]) -> Figure:
    with heard(book) as statements:
        read()
    raw = driver(book)
    fetches = [rows(raw, sql, values) for sql, values in statements]
    often = range(REPEATS.get(name, 1))
    taken = interleaved(
        ground.size.rounds,
        {
            "ours": lambda: [read() for _time in often],
            "floor": lambda: [fetch() for _time in often for fetch in fetches],
        },
    )
    raw.close()
    each = milliseconds(taken["ours"] / len(often))
    return Figure(
        f"{name}, {ground.size.persons:,} persons", DRIVER, taken["ours"] / taken["floor"], 1.5, each
    )


def _memory(ground: Ground) -> Figure:
    path = ground.folder / "Many.kasebook"
    with casebook(path) as book:
        raw = driver(book)
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("BEGIN")
        for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {trigger}")
        raw.execute(SYNTHETIC, (ground.size.many,))
        raw.execute("COMMIT")
        raw.close()
    command = [sys.executable, "-m", "tests.bench.memory", str(path)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Figure(
        f"memory of {ground.size.many:,} ids and 300 jumps among them, in MB",
        "the program before it asks for them",
        told["grown"],
        32.0,
        f"peak {told['peak']:.3g} MB more",
    )
