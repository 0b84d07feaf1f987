"""``-o`` of the commands that list: what they print as a spreadsheet, recorded as an export."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.cli import files, output
from app.cli.call import Call
from app.i18n import _
from app.services import list_exports, printing, sheets
from app.services.trust import Casebook


def add(made: Any) -> None:
    """Declare the options on a command that lists."""
    about = _("write the list as a spreadsheet: FILE.xlsx or FILE.csv; - is CSV on standard output")
    made.add_argument("-o", "--output", metavar="FILE", type=Path, help=about)
    forms = made.add_mutually_exclusive_group()
    forms.add_argument("--csv", action="store_true", help=_("write CSV whatever FILE ends in"))
    forms.add_argument("--xlsx", action="store_true", help=_("write XLSX whatever FILE ends in"))


def is_wanted(call: Call) -> bool:
    """Say whether the list is to be a file."""
    return bool(call.options.output or call.options.csv or call.options.xlsx)


def write(
    call: Call, book: Casebook, name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    """Write rows to the file asked for, and record that they left the house."""
    path = call.options.output or Path("-")
    texts = [[str(cell) for cell in row] for row in rows]
    file = list_exports.made(name, _form(call, path), heads, texts)
    if str(path) == "-":
        sys.stdout.buffer.write(file.data)
    else:
        printing.put(file.data, files.target(path))
    book.write(list_exports.record, file)
    if str(path) == "-":
        return
    if call.as_json:
        output.say_json({"file": str(path), "rows": file.rows})
    else:
        output.say(_("Written: {file}").format(file=path))


def _form(call: Call, path: Path) -> str:
    if call.options.xlsx:
        return sheets.XLSX
    return sheets.CSV if call.options.csv or str(path) == "-" else list_exports.form_of(path)
