"""The machine-readable zone of a passport or card, read and checked digit by digit (ICAO Doc 9303).

The check digits cover number, dates and personal number; names, nationality and sex have none, and some
letters count as a digit does (G as 6, A as 0), so a person must always compare.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import mrz_checks
from app.domain.choices import Sex
from app.domain.dates import PartialDate
from app.domain.mrz_checks import Problem
from app.domain.mrz_layout import ALLOWED, FILLER, LAYOUTS, TD3, Layout, number_and_rest
from app.domain.mrz_names import zone_name
from app.domain.places import country_of_zone
from app.errors import UserError
from app.i18n import _, plural

_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE, "X": Sex.UNSPECIFIED, FILLER: Sex.UNSPECIFIED}
_PASTED = str.maketrans({"«": "<<", "‹": "<", "〈": "<", "≪": "<<"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mrz:
    """What a zone says. Countries are zone codes ("IND", "D") and, beside them, alpha-2 or ""."""

    size: str  # TD1, TD2 or TD3
    lines: tuple[str, ...]
    kind: str  # "P", "PM", "I" …
    issuer: str
    issuer_country: str
    family: str  # capitals A–Z and spaces; hyphens, accents and apostrophes are lost in a zone
    given: str
    is_name_cut: bool  # the name filled its field, so more may have been cut off
    number: str
    nationality: str
    nationality_country: str
    birth_date: PartialDate | None  # None where unknown or impossible
    sex: Sex | None
    expires_on: date | None
    personal_number: str
    problems: tuple[Problem, ...] = ()


def parse(text: str | Sequence[str], *, today: date) -> Mrz:
    """Read a zone, as one text or as lines; ``today`` decides the century of its two-digit years.

    Raises ``UserError`` with line and position where it is no zone at all; wrong check digits and
    impossible values are listed in ``problems``.
    """
    lines = _lines(text)
    layout = _layout(lines)
    lines = _fitted(lines, layout)
    _check_characters(lines)
    if lines[0].startswith("V"):
        raise UserError(
            _("This is the zone of a visa."), _("Type the one at the foot of the passport's page.")
        )
    return _read(layout, lines, today)


def require_sound(zone: Mrz) -> None:
    """Raise ``UserError`` for the first problem of ``zone``, with its line and position."""
    for problem in zone.problems[:1]:
        place = _("Line {line}, position {position}:").format(line=problem.line, position=problem.position)
        hint = (
            _("It may be: {lines}").format(lines=" ".join(problem.suggestion)) if problem.suggestion else ""
        )
        raise UserError(f"{place} {problem.message}", hint)


def _read(layout: Layout, lines: tuple[str, ...], today: date) -> Mrz:
    values = {name: span.of(lines) for name, span in layout.fields.items()}
    family, _gap, given = values["names"].partition("<<")
    number, optional = number_and_rest(layout, lines)
    return Mrz(
        size=layout.size,
        lines=lines,
        kind=values["kind"].rstrip(FILLER),
        issuer=values["issuer"].rstrip(FILLER),
        issuer_country=country_of_zone(values["issuer"]),
        family=_spaced(family),
        given=_spaced(given),
        is_name_cut=not values["names"].endswith(FILLER),
        number=number,
        nationality=values["nationality"].rstrip(FILLER),
        nationality_country=country_of_zone(values["nationality"]),
        birth_date=mrz_checks.birth_date(values["birth"], today),
        sex=_SEXES.get(values["sex"]),
        expires_on=mrz_checks.expiry_date(values["expires"], today),
        personal_number=_spaced(optional),
        problems=tuple(mrz_checks.problems(layout, lines, today)),
    )


def _spaced(text: str) -> str:
    return " ".join(part for part in text.split(FILLER) if part)


def _lines(text: str | Sequence[str]) -> tuple[str, ...]:
    """Return the lines without what pasting adds: spaces, small letters, quotation marks for fillers."""
    whole = text if isinstance(text, str) else "\n".join(text)
    plain = unicodedata.normalize("NFKC", whole[:1000].translate(_PASTED)).upper()
    lines = tuple(line for line in (re.sub(r"[^\S\n]+", "", one) for one in plain.splitlines()) if line)
    if len(lines) == 1:
        for layout in LAYOUTS:
            if len(lines[0]) == layout.width * layout.count:
                starts = range(0, len(lines[0]), layout.width)
                return tuple(lines[0][start : start + layout.width] for start in starts)
    return lines


def _layout(lines: tuple[str, ...]) -> Layout:
    """Return the size of document by the number of lines, and the length of the second."""
    fitting = [layout for layout in LAYOUTS if layout.count == len(lines)]
    if not fitting:
        raise UserError(
            plural(
                "There is {count} line; a passport has 2, a card may have 3.",
                "There are {count} lines; a passport has 2, a card may have 3.",
                len(lines),
            ),
            _("Type the lines at the foot of the data page, each on a line of its own."),
        )
    return min(fitting, key=lambda layout: abs(layout.width - len(lines[1])))


def _fitted(lines: tuple[str, ...], layout: Layout) -> tuple[str, ...]:
    """Return the lines at their full width: the line of names ends in fillers that people leave out."""
    names = layout.fields["names"].line
    fitted = []
    for row, line in enumerate(lines):
        if row == names:
            line = line.ljust(layout.width, FILLER)
            line = line if line[layout.width :].strip(FILLER) else line[: layout.width]
        if len(line) != layout.width:
            message = _("Line {line} has {count} characters; it needs {width}.")
            raise UserError(message.format(line=row + 1, count=len(line), width=layout.width))
        fitted.append(line)
    return tuple(fitted)


def _check_characters(lines: tuple[str, ...]) -> None:
    for row, line in enumerate(lines):
        for column, character in enumerate(line):
            if character not in ALLOWED:
                message = _("Line {line}, position {position}: “{character}” never stands in such a zone.")
                raise UserError(
                    message.format(line=row + 1, position=column + 1, character=character),
                    _("Only A–Z, 0–9 and < do."),
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """What goes into a zone; ``issuer`` and ``nationality`` are zone codes ("IND", "D")."""

    kind: str = "P"
    issuer: str
    family: str
    given: str = ""
    number: str
    nationality: str
    birth_date: PartialDate | None
    sex: Sex | None
    expires_on: date | None
    personal_number: str = ""


def compose(holder: Holder, layout: Layout = TD3) -> tuple[str, ...]:
    """Return the lines of a zone, for samples and tests; a name is cut where it does not fit.

    Raises ``ValueError`` for letters that a zone can't write, and for anything else too long.
    """
    lines: tuple[str, ...] = (FILLER * layout.width,) * layout.count
    for name, value in _written(holder).items():
        span = layout.fields[name]
        width = span.end - span.start
        if len(value) > width and name != "names":
            raise ValueError(f"{name} does not fit")
        lines = span.replaced(lines, value.ljust(width, FILLER)[:width])
    return mrz_checks.with_check_digits(layout, lines)


def _written(holder: Holder) -> dict[str, str]:
    """Return the fields of a zone by their names in its layout."""
    given = FILLER * 2 + zone_name(holder.given) if holder.given else ""
    return {
        "kind": holder.kind,
        "issuer": holder.issuer,
        "names": zone_name(holder.family) + given,
        "number": holder.number,
        "nationality": holder.nationality,
        "birth": _six(str(holder.birth_date or "")),
        "sex": FILLER if holder.sex in (None, Sex.UNSPECIFIED) else str(holder.sex),
        "expires": _six(str(holder.expires_on or "")),
        "optional": holder.personal_number,
    }


def _six(iso: str) -> str:
    """Return a maybe partial ISO date as YYMMDD, with fillers for what is not known."""
    return iso.replace("-", "")[2:].ljust(6, FILLER)
