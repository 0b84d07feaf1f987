"""Header, footer and the mark across a page: what every sheet carries beside its text."""

import math
from dataclasses import replace
from typing import NamedTuple

from app.i18n import Bilingual, both
from app.pdf import boxes, style
from app.pdf.boxes import Drawing, Fill, Turned
from app.pdf.style import Margins, Size, Style
from app.pdf.text.lines import Line, Piece, clipped, flow
from app.pdf.tree import Document, Words, readings

EDGE = Margins()
_AIR = 4.0  # between a margin's text and its rule
_MOST_LINES = 4  # a longer text is cut off in a margin; the body holds it whole
_LESS_WIDE = 0.9  # of the width
_MANY_PAGES = 999  # room is kept for numbers this long


class Margin(NamedTuple):
    """Measured lines: at the left and the right side by side, and over the full width above them.

    The right ones begin ``lower`` than the left ones, where these leave room.
    """

    full: tuple[Line, ...]
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    lower: float = 0.0

    @property
    def height(self) -> float:
        """The room it takes, with its rule; 0 where nothing stands in it."""
        sides = max(boxes.height(self.left), self.lower + boxes.height(self.right))
        text = boxes.height(self.full) + sides
        return text + _AIR + 1.0 if text else 0.0


def header(document: Document, size: Size) -> Margin:
    """Measure the header of ``document``."""
    look = style.RUNNING_STRONG
    width = text_width(size) / 2 - style.GAP
    left = _side(document.header.left, look, document, width)
    return Margin((), left, _side(document.header.right, look, document, width))


def footer(document: Document, size: Size, number: int = _MANY_PAGES, count: int = _MANY_PAGES) -> Margin:
    """Measure the footer of page ``number`` of ``count``."""
    look, width = style.RUNNING, text_width(size)
    lines = [boxes.stacked(words, look, None, document.language, width) for words in document.footer.lines]
    page = both("Page {number} of {count}")
    words = Bilingual(*(text.format(number=number, count=count) for text in page))
    right = _side(words, look, document, width * 0.4)
    room = width - max(line.width for line in right) - 2 * style.GAP
    left = _side(document.footer.left, look, document, width)
    for narrow in (room, width * _LESS_WIDE):  # so that no last word is alone on its line
        narrower = _side(document.footer.left, look, document, narrow)
        if len(narrower) == len(left):
            left = narrower
            break
    full = tuple(line for found in lines for line in _cut(found, look))
    return Margin(full, left, right, boxes.height(left[: _beside(left, len(right), room)]))


def _beside(left: tuple[Line, ...], count: int, room: float) -> int:
    """Return beside which line at the left ``count`` others begin: as low as can be, else below them all."""
    fitting = (
        first
        for first in range(len(left) - 1, -1, -1)
        if all(line.width <= room for line in left[first : first + count])
    )
    return next(fitting, len(left))


def text_width(size: Size) -> float:
    """Return the width between the margins."""
    return size.width - EDGE.left - EDGE.right


def _side(words: Words, look: Style, document: Document, width: float) -> tuple[Line, ...]:
    return tuple(_cut(boxes.compact(words, look, None, document.language, width), look))


def _cut(lines: list[Line], look: Style) -> list[Line]:
    return clipped(lines, _MOST_LINES, Piece("\u2026", look))


def draw_header(margin: Margin, size: Size) -> list[Drawing]:
    """Place the header with its rule below."""
    if not margin.height:
        return []
    y = EDGE.top + margin.height - 1.0
    rule = Fill(EDGE.left, y, text_width(size), 0.6, style.HAIRLINE)
    return [*_sides(margin, size, EDGE.top), rule]


def draw_footer(margin: Margin, size: Size) -> list[Drawing]:
    """Place the footer with its rule above."""
    top = size.height - EDGE.bottom - margin.height
    rule = Fill(EDGE.left, top, text_width(size), 0.6, style.HAIRLINE)
    y = top + 1.0 + _AIR
    full = boxes.placed(margin.full, EDGE.left, y)
    return [rule, *full, *_sides(margin, size, y + boxes.height(margin.full))]


def _sides(margin: Margin, size: Size, y: float) -> list[Drawing]:
    edge = size.width - EDGE.right
    right: list[Drawing] = []
    reached = y + margin.lower
    for line in margin.right:
        right += boxes.placed([line], edge - line.width, reached)
        reached += line.height
    return [*boxes.placed(margin.left, EDGE.left, y), *right]


def draw_mark(document: Document, size: Size) -> list[Drawing]:
    """Place the mark, such as SAMPLE, aslant across the sheet, so light that text stays readable."""
    words = [text for text, _code in readings(document.mark, document.language)]
    if not words:
        return []
    piece = Piece(" ".join(words), style.MARK)
    width = flow([piece], float("inf"))[0].width
    fitting = min(1.0, 0.75 * math.hypot(size.width, size.height) / width)
    look = replace(style.MARK, size=round(style.MARK.size * fitting, 1))
    line = flow([replace(piece, style=look)], float("inf"))[0]
    return [Turned(size.width / 2, size.height / 2, 52.0, line)]
