"""What layout is made of: drawings placed within strips, and strips that follow each other down a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.pdf import style
from app.pdf.style import Colour, Density, Style
from app.pdf.tags import Node
from app.pdf.text.lines import Line, Piece, flow, moved
from app.pdf.text.shape import shape
from app.pdf.tree import LANGUAGES, Inline, Language, Words, readings, strands


class Text(NamedTuple):
    """One line whose baseline begins at ``x`` from the sheet's edge, ``y`` below the strip's top."""

    x: float
    y: float
    line: Line


class Fill(NamedTuple):
    """A filled rectangle; ``y`` is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


class Tick(NamedTuple):
    """A box to tick: ``box`` is "open", "ticked" or "struck"."""

    x: float
    y: float
    box: str
    node: Node


class Turned(NamedTuple):
    """One line turned by ``degrees`` about its middle, which stands at ``x`` and ``y`` on the sheet."""

    x: float
    y: float
    degrees: float
    line: Line


class Image(NamedTuple):
    """A picture, ``y`` its upper edge."""

    x: float
    y: float
    width: float
    height: float
    png: bytes
    node: Node


_ENGLISH_SHARE = 0.6  # of the width of two columns, one for each language; else between these
_LEAST_SHARE, _MOST_SHARE = 0.5, 0.64

Drawing = Text | Fill | Tick | Turned | Image


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A slice of the page's full width that is never cut.

    ``before`` is white space above it, dropped at the top of a page. ``repeat`` are strips to draw
    again where this one begins a page, ``bookmark`` is its line in the outline and the line's level.
    """

    height: float
    drawings: tuple[Drawing, ...]
    before: float = 0.0
    keep_with_next: bool = False
    repeat: tuple["Strip", ...] = ()
    bookmark: tuple[str, int] | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the body of a page stands, and in which language: lengths in points from the sheet's edge."""

    left: float
    width: float
    tallest: float  # a row taller than this is cut between its lines
    language: Language
    root: Node
    density: Density
    english: float = _ENGLISH_SHARE  # of the width, where the languages stand beside each other

    def set_in(self, look: Style) -> Style:
        """Return ``look`` as closely set as this page needs."""
        return replace(look, leading=self.density.leading) if self.density.leading else look

    @property
    def right(self) -> float:
        """The right edge of the text."""
        return self.left + self.width


def inline(words: Words, look: Style, node: Node | None, language: Language, gap: str = "  ") -> list[Piece]:
    """Return the readings of ``words`` as pieces to be set one after the other."""
    if isinstance(words, Inline):
        parts = [inline(part, look, node, language, " ") for part in words.parts if part]
        return _with_gaps(parts, words.between(language), look)
    found = readings(words, language)
    pieces = [Piece(text, look, _home(node, code, len(found)), code or "en") for text, code in found]
    return _with_gaps([[piece] for piece in pieces], gap, look)


def _with_gaps(parts: list[list[Piece]], gap: str, look: Style) -> list[Piece]:
    """Return the pieces with ``gap`` between parts: a piece of its own, so that its font never changes."""
    pieces: list[Piece] = []
    for part in parts:
        if pieces:
            pieces.append(Piece(gap, look, pieces[-1].node))
        pieces += part
    return pieces


def stacked(words: Words, look: Style, node: Node | None, language: Language, width: float) -> list[Line]:
    """Return the readings of ``words`` as lines, one reading under the other."""
    if isinstance(words, Inline):
        found = strands(words, language)
    else:
        found = tuple(((text,), code) for text, code in readings(words, language))
    lines: list[Line] = []
    for parts, code in found:
        home = _home(node, code, len(found))
        pieces = [[Piece(part, look, home, code or "en")] for part in parts]
        by = words.between(code) if isinstance(words, Inline) else ""
        lines += flow(_with_gaps(pieces, by, look), width) if pieces else []
    return lines


def compact(words: Words, look: Style, node: Node | None, language: Language, width: float) -> list[Line]:
    """Return ``words`` on one line where both languages fit there, else one under the other.

    A line that holds somebody's own words goes on instead: they are not said twice.
    """
    lines = flow(inline(words, look, node, language), width) if words else []
    goes_on = isinstance(words, Inline) and any(isinstance(part, str) and part for part in words.parts)
    return lines if len(lines) < 2 or goes_on else stacked(words, look, node, language, width)


def least(*settings: list[Line]) -> list[Line]:
    """Return the setting that takes the least height; the first of those that take the same."""
    return min(settings, key=height)


def side_by_side(words: Words, language: Language) -> tuple[Language, ...]:
    """Return the languages to set beside each other, each in a column of its own; () for one alone."""
    found = tuple(code for _text, code in readings(words, language))
    return ("en", "zh-CN") if found == ("en", "zh-CN") else ()


def shared(texts: Iterable[Words], frame: Frame) -> Frame:
    """Return ``frame`` with room for each language as ``texts`` need it, so that both end together."""
    if frame.language != "both":
        return frame
    said = list(texts)
    english, chinese = (
        sum(shape(text).width for words in said for text, _code in readings(words, code))
        for code in LANGUAGES[:2]
    )
    share = english / (english + chinese) if english + chinese else _ENGLISH_SHARE
    return replace(frame, english=round(min(max(share, _LEAST_SHARE), _MOST_SHARE), 2))


def halves(frame: Frame, left: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return left edge and width of the columns of English and Chinese, which takes less room."""
    gutter = 2 * style.GAP
    width = (frame.right - left - gutter) * frame.english
    middle = left + width + gutter
    return (left, width), (middle, frame.right - middle)


def _home(node: Node | None, code: str, count: int) -> Node | None:
    return node.add("Span", language=code) if node is not None and count > 1 else node


def placed(lines: Sequence[Line], x: float, y: float) -> list[Text]:
    """Return ``lines`` as drawings, the first one's top at ``y``."""
    drawings = []
    for line in lines:
        drawings.append(Text(x, y + line.above, line))
        y += line.height
    return drawings


def height(lines: Sequence[Line]) -> float:
    """Return how tall ``lines`` are together."""
    return sum(line.height for line in lines)


def flush_right(lines: Sequence[Line], width: float) -> list[Line]:
    """Return ``lines`` so that each ends at the right edge of ``width`` points, as sums of money do."""
    return [moved(line, width - line.width) if 0 < line.width < width else line for line in lines]


def paragraph_strips(lines: Sequence[Line], x: float, *, before: float, keep: bool = False) -> list[Strip]:
    """Return lines as strips; the first two and the last two stay together."""
    last = len(lines) - 1
    return [
        Strip(
            line.height,
            (Text(x, line.above, line),),
            before if number == 0 else 0.0,
            keep_with_next=keep if number == last else number in (0, last - 1),
        )
        for number, line in enumerate(lines)
    ]


def rows(cells: Sequence[tuple[float, Sequence[Line]]], frame: Frame) -> list[tuple[float, list[Drawing]]]:
    """Set cells (their left edge and lines) side by side; a row too tall for a page comes in parts.

    Their first lines share a baseline. Returns the height of each part, padding included, and what
    stands in it.
    """
    queues = [(x, list(lines)) for x, lines in cells]
    parts: list[tuple[float, list[Drawing]]] = []
    while any(lines for _x, lines in queues) or not parts:
        drawings: list[Drawing] = []
        reached = 0.0
        above = max((lines[0].above for _x, lines in queues if lines), default=0.0)
        for x, lines in queues:
            taken = _fitting(lines, frame.tallest)
            lower = above - taken[0].above if taken else 0.0
            drawings += placed(taken, x, frame.density.padding + lower)
            reached = max(reached, lower + height(taken))
            del lines[: len(taken)]
        parts.append((reached + 2 * frame.density.padding, drawings))
    return parts


def _fitting(lines: Sequence[Line], tallest: float) -> list[Line]:
    taken: list[Line] = []
    reached = 0.0
    for line in lines:
        if taken and reached + line.height > tallest:
            break
        reached += line.height
        taken.append(line)
    return taken
