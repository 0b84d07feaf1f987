"""The same content by fpdf2, without shaping."""

from collections.abc import Sequence

from fpdf import FPDF

import resources
from tests.bench.paper_cells import Line, Piece

_FONTS = {"latin": "NotoSans-Regular.ttf", "sc": "NotoSansSC-Regular.ttf"}


def prepared(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces as they are."""
    return pieces


def made(pieces: Sequence[Piece]) -> bytes:
    """Return the PDF; the fonts are read anew for each, as this library asks."""
    pdf = FPDF(format="A4", unit="pt")
    for family, file in _FONTS.items():
        pdf.add_font(family, fname=str(resources.path(f"fonts/{file}")))
    pdf.set_fallback_fonts(["sc"])
    pdf.set_font("latin", size=10)
    pdf.add_page()
    for piece in pieces:
        _add(pdf, piece)
    return bytes(pdf.output())


def _add(pdf: FPDF, piece: Piece) -> None:
    if not piece.rows:
        pdf.set_font("latin", size=15 if piece.level else 10)
        pdf.multi_cell(0, 15, _said(piece.line), new_x="LMARGIN", new_y="NEXT")
        return
    pdf.set_font("latin", size=10)
    with pdf.table(col_widths=piece.shares, first_row_as_headings=False, line_height=13) as table:
        for row in piece.rows:
            table.row(["\n".join(map(_said, cell)) for cell in row])


def _said(line: Line) -> str:
    return "".join(span.text for span in line)
