"""The casebooks that are measured: real encrypted files, wired as the program wires them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from app import bootstrap
from app.domain.people import Person
from app.services import person_imports
from db import trail
from db.casebook import Casebook
from db.engine import prepare
from db.keyslots import CHEAP
from tests.bench import population
from tests.bench.measure import Size

TODAY = date(2026, 11, 23)
LOGIN, PASSPHRASE = "ana", "correct horse battery"


@contextmanager
def casebook(path: Path) -> Iterator[Casebook]:
    """Make a casebook with a cheap key derivation, open it as the program does, and close it at the end."""
    who = {"firm": "Fictional Firm", "name": "Ana Sample", "login": LOGIN, "passphrase": PASSPHRASE}
    book, _code = bootstrap.create_casebook(path, today=lambda: TODAY, cost=CHEAP, **who)
    try:
        yield book
    finally:
        book.close()


@trail.operation("bench:import", "Import persons")
def import_people(session: Session, people: Sequence[Person]) -> list[UUID]:
    """Write many persons with names, nationalities and passports as one operation; return their keys.

    Search rows follow from the change records.
    """
    return person_imports.add(session, people)


def fill(book: Casebook, count: int) -> list[UUID]:
    """Import ``count`` fictional persons; return their keys."""
    return book.write(import_people, list(population.persons(count))).result


def driver(book: Casebook) -> Any:
    """Return a connection of the driver to a casebook's file, set up as the program's are."""
    assert book.folder
    raw = dbapi2.connect(str(book.folder.database), isolation_level=None, check_same_thread=False)
    prepare(raw, book.key)
    return raw


def rows(raw: Any, sql: str, values: Sequence[Any] = ()) -> Callable[[], list[Any]]:
    """Return a call that fetches all rows of ``sql`` in a transaction of its own, as every read has one."""

    def fetch() -> list[Any]:
        raw.execute("BEGIN")
        found = list(raw.execute(sql, values).fetchall())
        raw.execute("COMMIT")
        return found

    return fetch


class Ground:
    """Where one run of the benchmarks stands: its size, a folder, and the casebook of the long lists."""

    def __init__(self, size: Size, folder: Path) -> None:
        self.size = size
        self.folder = folder
        self._open = ExitStack()

    @cached_property
    def long(self) -> Casebook:
        """A casebook with ``size.persons`` persons, filled when first asked for."""
        book = self._open.enter_context(casebook(self.folder / "Long.kasebook"))
        fill(book, self.size.persons)
        return book

    def close(self) -> None:
        """Close what was opened."""
        self._open.close()
