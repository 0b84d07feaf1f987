"""Values as they are typed behind a field: days, spans of days, numbers, choices, words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.domain import dates
from app.domain.periods import add_months
from app.domain.query_fields import ANY, NONE, Holds, QueryField, plain
from app.errors import UserError

_COMPARED = re.compile(r"(<=|>=|=<|=>|<|>|≤|≥)?(.*)", re.DOTALL)
_COUNTED = re.compile(r"(\d{1,4})(?:(d|days?|天|日)|(w|weeks?|周|星期)|(m|months?|个月|月)|(y|years?|年))")
_EVEN = {"=<": "<=", "=>": ">=", "≤": "<=", "≥": ">="}
_NUMBER = re.compile(r"(\d{1,6})\s*%?", re.ASCII)
_NOTHING = {plain(word) for word in (NONE, "nobody", "empty", "无", "没有", "空")}
_SOMETHING = {plain(word) for word in (ANY, "some", "有", "任何")}


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``first`` to ``last``, both included; None where it is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whole numbers from ``least`` to ``most``, both included; None where it is open."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """Something is there, or nothing is."""

    is_known: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of these values of a choice."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Text to be found."""

    text: str


Value = Span | Numbers | Known | Chosen | Words


class _Stretch(NamedTuple):
    """The first and the last day that a text may mean."""

    first: date
    last: date


def read(field: QueryField, typed: str, today: date) -> Value | None:
    """Return what ``typed`` means for ``field``; None where it means nothing. Never raises."""
    bare = plain(typed)
    if bare in _NOTHING or bare in _SOMETHING:
        return Known(bare in _SOMETHING)
    if field.holds is Holds.CHOICE:
        return _chosen(field, bare)
    if field.holds is Holds.WORDS:
        return Words(typed.strip()) if bare else None
    compared, rest = _comparison(typed)
    try:
        if field.holds is Holds.NUMBER:
            return _numbers(compared, rest)
        return _span(compared, rest, today, is_past=field.holds is Holds.PAST)
    except (OverflowError, ValueError):  # a day beyond the calendar
        return None


def _chosen(field: QueryField, bare: str) -> Chosen | None:
    """Return the values called so; else those that have a name beginning so."""
    if not bare:
        return None
    whole = [each.value for each in field.offered if bare in map(plain, each.names)]
    if whole:
        return Chosen(tuple(whole))
    begun = [each.value for each in field.offered if any(_begins(name, bare) for name in each.names)]
    return Chosen(tuple(begun)) if begun else None


def _begins(name: str, bare: str) -> bool:
    """Whether the name, or what follows one of its first words, begins with what was typed."""
    words = name.replace("_", " ").split()
    return any(plain("".join(words[at:])).startswith(bare) for at in range(len(words)))


def _comparison(typed: str) -> tuple[str, str]:
    found = _COMPARED.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    assert found is not None  # everything matches
    return _EVEN.get(found[1] or "", found[1] or ""), found[2].strip()


def _numbers(compared: str, rest: str) -> Numbers | None:
    low, dots, high = rest.partition("..")
    if dots and not compared:
        ends = [_whole(end) if end.strip() else None for end in (low, high)]
        return Numbers(*ends) if any(end is not None for end in ends) else None
    number = _whole(rest)
    if number is None:
        return None
    return {
        "<": Numbers(None, number - 1),
        "<=": Numbers(None, number),
        ">": Numbers(number + 1, None),
        ">=": Numbers(number, None),
    }.get(compared, Numbers(number, number))


def _whole(text: str) -> int | None:
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def _span(compared: str, rest: str, today: date, *, is_past: bool) -> Span | None:
    counted = _counted(rest, today, is_past=is_past)
    if counted is not None:
        return _near(compared, counted, today, is_past=is_past)
    low, dots, high = rest.partition("..")
    if dots and not compared:
        return _between(low.strip(), high.strip(), today, is_past=is_past)
    stretch = _stretch(rest, today)
    if stretch is not None:
        return _beside(compared, stretch)
    return Span(None, today - timedelta(days=1)) if plain(rest) in ("overdue", "逾期") else None


def _near(compared: str, day: date, today: date, *, is_past: bool) -> Span:
    """Return the days nearer than, further than, or up to a count of days, weeks … from today."""
    if not compared:
        return Span(*sorted((day, today)))
    further, even = compared[0] == ">", compared.endswith("=")
    step = timedelta(days=0 if even else 1)
    if further != is_past:  # later than it in the calendar
        return Span(day + step, None)
    return Span(None, day - step)


def _beside(compared: str, stretch: _Stretch) -> Span:
    day = timedelta(days=1)
    if compared == "<":
        return Span(None, stretch.first - day)
    if compared == "<=":
        return Span(None, stretch.last)
    if compared == ">":
        return Span(stretch.last + day, None)
    return Span(stretch.first, None if compared == ">=" else stretch.last)


def _between(low: str, high: str, today: date, *, is_past: bool) -> Span | None:
    ends = [_end(text, today, is_past=is_past) if text else None for text in (low, high)]
    if (low and ends[0] is None) or (high and ends[1] is None) or not any(ends):
        return None
    first, last = ends
    if first and last and first.first > last.first:
        first, last = last, first
    return Span(first.first if first else None, last.last if last else None)


def _end(text: str, today: date, *, is_past: bool) -> _Stretch | None:
    counted = _counted(text, today, is_past=is_past)
    return _Stretch(counted, counted) if counted else _stretch(text, today)


def _counted(text: str, today: date, *, is_past: bool) -> date | None:
    """Return the day that lies “90d”, “3w”, “2m” or “1y” away; None for any other text."""
    found = _COUNTED.fullmatch("".join(unicodedata.normalize("NFKC", text).casefold().split()))
    if found is None:
        return None
    sign = -1 if is_past else 1
    count = sign * int(found[1])
    _days, weeks, months, years = found.group(2, 3, 4, 5)
    if months or years:
        return add_months(today, count * (12 if years else 1))
    return today + timedelta(days=count * (7 if weeks else 1))


def _stretch(text: str, today: date) -> _Stretch | None:
    """Return the days that “today”, “week”, “2026-12” or “23 Nov 2026” stand for."""
    bare = plain(text)
    if bare in ("week", "thisweek", "本周"):
        monday = today - timedelta(days=today.weekday())
        return _Stretch(monday, monday + timedelta(days=6))
    if bare in ("month", "thismonth", "本月"):
        this = dates.PartialDate(today.year, today.month)
        return _Stretch(this.earliest, this.latest)
    try:
        found = dates.typed(text, today=today).value
    except UserError:
        return None
    return _Stretch(found.earliest, found.latest)
