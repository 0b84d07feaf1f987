"""``-o`` of the commands that list: what they print as a spreadsheet or on paper, recorded as that."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli import files, output
from app.cli import printing as printing_cli
from app.cli.call import Call
from app.domain.filing.list_sheet import Listed
from app.i18n import Bilingual, _, language
from app.services import list_exports, printing, sheets
from app.services.list_exports import ListFile
from app.services.orders import Order
from app.services.trust import Casebook

_WORD, _MOST = 16, 30  # letters: the longest word and the longest text that a printed column has room for
_WIDE = 1.35  # how much wider than an ordinary letter one of a number or a head is


@dataclass(frozen=True, slots=True)
class OnPaper:
    """What a list is called in print; which columns hold identity numbers, and which are left out."""

    title: Bilingual
    identity: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()


def add(made: Any, *, on_paper: bool = False) -> None:
    """Declare the options on a command that lists; some lists are written as PDF too."""
    about = _("write the list as a spreadsheet: FILE.xlsx or FILE.csv; - is CSV on standard output")
    if on_paper:
        about = _("write the list as FILE.xlsx, FILE.csv or FILE.pdf, there with numbers masked; - is CSV")
        printing_cli.add_allow_missing(made)
    made.add_argument("-o", "--output", metavar="FILE", type=Path, help=about)
    forms = made.add_mutually_exclusive_group()
    forms.add_argument("--csv", action="store_true", help=_("write CSV whatever FILE ends in"))
    forms.add_argument("--xlsx", action="store_true", help=_("write XLSX whatever FILE ends in"))


def is_wanted(call: Call) -> bool:
    """Say whether the list is to be a file."""
    return bool(call.options.output or call.options.csv or call.options.xlsx)


def write(
    call: Call,
    book: Casebook,
    name: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    paper: OnPaper | None = None,
) -> None:
    """Write rows to the file asked for, and record that they left the house."""
    path = call.options.output or Path("-")
    texts = [[str(cell) for cell in row] for row in rows]
    if paper and path.suffix.lower() == ".pdf" and not (call.options.csv or call.options.xlsx):
        _print(call, book, path, _listed(paper, heads, texts))
    else:
        _export(call, book, path, list_exports.made(name, _form(call, path), heads, texts))


def _export(call: Call, book: Casebook, path: Path, file: ListFile) -> None:
    if str(path) == "-":
        sys.stdout.buffer.write(file.data)
    else:
        printing.put(file.data, files.target(path))
    book.write(list_exports.record, file)
    if str(path) != "-":
        _say_written(call, path, file.rows)


def _print(call: Call, book: Casebook, path: Path, listed: Listed) -> None:
    order = Order(kind="list", language="zh-CN" if language() == "zh" else "en", listed=listed)
    made = printing.made(order, book.read(printing.value, order, call.today))
    printing_cli.refuse_boxes(made, call)
    printing.save(made, files.target(path))
    book.write(printing.record, made.order, made.sha256)
    _say_written(call, path, len(listed.rows))


def _listed(paper: OnPaper, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Listed:
    """Return what is printed: each column as wide as its longest text needs, within reason."""
    shown = [at for at in range(len(heads)) if at not in paper.left_out]
    return Listed(
        title=paper.title,
        heads=tuple(Bilingual(heads[at], heads[at]) for at in shown),
        shares=tuple(_share([row[at] for row in [heads, *rows]]) for at in shown),
        rows=tuple(tuple(row[at] for at in shown) for row in rows),
        identity=frozenset(shown.index(at) for at in paper.identity),
    )


def _share(texts: Sequence[str]) -> float:
    """Return the room for a column: its longest word is never broken, its longest text seldom."""
    word = max((len(word) for text in texts for word in text.split()), default=0)
    return max(min(word, _WORD) * _WIDE, min(max(map(len, texts)), _MOST)) + 1


def _say_written(call: Call, path: Path, rows: int) -> None:
    if call.as_json:
        output.say_json({"file": str(path), "rows": rows})
    else:
        output.say(_("Written: {file}").format(file=path))


def _form(call: Call, path: Path) -> str:
    if call.options.xlsx:
        return sheets.XLSX
    return sheets.CSV if call.options.csv or str(path) == "-" else list_exports.form_of(path)
