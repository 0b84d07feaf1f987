"""How pages look: paper, margins, sizes of type and the few colours; lengths in points."""

from dataclasses import dataclass
from typing import NamedTuple

from app.errors import UserError
from app.i18n import _

MILLIMETRE = 72 / 25.4
TICK_BOX = 5 * MILLIMETRE
GAP = 6.0  # between a label and its value, between columns


class Density(NamedTuple):
    """How closely a page is set: ``padding`` stands above and below what is in a row.

    ``leading`` takes the place of a style's own; ``before`` is a part of the white above headings.
    What is said of an item may ``run_on`` after its text.
    """

    padding: float = 3.0
    leading: float = 0.0
    before: float = 1.0
    run_on: bool = False


# From airy to dense; the type itself never gets smaller.
DENSITIES = (
    Density(),
    Density(padding=2.2, leading=1.22, before=0.8),
    Density(padding=2.2, leading=1.2, before=0.7, run_on=True),
    Density(padding=1.2, leading=1.14, before=0.5, run_on=True),
    Density(padding=0.6, leading=1.09, before=0.3, run_on=True),
)


class Colour(NamedTuple):
    """Red, green and blue from 0 to 1."""

    red: float
    green: float
    blue: float


INK = Colour(0.08, 0.09, 0.11)
MUTED = Colour(0.34, 0.37, 0.41)
ACCENT = Colour(0.05, 0.31, 0.42)  # prints as a dark grey
HAIRLINE = Colour(0.72, 0.75, 0.78)
TINT = Colour(0.94, 0.96, 0.97)
GHOST = Colour(0.92, 0.93, 0.94)  # SAMPLE across the page: text stays readable on it


class Size(NamedTuple):
    """The width and height of a sheet."""

    width: float
    height: float


PAPERS = {"a4": Size(595.28, 841.89), "letter": Size(612.0, 792.0)}


_SIDEWAYS = " sideways"


def sideways(paper: str) -> str:
    """Return what ``paper`` is called with its long side down."""
    return paper + _SIDEWAYS


def sheet(paper: str) -> Size:
    """Return the size of ``paper``, "a4" or "letter", or one of them ``sideways``. Raises ``UserError``."""
    try:
        size = PAPERS[paper.casefold().removesuffix(_SIDEWAYS)]
    except KeyError:
        raise UserError(_("Paper is A4 or Letter."), field="paper") from None
    return Size(size.height, size.width) if paper.endswith(_SIDEWAYS) else size


@dataclass(frozen=True, slots=True)
class Style:
    """One way to set text. ``leading`` is the height of a line as a multiple of ``size``.

    What is ``exact`` is read letter by letter: zeros are slashed, and a capital I has its bars.
    """

    size: float
    bold: bool = False
    colour: Colour = INK
    leading: float = 1.32
    exact: bool = False

    @property
    def above(self) -> float:
        """The room of an ordinary line above its baseline."""
        return self.size * (self.leading * 0.5 + 0.37)

    @property
    def below(self) -> float:
        """The room of an ordinary line below its baseline."""
        return self.size * (self.leading * 0.5 - 0.37)


BODY = Style(10)
STRONG = Style(10, bold=True)
ITEM = Style(10, leading=1.26)
ITEM_TITLE = Style(10, bold=True, leading=1.26)
EXACT = Style(12.5, exact=True, leading=1.26)
MISSING = Style(10, colour=MUTED)
PANEL = Style(16, bold=True, leading=1.25)
LABEL = Style(9, colour=MUTED)
SMALL = Style(9, colour=MUTED, leading=1.3)
HEAD_CELL = Style(9, bold=True, colour=ACCENT)
NAME = Style(20, bold=True, leading=1.25)
OTHER_NAME = Style(14)
RUNNING = Style(8, colour=MUTED, leading=1.3)
RUNNING_STRONG = Style(8, bold=True, colour=INK, leading=1.3)
HEADINGS = {
    1: Style(15, bold=True, colour=ACCENT, leading=1.25),
    2: Style(11.5, bold=True, colour=ACCENT, leading=1.25),
    3: Style(10, bold=True),
}
MARK = Style(92, bold=True, colour=GHOST, leading=1.0)
ROLES = {
    "body": BODY,
    "strong": STRONG,
    "small": SMALL,
    "name": NAME,
    "other_name": OTHER_NAME,
    "exact": EXACT,
}


class Margins(NamedTuple):
    """The white edge of a page; header and footer stand inside it."""

    left: float = 46
    right: float = 46
    top: float = 42
    bottom: float = 36
