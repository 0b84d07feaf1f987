"""An import of many persons as one operation, against the driver writing the same rows from ready values."""

from collections.abc import Sequence
from statistics import median
from typing import Any

from db import search_index
from db.casebook import Casebook
from tests.bench import population
from tests.bench.ground import Ground, casebook, driver, import_people
from tests.bench.measure import Figure, milliseconds, seconds

TABLES = (
    "person",
    "person_name",
    "person_nationality",
    "person_passport",
    "operation",
    "change",
    "person_row",
)
Held = dict[str, list[Sequence[Any]]]


def figures(ground: Ground) -> list[Figure]:
    """Import into a new casebook, then write what came out of it into another by the driver; three times."""
    ours, floor = [], []
    for number in range(min(ground.size.rounds, 3)):
        people = list(population.persons(ground.size.imported))
        with casebook(ground.folder / f"Ours{number}.kasebook") as book:
            ours.append(seconds(lambda: book.write(import_people, people)))  # noqa: B023
            held = _all_rows(book)
        with casebook(ground.folder / f"Floor{number}.kasebook") as book:
            floor.append(seconds(lambda: _write(book, held)))  # noqa: B023
    return [
        Figure(
            f"import of {ground.size.imported:,} persons with names, nationality, passport",
            "the driver writing the same rows, records and search rows from ready values",
            median(ours) / median(floor),
            4.0,
            f"{milliseconds(median(ours) / ground.size.imported)} a person",
        )
    ]


def _all_rows(book: Casebook) -> Held:
    raw = driver(book)
    held = {table: raw.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in TABLES}
    raw.close()
    held["operation"] = [row for row in held["operation"] if row[0] > 1]  # the first made the casebook
    held["change"] = [row for row in held["change"] if row[0] > 1]
    return held


def _write(book: Casebook, held: Held) -> None:
    with book.engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        with search_index.bulk(connection):
            for table, rows in held.items():
                marks = ", ".join("?" * len(rows[0]))
                raw.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        connection.commit()
