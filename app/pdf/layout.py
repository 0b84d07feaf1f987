"""Strips onto pages, one pass from top to bottom, with header, footer and page numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.pdf import margins, style
from app.pdf.boxes import Drawing, Frame, Strip
from app.pdf.measure import measure
from app.pdf.style import Density, Size
from app.pdf.tags import Node
from app.pdf.tree import Document

_BODY_GAP = 9.0  # between the body and the header or footer
_TALLEST_ROW = 0.4  # of the height of the body; a taller row is cut between its lines


class Placed(NamedTuple):
    """A strip on a page, ``y`` below the sheet's upper edge; an ``artifact`` is no part of the text."""

    strip: Strip
    y: float
    artifact: bool = False


@dataclass(slots=True)
class Page:
    """One sheet: what lies under the text, the text, and what stands in the margins."""

    placed: list[Placed] = field(default_factory=list)
    under: list[Drawing] = field(default_factory=list)
    edges: list[Drawing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out: sheets of one size, and the structure of what stands on them."""

    document: Document
    size: Size
    pages: tuple[Page, ...]
    root: Node


def lay_out(document: Document) -> Layout:
    """Set ``document`` on pages. Raises ``UserError`` for an unknown paper."""
    size = style.sheet(document.paper)
    root, pages = _fitting(document, size)
    _draw_edges(document, size, pages)
    return Layout(document, size, tuple(pages), root)


def _fitting(document: Document, size: Size) -> tuple[Node, list[Page]]:
    """Return the airiest setting that ends where the document wishes, or else on the fewest pages."""
    settings = []
    for density in style.DENSITIES:
        root, pages = _set(document, size, density)
        if not document.most_pages or len(pages) <= document.most_pages:
            return root, pages
        settings.append((root, pages))
    return min(settings, key=lambda setting: len(setting[1]))


def _set(document: Document, size: Size, density: Density) -> tuple[Node, list[Page]]:
    head, foot = margins.header(document, size), margins.footer(document, size)
    top = margins.EDGE.top + (head.height and head.height + _BODY_GAP)
    first_top = top if document.header.on_first_page else margins.EDGE.top
    bottom = size.height - margins.EDGE.bottom - foot.height - _BODY_GAP
    root = Node("Document")
    tallest = (bottom - top) * _TALLEST_ROW
    width = margins.text_width(size)
    frame = Frame(margins.EDGE.left, width, tallest, document.language, root, density)
    return root, paginate(measure(document.blocks, frame), first_top, top, bottom)


def _draw_edges(document: Document, size: Size, pages: Sequence[Page]) -> None:
    head = margins.header(document, size)
    for number, page in enumerate(pages, start=1):
        foot = margins.footer(document, size, number, len(pages))
        page.under = margins.draw_mark(document, size)
        page.edges = margins.draw_footer(foot, size)
        if number > 1 or document.header.on_first_page:
            page.edges += margins.draw_header(head, size)


def paginate(strips: Sequence[Strip], first_top: float, top: float, bottom: float) -> list[Page]:
    """Put ``strips`` on pages whose body reaches from ``top`` (``first_top`` on the first) to ``bottom``."""
    pages = [Page()]
    y = first_top
    for strip, need in zip(strips, _needs(strips), strict=True):
        begun = bool(pages[-1].placed)
        if begun and (strip.new_page or y + strip.before + need > bottom):
            pages.append(Page())
            y, begun = top, False
            for again in strip.repeat:
                pages[-1].placed.append(Placed(again, y, artifact=True))
                y += again.height
        y += strip.before if begun else 0.0
        if strip.drawings:
            pages[-1].placed.append(Placed(strip, y))
        y += strip.height
    return pages


def _needs(strips: Sequence[Strip]) -> list[float]:
    """Return the room that each strip needs together with those it must stay with."""
    needed: list[float] = []
    following = 0.0
    for strip in reversed(strips):
        need = strip.height + (following if strip.keep_with_next else 0.0)
        needed.append(need)
        following = need + strip.before
    return needed[::-1]
