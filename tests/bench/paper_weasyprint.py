"""The same content by WeasyPrint, as a page of HTML."""

from collections.abc import Iterator, Sequence
from html import escape

import weasyprint

import resources
from tests.bench.paper_cells import Line, Piece

_FONTS = "".join(
    f"@font-face {{ font-family: '{family}'; src: url('{resources.path(f'fonts/{file}').as_uri()}'); }}"
    for family, file in (("Kasebook", "NotoSans-Regular.ttf"), ("Kasebook SC", "NotoSansSC-Regular.ttf"))
)
_STYLE = _FONTS + (
    "@page { size: A4; margin: 42pt 46pt 48pt } body { font: 10pt/1.32 Kasebook, 'Kasebook SC' }"
    "table { width: 100%; border-collapse: collapse } td, th { border-bottom: 0.6pt solid; text-align: left }"
)


def prepared(pieces: Sequence[Piece]) -> str:
    """Return the page: not a part of what is measured."""
    body = "".join(_html(piece) for piece in pieces)
    return f"<html lang='en'><title>Filing summary</title><style>{_STYLE}</style><body>{body}"


def made(page: str) -> bytes:
    """Return the PDF."""
    data = weasyprint.HTML(string=page).write_pdf()
    assert isinstance(data, bytes)
    return data


def _html(piece: Piece) -> str:
    if piece.rows:
        return f"<table>{''.join(_rows(piece))}</table>"
    name = f"h{piece.level}" if piece.level else "p"
    return f"<{name}>{_said(piece.line)}</{name}>"


def _said(line: Line) -> str:
    return "".join(f"<b>{escape(span.text)}</b>" if span.is_bold else escape(span.text) for span in line)


def _rows(piece: Piece) -> Iterator[str]:
    for number, row in enumerate(piece.rows):
        name = "th" if piece.headed and not number else "td"
        cells = "".join(f"<{name}>{'<br>'.join(map(_said, cell))}</{name}>" for cell in row)
        yield f"<thead><tr>{cells}</tr></thead>" if name == "th" else f"<tr>{cells}</tr>"
