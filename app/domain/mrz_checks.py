"""What is wrong in a machine-readable zone, and what the check digits say was meant instead."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from app.domain.dates import PartialDate
from app.domain.mrz_layout import DIGITS, FILLER, LABELS, LETTERS, Layout, Span, check_digit, checked_text
from app.domain.places import is_zone_code
from app.i18n import _

# What eyes and cameras take for one another. Few, so that a suggestion is seldom an accident.
_PAIRS = ("O0", "I1", "Z2", "S5", "G6", "B8")
_ALIKE = {pair[0]: pair[1] for pair in _PAIRS} | {pair[1]: pair[0] for pair in _PAIRS}
_BIRTH = re.compile(r"(\d\d)(\d\d|<<)(\d\d|<<)")


class Problem(NamedTuple):
    """Something wrong in a zone: the field's label, where (line and position from 1), and what.

    ``suggestion`` holds the lines mended, where exactly one exchange of characters that look alike
    satisfies the check digits; else it is empty.
    """

    field: str
    line: int
    position: int
    message: str
    suggestion: tuple[str, ...] = ()


def problems(layout: Layout, lines: tuple[str, ...], today: date) -> Iterator[Problem]:
    """Yield what is wrong, in the order of the fields: impossible values, then check digits."""
    yield from _wrong_characters(layout, lines)
    yield from _wrong_values(layout, lines, today)
    wrong = [name for name in layout.checks if not is_right(layout, lines, name)]
    for name in wrong:
        if name == "composite" and len(wrong) > 1:
            continue  # it covers the others, and says nothing new
        message = _("The check digit does not fit: something here is misread.")
        place = layout.fields.get(name, layout.checks[name])
        yield _problem(name, place, message, _mended(layout, lines, name, today))


def is_right(layout: Layout, lines: Sequence[str], name: str) -> bool:
    """Say whether the check digit of a field fits; an empty personal number needs none."""
    text, digit = checked_text(layout, lines, name)
    if name == "optional" and not text.strip(FILLER):
        return digit in (FILLER, "0")
    return digit == check_digit(text)


def with_check_digits(layout: Layout, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines with the check digits that fit, the overall one last."""
    for name, span in layout.checks.items():
        lines = span.replaced(lines, check_digit(checked_text(layout, lines, name)[0]))
    return lines


def birth_date(text: str, today: date) -> PartialDate | None:
    """Return a birth date YYMMDD, whose month and day may be fillers, in the last century it can be in."""
    found = _BIRTH.fullmatch(text)
    if found is None:
        return None
    month = int(found[2].replace(FILLER, "0")) or None
    day = int(found[3].replace(FILLER, "0")) or None
    for century in (2000, 1900):
        with suppress(ValueError):
            value = PartialDate(century + int(found[1]), month, day if month else None)
            if value.earliest <= today:
                return value
    return None


def expiry_date(text: str, today: date) -> date | None:
    """Return a date YYMMDD in the century that brings it nearest to today; None where it is no date."""
    found = []
    for century in (1900, 2000, 2100):
        with suppress(ValueError):
            found.append(date(century + int(text[:2]), int(text[2:4]), int(text[4:])))
    return min(found, key=lambda day: abs(day - today), default=None)


def _problem(name: str, span: Span, message: str, suggestion: tuple[str, ...] = ()) -> Problem:
    return Problem(LABELS[name], span.line + 1, span.start + 1, message, suggestion)


def _wrong_characters(layout: Layout, lines: tuple[str, ...]) -> Iterator[Problem]:
    """Yield the digits among letters and the letters among digits, each with what it may be."""
    wanted = dict.fromkeys(("issuer", "nationality", "names"), LETTERS) | dict.fromkeys(
        ("birth", "expires"), DIGITS
    )
    for name, allowed in wanted.items():
        span = layout.fields[name]
        for column, character in enumerate(span.of(lines), span.start):
            if character in allowed + FILLER:
                continue
            spot = Span(span.line, column, column + 1)
            message = _("“{character}” can't stand here.").format(character=character)
            is_text = allowed == LETTERS and character in _ALIKE  # dates have their check digit to say more
            yield _problem(name, spot, message, spot.replaced(lines, _ALIKE[character]) if is_text else ())


def _wrong_values(layout: Layout, lines: tuple[str, ...], today: date) -> Iterator[Problem]:
    spans = layout.fields
    for name in ("issuer", "nationality"):
        code = spans[name].of(lines)
        if code.rstrip(FILLER).isalpha() and not is_zone_code(code):
            yield _problem(name, spans[name], _("No country has the code {code}.").format(code=code))
    if not spans["names"].of(lines)[0].isalpha():
        yield _problem("names", spans["names"], _("The name is missing."))
    if spans["sex"].of(lines) not in "MFX<":
        yield _problem("sex", spans["sex"], _("Only M, F, X or < can stand here."))
    birth, expires = spans["birth"].of(lines), spans["expires"].of(lines)
    if birth.isdigit() and birth_date(birth, today) is None:
        yield _problem("birth", spans["birth"], _("There is no such date."))
    if expires.isdigit() and expiry_date(expires, today) is None:
        yield _problem("expires", spans["expires"], _("There is no such date."))


def _mended(layout: Layout, lines: tuple[str, ...], name: str, today: date) -> tuple[str, ...]:
    """Return the lines with the one exchange that satisfies the check digit of a field, and the overall one.

    The overall digit decides only where some exchange satisfies it: it may be misread itself.
    """
    fitting = [
        changed for changed in _exchanged(layout, lines, name)
        if is_right(layout, changed, name) and _is_possible(layout, changed, name, today)
    ]  # fmt: skip
    best = [changed for changed in fitting if is_right(layout, changed, "composite")] or fitting
    return best[0] if len(best) == 1 else ()


def _exchanged(layout: Layout, lines: tuple[str, ...], name: str) -> Iterator[tuple[str, ...]]:
    """Yield the lines with one character of a field or its check digit exchanged for a similar one."""
    spans = [span for span in (layout.fields.get(name), layout.checks[name]) if span]
    spots = [Span(span.line, column, column + 1) for span in spans for column in range(span.start, span.end)]
    for spot in spots:
        if spot.of(lines) in _ALIKE:
            yield spot.replaced(lines, _ALIKE[spot.of(lines)])


def _is_possible(layout: Layout, lines: tuple[str, ...], name: str, today: date) -> bool:
    text = layout.fields[name].of(lines) if name in layout.fields else ""
    if name == "birth":
        return text.isdigit() and birth_date(text, today) is not None
    return name != "expires" or (text.isdigit() and expiry_date(text, today) is not None)
