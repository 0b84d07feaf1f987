"""China's working days: public holidays, and the weekends worked to make up for them.

The State Council announces each year's arrangement late in the year before. Announced years come from
``chinesecalendar`` and from what the firm loads, which stands over it. In a year not announced only what the
law fixes is off, besides Saturdays and Sundays: what is counted across it is *provisional*.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from chinese_calendar import constants

from app.errors import UserError
from app.i18n import _

# Holidays that the law fixes on a day of the common calendar, as (month, day).
FIXED = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))
FIRST_YEAR = min(constants.holidays).year
LAST_YEAR = max(constants.holidays).year  # the last that the library knows
_MOST = 3_650  # working days counted at once: ten years and more
_LAST_DAY = date(9000, 1, 1)


@dataclass(frozen=True, slots=True)
class AnnouncedYear:
    """One year as the authority announced it; ``source`` and ``announced_on`` say where that was read."""

    year: int
    holidays: frozenset[date]
    workdays: frozenset[date]  # Saturdays and Sundays that are worked
    source: str
    announced_on: date


@dataclass(frozen=True, slots=True)
class Counted:
    """A day found by counting: ``days`` working days after the start; provisional where a year is open."""

    date: date
    days: int
    provisional: bool


@dataclass(frozen=True)
class WorkCalendar:
    """What is known of China's working days: ``loaded`` by the firm, ``statutory`` in years to come."""

    loaded: Mapping[int, AnnouncedYear] = field(default_factory=lambda: MappingProxyType({}))
    statutory: frozenset[date] = frozenset()

    def is_announced(self, year: int) -> bool:
        """Whether the year's arrangement is known."""
        return year in self.loaded or FIRST_YEAR <= year <= LAST_YEAR

    def is_workday(self, day: date) -> bool:
        """Whether offices work on ``day``, as far as is known today."""
        announced = self.loaded.get(day.year)
        if announced is not None:
            return day in announced.workdays or (not _is_weekend(day) and day not in announced.holidays)
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return day in constants.workdays or (not _is_weekend(day) and day not in constants.holidays)
        fixed = (day.month, day.day) in FIXED or day in self.statutory
        return not fixed and not _is_weekend(day)

    def after(self, start: date, count: int) -> Counted:
        """Return the ``count``-th working day after ``start``; the day of the start is not counted.

        Raises ``UserError`` for a count below one or beyond ten years.
        """
        if not 1 <= count <= _MOST:
            raise UserError(_("Count between 1 and {most} working days.").format(most=_MOST), field="count")
        _check_range(start)
        left, day = count, start
        while left:
            day += timedelta(days=1)
            left -= self.is_workday(day)
        return Counted(day, count, self._is_open(start, day))

    def until(self, start: date, end: date) -> Counted:
        """Return how many working days come after ``start``, up to and with ``end``.

        Raises ``UserError`` where the end comes first, or lies beyond what can be counted.
        """
        if end < start:
            raise UserError(_("The end lies before the beginning."), field="until")
        _check_range(start)
        if (end - start).days > _MOST * 2:
            raise UserError(_("That is too far off to be counted."), field="until")
        return Counted(end, sum(self.is_workday(day) for day in _days(start, end)), self._is_open(start, end))

    def _is_open(self, start: date, end: date) -> bool:
        """Whether a day after ``start`` up to ``end`` lies in a year that is not announced."""
        return any(not self.is_announced(year) for year in range((start + timedelta(1)).year, end.year + 1))


def _is_weekend(day: date) -> bool:
    return day.weekday() >= 5


def _days(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(days=number) for number in range(1, (end - start).days + 1))


def _check_range(start: date) -> None:
    if not FIRST_YEAR <= start.year < _LAST_DAY.year:
        raise UserError(
            _("China's working days are known from {year} on.").format(year=FIRST_YEAR), field="start"
        )


def announced(
    year: int, holidays: Iterable[date], workdays: Iterable[date], source: str, announced_on: date
) -> AnnouncedYear:
    """Return a year as the firm loads it. Raises ``UserError`` where it can't be a whole arrangement."""
    off, worked = frozenset(holidays), frozenset(workdays)
    strange = sorted(day for day in off | worked if day.year != year)
    if strange:
        raise UserError(_("{day} is not in {year}.").format(day=strange[0].isoformat(), year=year))
    both = sorted(off & worked)
    if both:
        raise UserError(_("{day} can't be both off and worked.").format(day=both[0].isoformat()))
    weekdays = sorted(day for day in worked if not _is_weekend(day))
    if weekdays:
        message = _("{day} is no Saturday or Sunday: only those are worked to make up.")
        raise UserError(message.format(day=weekdays[0].isoformat()))
    missing = [date(year, month, day) for month, day in FIXED if date(year, month, day) not in off]
    if missing:
        message = _("{day} is a holiday by law and is missing from the list.")
        raise UserError(message.format(day=missing[0].isoformat()), _("List every day off, weekends too."))
    return AnnouncedYear(year, off, worked, source, announced_on)
