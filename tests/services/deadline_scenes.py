"""The steps about entries, deadlines and working days, for the test that undoes everything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from app.services import calendars, deadlines, stays
from app.services.deadlines import Which
from db.casebook import Casebook
from tests.builders import TODAY
from tests.domain.test_workday_files import TOML
from tests.services.ledgers import a_visa, enter

Run = Callable[[], Any]


def _ledger_saved(book: Casebook) -> Run:
    case = a_visa(book)
    return lambda: enter(book, case)


def _ledger_removed(book: Casebook) -> Run:
    entry = enter(book, a_visa(book))
    entry_id = entry.id
    assert entry_id
    return lambda: book.write(stays.remove, "entries", entry_id, entry.version)


def _a_deadline(book: Casebook) -> Which:
    case = a_visa(book)
    enter(book, case)
    return Which.of(book.read(deadlines.of_case, case, TODAY)[0])


def _deadline_done(book: Casebook) -> Run:
    which = _a_deadline(book)
    return lambda: book.write(deadlines.mark_done, which, TODAY, TODAY)


def _deadline_waived(book: Casebook) -> Run:
    which = _a_deadline(book)
    return lambda: book.write(deadlines.waive, which, "Leaves on time")


def _deadline_reopened(book: Casebook) -> Run:
    which = _a_deadline(book)
    book.write(deadlines.waive, which, "Leaves on time")
    return lambda: book.write(deadlines.reopen, replace(which, version=1))


def _deadline_moved(book: Casebook) -> Run:
    which = _a_deadline(book)
    due = datetime(2026, 11, 25, 16, tzinfo=UTC)
    return lambda: book.write(deadlines.override, which, due, "The office closes early")


def _deadline_assigned(book: Casebook) -> Run:
    which = _a_deadline(book)
    return lambda: book.write(deadlines.assign, which, book.actor.id)


def _deadline_alerts(book: Casebook) -> Run:
    which = _a_deadline(book)
    return lambda: book.write(deadlines.set_alerts, which, [5, 1])


def _year_loaded(book: Casebook) -> Run:
    year = calendars.read(TOML, "2027.toml")
    return lambda: book.write(calendars.load, year)


def _year_removed(book: Casebook) -> Run:
    book.write(calendars.load, calendars.read(TOML, "2027.toml"))
    (year,) = book.read(calendars.years)
    return lambda: book.write(calendars.remove, year.id, year.version)


SCENES: dict[str, Callable[[Casebook], Run]] = {
    "case:ledger:save": _ledger_saved,
    "case:ledger:remove": _ledger_removed,
    "case:deadline:done": _deadline_done,
    "case:deadline:waive": _deadline_waived,
    "case:deadline:reopen": _deadline_reopened,
    "case:deadline:override": _deadline_moved,
    "case:deadline:assign": _deadline_assigned,
    "case:deadline:alerts": _deadline_alerts,
    "calendar:load": _year_loaded,
    "calendar:remove": _year_removed,
}
