"""The same content by Typst, which tags what it makes; the content comes in as JSON."""

import json
from collections.abc import Sequence
from functools import cache

import typst

import resources
from tests.bench.paper_cells import Piece

_FIELDS = ("line", "level", "shares", "rows", "headed")
_TEMPLATE = """\
#set document(title: "Filing summary", date: datetime(year: 2026, month: 11, day: 23))
#set page(paper: "a4", margin: (x: 46pt, top: 42pt, bottom: 48pt), numbering: "1 / 1")
#set text(font: ("Noto Sans", "Noto Sans SC"), size: 10pt, lang: "en")
#set table(stroke: (bottom: 0.6pt + rgb("#b8bfc7"), top: none, left: none, right: none))
#let said(line) = line.map(((words, is-bold)) => if is-bold { strong(words) } else { words }).join()
#let cell(lines) = stack(spacing: 4pt, ..lines.map(line => par(said(line))))
#for piece in json(bytes(sys.inputs.content)) {
  if piece.rows.len() > 0 {
    let rows = piece.rows.map(row => row.map(cell))
    let widths = piece.shares.map(share => share * 1fr)
    if piece.headed {
      table(columns: widths, table.header(..rows.first()), ..rows.slice(1).flatten())
    } else {
      table(columns: widths, ..rows.flatten())
    }
  } else if piece.level > 0 {
    heading(level: piece.level, said(piece.line))
  } else {
    par(said(piece.line))
  }
}
"""


def prepared(pieces: Sequence[Piece]) -> str:
    """Return the content as JSON: not a part of what is measured."""
    content = [{name: getattr(piece, name) for name in _FIELDS} for piece in pieces]
    return json.dumps(content, ensure_ascii=False)


def made(content: str) -> bytes:
    """Return the PDF, by a compiler that keeps its fonts."""
    data = _compiler().compile(_TEMPLATE.encode(), sys_inputs={"content": content})
    assert isinstance(data, bytes)
    return data


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=[str(resources.path("fonts"))], ignore_system_fonts=True)
