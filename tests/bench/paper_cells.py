"""The bench's document as headings, paragraphs and rows of cells, for producers that don't know our tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from app.pdf.tree import (
    Block,
    Checklist,
    Document,
    Heading,
    Masthead,
    Note,
    Paragraph,
    Table,
    Words,
    readings,
)
from app.pdf.walk import plain

_BOXES = {"open": "[ ]", "ticked": "[x]", "struck": "[-]"}


class Span(NamedTuple):
    """Some text of a line in one weight."""

    text: str
    is_bold: bool = False


Line = tuple[Span, ...]
Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph (level 0), or a table where there are ``rows``; ``headed`` by the first."""

    line: Line = ()
    level: int = 0
    shares: tuple[float, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    headed: bool = True


def pieces(document: Document) -> tuple[Piece, ...]:
    """Return all that ``document`` prints, both languages one under the other."""
    return tuple(piece for block in document.blocks for piece in _pieces(block))


def _pieces(block: Block) -> Iterator[Piece]:
    match block:
        case Heading():
            yield Piece((Span(" ".join(_said(block.words)), is_bold=True),), block.level)
        case Paragraph():
            yield from _paragraphs(block.words)
        case Masthead():
            yield from _paragraphs(block.name, *block.lines, *block.asides)
        case Note():
            yield from _paragraphs(block.title, *block.paragraphs)
        case Table():
            head = tuple(_cell(column.head, is_bold=True) for column in block.columns)
            rows = tuple(tuple(_cell(plain(cell[0])) for cell in row) for row in block.rows)
            yield Piece(shares=tuple(column.share for column in block.columns), rows=(head, *rows))
        case Checklist():
            yield Piece(shares=(0.6, 8.0), rows=tuple(_rows(block)), headed=False)


def _paragraphs(*texts: Words) -> Iterator[Piece]:
    yield from (Piece((Span(text),)) for words in texts for text in _said(words))


def _cell(words: Words, *, is_bold: bool = False) -> Cell:
    return tuple((Span(text, is_bold),) for text in _said(words))


def _rows(block: Checklist) -> Iterator[tuple[Cell, ...]]:
    for item in block.items:
        lines = zip_longest(_said(item.title), _said(item.text), fillvalue="")
        box = ((Span(_BOXES[item.box]),),)
        number = Span(f"{item.number}  ")
        yield box, tuple((number, Span(title, is_bold=True), Span(f"  {text}")) for title, text in lines)


def _said(words: Words) -> tuple[str, ...]:
    return tuple(text for text, _code in readings(words, "both"))
