"""Where the fields of a machine-readable zone stand, and how its check digits are reckoned.

After ICAO Doc 9303: part 3 (check digits), part 4 (TD3, passports), part 5 (TD1), part 6 (TD2).
Lines and columns count from 0 here, and from 1 in everything a user reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import NamedTuple

from app.i18n import N_

FILLER = "<"
ALLOWED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Span(NamedTuple):
    """A stretch of one line: from column ``start`` up to and without ``end``."""

    line: int
    start: int
    end: int

    def of(self, lines: Sequence[str]) -> str:
        """Return the characters of this stretch."""
        return lines[self.line][self.start : self.end]

    def replaced(self, lines: Sequence[str], text: str) -> tuple[str, ...]:
        """Return the lines with ``text`` in this stretch."""
        changed = list(lines)
        changed[self.line] = lines[self.line][: self.start] + text + lines[self.line][self.end :]
        return tuple(changed)


@dataclass(frozen=True, slots=True)
class Layout:
    """One size of document: its lines, fields, check digits (by field), and what the last one covers."""

    size: str
    width: int
    count: int
    fields: dict[str, Span]
    checks: dict[str, Span]
    covered: tuple[Span, ...]


LABELS = {
    "kind": N_("Document type"),
    "issuer": N_("Issuing country"),
    "names": N_("Name"),
    "number": N_("Passport number"),
    "nationality": N_("Nationality"),
    "birth": N_("Date of birth"),
    "sex": N_("Sex"),
    "expires": N_("Date of expiry"),
    "optional": N_("Personal number"),
    "more": N_("Optional data"),
    "composite": N_("Overall check digit"),
}

_PASSPORT_LINE = {
    "number": Span(1, 0, 9),
    "nationality": Span(1, 10, 13),
    "birth": Span(1, 13, 19),
    "sex": Span(1, 20, 21),
    "expires": Span(1, 21, 27),
}
_PASSPORT_CHECKS = {"number": Span(1, 9, 10), "birth": Span(1, 19, 20), "expires": Span(1, 27, 28)}
_HEAD = {"kind": Span(0, 0, 2), "issuer": Span(0, 2, 5)}

TD3 = Layout(
    size="TD3",
    width=44,
    count=2,
    fields=_HEAD | {"names": Span(0, 5, 44)} | _PASSPORT_LINE | {"optional": Span(1, 28, 42)},
    checks=_PASSPORT_CHECKS | {"optional": Span(1, 42, 43), "composite": Span(1, 43, 44)},
    covered=(Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, 43)),
)
TD2 = Layout(
    size="TD2",
    width=36,
    count=2,
    fields=_HEAD | {"names": Span(0, 5, 36)} | _PASSPORT_LINE | {"optional": Span(1, 28, 35)},
    checks=_PASSPORT_CHECKS | {"composite": Span(1, 35, 36)},
    covered=(Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, 35)),
)
TD1 = Layout(
    size="TD1",
    width=30,
    count=3,
    fields=_HEAD
    | {"number": Span(0, 5, 14), "optional": Span(0, 15, 30), "birth": Span(1, 0, 6)}
    | {"sex": Span(1, 7, 8), "expires": Span(1, 8, 14), "nationality": Span(1, 15, 18)}
    | {"more": Span(1, 18, 29), "names": Span(2, 0, 30)},
    checks={"number": Span(0, 14, 15), "birth": Span(1, 6, 7), "expires": Span(1, 14, 15)}
    | {"composite": Span(1, 29, 30)},
    covered=(Span(0, 5, 30), Span(1, 0, 7), Span(1, 8, 15), Span(1, 18, 29)),
)
LAYOUTS = (TD3, TD2, TD1)


def check_digit(text: str) -> str:
    """Return the check digit of ``text``: weights 7, 3, 1; A is 10, Z is 35, the filler is 0."""
    total = sum(
        weight * (0 if character == FILLER else int(character, 36))
        for character, weight in zip(text, cycle((7, 3, 1)), strict=False)
    )
    return str(total % 10)


def number_and_rest(layout: Layout, lines: Sequence[str]) -> tuple[str, str]:
    """Return the document number and the optional data; a card's long number runs on into the latter."""
    number, optional = layout.fields["number"].of(lines), layout.fields["optional"].of(lines)
    if runs_on(layout, lines):
        rest, _gap, after = optional.partition(FILLER)
        return number + rest[:-1], after
    return number.rstrip(FILLER), optional


def runs_on(layout: Layout, lines: Sequence[str]) -> bool:
    """Say whether the number is longer than its field: a filler stands for its check digit (TD1, TD2)."""
    check, optional = layout.checks["number"].of(lines), layout.fields["optional"].of(lines)
    is_full = FILLER not in layout.fields["number"].of(lines)
    return layout.size != "TD3" and is_full and check == FILLER and optional[0] != FILLER


def checked_text(layout: Layout, lines: Sequence[str], name: str) -> tuple[str, str]:
    """Return what the check digit of a field covers, and the digit that stands there."""
    if name == "composite":
        return "".join(span.of(lines) for span in layout.covered), layout.checks[name].of(lines)
    if name == "number" and runs_on(layout, lines):
        rest = layout.fields["optional"].of(lines).partition(FILLER)[0]
        return layout.fields[name].of(lines) + rest[:-1], rest[-1]
    return layout.fields[name].of(lines), layout.checks[name].of(lines)
