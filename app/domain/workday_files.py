"""A year of China's working days as a file: TOML, or a CSV list of days."""

import csv
from collections.abc import Sequence
from datetime import date
from itertools import chain

from app.domain import workdays
from app.domain.pack_reader import Table, load_toml
from app.domain.workdays import AnnouncedYear
from app.errors import UserError
from app.i18n import _

HOLIDAY, WORKDAY = "holiday", "workday"
_LIMIT = 200  # no year has as many days of either kind


def parse_toml(text: str, file: str) -> AnnouncedYear:
    """Read ``year``, ``source``, ``announced_on``, ``holidays`` and ``workdays``. Raises ``UserError``.

    A day is written 2027-01-01, a span of days 2027-02-05/2027-02-12 (as text).
    """
    table = Table(load_toml(text, file), file)
    held = (
        table.number("year"),
        _listed(table, "holidays"),
        _listed(table, "workdays"),
        table.text("source"),
        table.day("announced_on"),
    )
    table.done()
    return _named(file, *held)


def _listed(table: Table, key: str) -> list[date]:
    written = table.take(key, [])
    if not isinstance(written, Sequence) or isinstance(written, str) or len(written) > _LIMIT:
        raise table.error(_("must be a list of dates"), key)
    try:
        return list(chain.from_iterable(_span(str(each)) for each in written))
    except ValueError:
        raise table.error(_("must be a list of dates"), key) from None


def _span(text: str) -> list[date]:
    first, _slash, last = text.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    if not 0 <= (end - start).days <= _LIMIT:
        raise ValueError(text)
    return [date.fromordinal(number) for number in range(start.toordinal(), end.toordinal() + 1)]


def parse_csv(text: str, file: str, source: str, announced_on: date) -> AnnouncedYear:
    """Read lines of "2027-01-01,holiday" or "2027-02-20,workday". Raises ``UserError`` with the line."""
    found: dict[str, list[date]] = {HOLIDAY: [], WORKDAY: []}
    for number, row in enumerate(csv.reader(text.splitlines()), 1):
        cells = [cell.strip() for cell in row if cell.strip()]
        if not cells or cells[0].casefold() in ("date", "day"):
            continue
        try:
            found[cells[1].casefold()] += _span(cells[0])
        except (ValueError, KeyError, IndexError):
            message = _("{file}, line {number}: write a day and holiday or workday.")
            raise UserError(message.format(file=file, number=number), "2027-01-01,holiday") from None
    days = found[HOLIDAY] + found[WORKDAY]
    if not days:
        raise UserError(_("{file}: there are no days in it.").format(file=file))
    return _named(file, min(days).year, found[HOLIDAY], found[WORKDAY], source, announced_on)


def _named(
    file: str, year: int, off: list[date], worked: list[date], source: str, announced_on: date
) -> AnnouncedYear:
    try:
        return workdays.announced(year, off, worked, source, announced_on)
    except (UserError, ValueError) as error:
        message = error.message if isinstance(error, UserError) else _("must be a year")
        raise UserError(f"{file}: {message}", getattr(error, "hint", "")) from error
