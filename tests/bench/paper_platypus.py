"""The same content by ReportLab's Platypus, as one writes it: styles, paragraphs, tables that split."""

import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

import resources
from app.pdf.text import runs
from tests.bench.paper_cells import Line, Piece

_WIDTH = A4[0] - 92
_LINES = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.6, "#b8bfc7"), ("VALIGN", (0, 0), (-1, -1), "TOP")])


class Marked(NamedTuple):
    """A piece whose lines are markup that names a font for every stretch of text."""

    text: str
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    piece: Piece


def prepared(pieces: Sequence[Piece]) -> tuple[Marked, ...]:
    """Return the pieces with their fonts named and loaded: not a part of what is measured."""
    marked = tuple(
        Marked(
            _markup(piece.line),
            tuple(tuple(tuple(map(_markup, cell)) for cell in row) for row in piece.rows),
            piece,
        )
        for piece in pieces
    )
    for name in sorted({"NotoSans-Regular", *(name for piece in pieces for name in _named(piece))}):
        pdfmetrics.registerFont(TTFont(name, str(resources.path(f"fonts/{name}.ttf"))))
    return marked


def _named(piece: Piece) -> Iterator[str]:
    for line in (piece.line, *(line for row in piece.rows for cell in row for line in cell)):
        for span in line:
            yield from (run.face.name for run in runs.split(span.text, bold=span.is_bold))


def _markup(line: Line) -> str:
    return "".join(
        f'<font name="{run.face.name}">{escape(span.text[run.start : run.end])}</font>'
        for span in line
        for run in runs.split(span.text, bold=span.is_bold)
    )


def made(marked: Sequence[Marked]) -> bytes:
    """Return the PDF of prepared pieces."""
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=46, rightMargin=46, topMargin=42, bottomMargin=48, invariant=1
    )
    template.build([_flowable(piece) for piece in marked], onFirstPage=_edge, onLaterPages=_edge)
    return out.getvalue()


def _flowable(marked: Marked) -> Flowable:
    if not marked.rows:
        return Paragraph(marked.text, _HEADS.get(marked.piece.level, _BODY))
    unit = _WIDTH / sum(marked.piece.shares)
    rows = [[[Paragraph(line, _BODY) for line in cell] for cell in row] for row in marked.rows]
    widths = [share * unit for share in marked.piece.shares]
    return Table(rows, colWidths=widths, repeatRows=int(marked.piece.headed), style=_LINES)


def _edge(canvas: object, _template: object) -> None:
    canvas.setFont("NotoSans-Regular", 8)  # type: ignore[attr-defined]
    canvas.drawString(46, 30, "Data as of 2026-11-23 09:14 UTC")  # type: ignore[attr-defined]
    canvas.drawRightString(A4[0] - 46, 30, f"Page {canvas.getPageNumber()}")  # type: ignore[attr-defined]


_BODY = ParagraphStyle("body", fontName="NotoSans-Regular", fontSize=10, leading=13.2)
_HEADS = {
    1: ParagraphStyle("h1", fontName="NotoSans-Regular", fontSize=15, leading=19, spaceBefore=9),
    2: ParagraphStyle("h2", fontName="NotoSans-Regular", fontSize=11.5, leading=14.4, spaceBefore=11),
}
