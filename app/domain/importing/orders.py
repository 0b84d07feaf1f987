"""Dates of a column: which are plain, which could be two days, and what the column's other dates say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain import dates
from app.domain.dates import PartialDate
from app.errors import UserError
from app.i18n import N_, _

ORDERS = {
    "dmy": N_("Day first: 23/11/2026"),
    "mdy": N_("Month first: 11/23/2026"),
    "ymd": N_("Year first: 26/11/23"),
}
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Orders:
    """Of a column, how many dates could be two days, one of them, and how many fit only one order."""

    ambiguous: int = 0
    example: str = ""
    only_dmy: int = 0
    only_mdy: int = 0

    @property
    def is_open(self) -> bool:
        """Whether somebody must say the order."""
        return self.ambiguous > 0


def looked_at(texts: Iterable[str], today: date, *, past: bool = False) -> Orders:
    """Return what the dates of a column say about their order."""
    ambiguous, example, counts = 0, "", {"dmy": 0, "mdy": 0}
    for text in texts:
        found = dates.readings(text, today=today, past=past)
        if len(found) > 1:
            ambiguous, example = ambiguous + 1, example or text
        elif found and (order := _order(text, found[0])) in counts:
            counts[order] += 1
    return Orders(ambiguous, example, counts["dmy"], counts["mdy"])


def _order(text: str, value: PartialDate) -> str:
    """Return the order in which a date is written in numbers alone, "" where it does not show one."""
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    if len(numbers) != 3 or any(character.isalpha() for character in text):
        return ""
    day, month = value.day, value.month
    if numbers[:2] == [day, month]:
        return "dmy"
    if numbers[:2] == [month, day]:
        return "mdy"
    return "ymd" if numbers[1:] == [month, day] else ""


def chosen(text: str, order: str, today: date, *, past: bool = False) -> str:
    """Return a date of a column whose order is ``order`` so that nobody can mistake it.

    A text that is no date comes back as it is, for the usual message. Raises ``UserError`` where ``order``
    is needed and not known, and where the date does not fit it.
    """
    found = dates.readings(text, today=today, past=past)
    if len(found) > 1:
        if not order:
            raise UserError(
                _("“{date}” could be two days.").format(date=text[:40]),
                _("Say for the column whether the day or the month comes first."),
            )
        found = tuple(value for value in found if _order(text, value) == order)
        if len(found) != 1:
            raise UserError(_("“{date}” does not fit the order of its column.").format(date=text[:40]))
        return str(found[0])
    if found and order in ("dmy", "mdy") and _order(text, found[0]) in {"dmy", "mdy"} - {order}:
        raise UserError(_("“{date}” does not fit the order of its column.").format(date=text[:40]))
    return text
