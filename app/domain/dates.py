"""Dates as people know, type and read them: a year, a month of a year, or a day."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.periods import add_months
from app.errors import UserError
from app.i18n import _, language

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_EAST_ASIAN = str.maketrans({"年": "-", "月": "-", "日": " ", "号": " ", "년": "-", "월": "-", "일": " "})
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_WRITTEN = re.compile(r"[\da-z\-./,\s]*")
_MOVED = re.compile(
    r"([+-])\s*(\d{1,4})\s*(?:(d|days?|天)|(w|weeks?|周|星期)|(m|months?|个月|月)|(y|years?|年))?"
)
_NEAR = {"=": 0, "today": 0, "今天": 0, "tomorrow": 1, "明天": 1, "yesterday": -1, "昨天": -1}
_OLDEST_YEAR = 1850  # nobody's papers are older; below lie years of other calendars
_BUDDHIST = 543  # years by which the Buddhist era is ahead

# A date as it was written: the year, month and day, any but the first maybe absent.
_Parts = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a year and month, or a full date; later parts are absent before earlier ones."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without its month")
        if not 1 <= self.year <= 9999:
            raise ValueError("year out of range")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "1998", "1998-04" or "1998-04-02". Raises ``ValueError``."""
        return cls(*(int(part) for part in text.split("-")))

    def __str__(self) -> str:
        """Return the ISO form, as long as what is known."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def full(self) -> date | None:
        """The date, where year, month and day are all known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def earliest(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


class Typed(NamedTuple):
    """What was typed, read as a date; ``note`` tells the user what else it could have meant, if anything."""

    value: PartialDate
    note: str = ""


def typed(text: str, *, today: date, order: str = "dmy", past: bool = False) -> Typed:
    """Read a date as people type it: a day, a month of a year, a year, or "today", "+7", "+2w", "-3m".

    ``order`` ("dmy" or "mdy") decides what 03/04/2026 means; ``past`` (birth, issue) reads two-digit
    years as past ones and refuses the future. Raises ``UserError`` for what is no date, and for years
    of another calendar, which are never converted in silence.
    """
    moved = _moved(_plain(text), today)
    found = (moved,) if moved else readings(text, today=today, order=order, past=past)
    if not found:
        raise _no_date(text)
    _check_year(found[0].year, today)
    if past and found[0].earliest > today:
        raise UserError(
            _("{date} is in the future.").format(date=shown(found[0], language())),
            _("If the year is of another calendar, such as Nepal's, type that of the common era."),
        )
    return Typed(found[0], _note(found))


def full_day(text: str, *, today: date, order: str = "dmy", past: bool = False) -> tuple[date, str]:
    """Read a full date, and the note about it, as ``typed`` does. Raises ``UserError`` without a day too."""
    value, note = typed(text, today=today, order=order, past=past)
    if value.full is None:
        raise UserError(_("The day is missing."), _("Type day, month and year, such as 23 Nov 2026."))
    return value.full, note


def readings(
    text: str, *, today: date | None = None, order: str = "dmy", past: bool = False
) -> tuple[PartialDate, ...]:
    """Return every date ``text`` may mean, the likeliest first; none where it is no date.

    Two-digit years are read only where ``today`` is given.
    """
    found = []
    for year, month, day in _arranged(_split(text), order):
        value = _dated(year, month, day, today, past)
        if value is not None:
            found.append(value)
    return tuple(dict.fromkeys(found))


def shown(value: PartialDate | date, language: str) -> str:
    """Return "23 Nov 2026" or "2026年11月23日" ("en", "zh", "zh-CN"), or the part of it that is known."""
    month = value.month
    if language.startswith("zh"):
        return f"{value.year}年" + (f"{month}月" if month else "") + (f"{value.day}日" if value.day else "")
    words = [str(value.day)] if value.day else []
    words += [_MONTHS[month - 1][:3].title()] if month else []
    return " ".join([*words, str(value.year)])


def _plain(text: str) -> str:
    """Return what was typed with plain digits and small letters."""
    digits = (
        str(unicodedata.decimal(character)) if unicodedata.category(character) == "Nd" else character
        for character in unicodedata.normalize("NFKC", text)
    )
    return "".join(digits).casefold().strip()


def _moved(plain: str, today: date) -> PartialDate | None:
    """Read "today", "+7", "+2w"; None for anything else."""
    found = _MOVED.fullmatch(plain)
    if plain not in _NEAR and found is None:
        return None
    count = _NEAR[plain] if found is None else int(found[1] + found[2])
    _days, weeks, months, years = found.group(3, 4, 5, 6) if found else (None,) * 4
    try:
        day = today + timedelta(days=count * 7 if weeks else 0 if months or years else count)
        day = add_months(day, count * 12 if years else count if months else 0)
    except (ValueError, OverflowError):
        return None
    return PartialDate(day.year, day.month, day.day)


def _split(text: str) -> list[str]:
    """Return the numbers and words of a date; none where there is anything else in it."""
    plain = _ORDINAL.sub("", _plain(text[:40]).translate(_EAST_ASIAN))
    if len(text) > 40 or not _WRITTEN.fullmatch(plain):
        return []
    return re.findall(r"\d+|[a-z]+", plain)


def _arranged(parts: list[str], order: str) -> Iterator[_Parts]:
    """Yield the ways in which ``parts`` may be a year, a month and a day, the likeliest first."""
    words = [part for part in parts if part.isalpha()]
    numbers = [part for part in parts if part.isdigit()]
    if len(words) == 1:
        yield from _with_month_word(words[0], numbers)
    elif not words and len(numbers) == 1:
        yield from _run_together(numbers[0], order)
    elif not words and len(numbers) == 2:
        first, second = numbers
        yield (first, second, None) if len(first) == 4 else (second if len(second) == 4 else "", first, None)
    elif not words and len(numbers) == 3:
        yield from _three_numbers(*numbers, order=order)


def _with_month_word(word: str, numbers: list[str]) -> Iterator[_Parts]:
    if len(numbers) == 1 and len(numbers[0]) == 4:
        yield numbers[0], word, None
    elif len(numbers) == 2:
        day, year = numbers if len(numbers[0]) < 3 else reversed(numbers)
        yield year, word, day


def _run_together(number: str, order: str) -> Iterator[_Parts]:
    if len(number) == 4:
        yield number, None, None
    elif len(number) == 8:
        yield number[:4], number[4:6], number[6:]
        yield from _three_numbers(number[:2], number[2:4], number[4:], order=order)
    elif len(number) == 6:
        yield number[:4], number[4:], None
        yield number[2:], number[:2], None
        yield from _three_numbers(number[:2], number[2:4], number[4:], order=order)


def _three_numbers(first: str, second: str, third: str, *, order: str) -> Iterator[_Parts]:
    if len(first) == 4:
        yield first, second, third
        return
    by_day, by_month = (third, second, first), (third, first, second)
    yield from (by_month, by_day) if order == "mdy" else (by_day, by_month)
    if len(third) == 2:
        yield first, second, third


def _dated(
    year: str, month: str | None, day: str | None, today: date | None, past: bool
) -> PartialDate | None:
    """Return the date the parts make, or None."""
    if any(part is not None and part.isdigit() and len(part) > 2 for part in (month, day)):
        return None
    try:
        number = _month_number(month) if month else None
        short = PartialDate(2000 + int(year), number, int(day) if day else None) if len(year) == 2 else None
        full_year = _full_year(short, today, past) if short else int(year)
        if len(year) not in (2, 4) or full_year is None or full_year < 1000:
            return None
        return PartialDate(full_year, number, int(day) if day else None)
    except ValueError:
        return None


def _month_number(month: str) -> int:
    """Return 1–12 for "11", "nov" or "november". Raises ``ValueError``."""
    if month.isdigit():
        return int(month)
    matching = [name for name in _MONTHS if len(month) >= 3 and name.startswith(month)]
    return _MONTHS.index(matching[0] if len(matching) == 1 else month) + 1


def _full_year(short: PartialDate, today: date | None, past: bool) -> int | None:
    """Return the year of a date with a two-digit year: the last past one, or the one nearest to today."""
    if today is None:
        return None
    if past:
        return short.year if short.earliest <= today else short.year - 100
    return min((short.year - 100, short.year), key=lambda year: abs(year - today.year))


def _check_year(year: int, today: date) -> None:
    """Refuse a year of another calendar, with the one it may be."""
    newest = today.year + 100
    if _OLDEST_YEAR <= year <= newest:
        return
    hint = _("Type the year of the common era, such as {year}.").format(year=today.year)
    if newest < year <= newest + _BUDDHIST:
        hint = _("If it is a year of the Buddhist era, type {year}.").format(year=year - _BUDDHIST)
    elif year < 1500:
        hint = _("If it is a year of an Islamic calendar, type that of the common era.")
    raise UserError(_("The year {year} can't be right here.").format(year=year), hint)


def _note(found: tuple[PartialDate, ...]) -> str:
    if len(found) == 1:
        return ""
    dates = [shown(value, language()) for value in found]
    return _("Read as {date}; it could also mean {other}.").format(date=dates[0], other=dates[1])


def _no_date(text: str) -> UserError:
    """Say why ``text`` is no date, and how one is typed."""
    parts = _split(text)
    message = _("This is not a date.")
    if len(parts) == 2 and not any(len(part) == 4 and part.isdigit() for part in parts):
        message = _("The year is missing.")
    elif len(parts) == 3:
        message = _("There is no such date.")
    return UserError(message, _("Type it like 2026-11-23, 23 Nov 2026, Nov 2026 or 2026."))
