"""Read somebody else's spreadsheet in a process of its own, and say plainly where that can't be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.importing import Odd, SheetRow
from app.errors import UserError
from app.i18n import N_, _
from app.services import child_process
from app.services.sheet_limits import COLUMNS, FILE_BYTES, ROWS, SECONDS

CHILD = "app.services.sheet_child"
ARGUMENT = "--read-sheet"  # what a frozen program, which has no -m, is told instead
ENCODINGS = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "gb18030": N_("GB 18030 (Chinese)"),
    "cp1252": N_("Windows 1252 (Western Europe)"),
}

_SAVE_AS = N_("Open it in its own program and save it as XLSX or CSV.")
_SPLIT = N_("Divide it into several files, or delete what is not needed.")
_TROUBLES: Mapping[str, tuple[str, str]] = {
    "empty": (N_("“{file}” is empty."), ""),
    "program": (
        N_("“{file}” is a program and not a spreadsheet, whatever it is called."),
        N_("Don't open it."),
    ),
    "old": (N_("“{file}” is of an old kind (.xls) that is not read here."), _SAVE_AS),
    "protected": (
        N_("“{file}” is protected by a password."),
        N_("Open it in its own program, take the password away, and save a copy."),
    ),
    "binary": (N_("“{file}” is a binary workbook (.xlsb), which is not read here."), _SAVE_AS),
    "opendocument": (N_("“{file}” is an OpenDocument sheet, which is not read here."), _SAVE_AS),
    "numbers": (N_("“{file}” is of Numbers, which is not read here."), _SAVE_AS),
    "other": (N_("“{file}” is no spreadsheet, whatever it is called."), N_("Choose a file in XLSX or CSV.")),
    "damaged": (N_("“{file}” is damaged or no spreadsheet."), _SAVE_AS),
    "unpacked": (N_("“{file}” unpacks to far more than a list of persons or cases."), _SPLIT),
    "sheet": (N_("“{file}” has no such sheet."), ""),
    "rows": (N_("“{file}” has more than {rows} rows."), _SPLIT),
    "columns": (N_("“{file}” has more than {columns} columns."), _SPLIT),
    "text": (N_("“{file}” holds too much text."), _SPLIT),
    "memory": (N_("“{file}” takes too much memory to read."), _SPLIT),
    "time": (N_("“{file}” was not read within {seconds} seconds."), _SPLIT),
    "csv": (N_("“{file}” has quotation marks that don't belong together."), _SAVE_AS),
    "encoding": (N_("“{file}” is not in this encoding."), N_("Choose another one.")),
    "large": (N_("“{file}” is larger than {megabytes} MB."), _SPLIT),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One sheet as it was read. ``notes`` are codes: "formulas", "links"."""

    file: str
    form: str
    sheet: str
    sheets: tuple[str, ...]
    encoding: str
    rows: tuple[SheetRow, ...]
    odd: tuple[Odd, ...]
    notes: tuple[str, ...]


def read(
    path: Path, *, sheet: str = "", encoding: str = "", check: Callable[[], None] = lambda: None
) -> ReadSheet:
    """Return one sheet of a file: the first with anything in it, or the one asked for.

    ``encoding`` overrules what a CSV file seems to be in. ``check`` is called while it is read, and may
    raise to stop. Raises ``UserError`` within ``SECONDS`` for whatever is no spreadsheet, or too large.
    """
    try:
        if path.stat().st_size > FILE_BYTES:
            raise _trouble("large", path)
        with path.open("rb") as file:
            answer = _asked(file, path, [sheet, encoding], check)
    except OSError as error:
        raise UserError(
            _("“{file}” can't be read.").format(file=path.name), _("Is it still there, and may you read it?")
        ) from error
    return _sheet(path, answer)


def _asked(file: BinaryIO, path: Path, words: list[str], check: Callable[[], None]) -> Mapping[str, Any]:
    command = [*child_process.command(ARGUMENT, CHILD), *words]
    answer = child_process.ask(command, file, SECONDS, check)
    if "trouble" in answer:
        raise _trouble(answer["trouble"], path)
    return answer


def _trouble(code: str, path: Path) -> UserError:
    message, hint = _TROUBLES.get(code, _TROUBLES["damaged"])
    limits = {"rows": f"{ROWS:,}", "columns": COLUMNS, "seconds": SECONDS, "megabytes": FILE_BYTES // 10**6}
    return UserError(_(message).format(file=path.name, **limits), _(hint) if hint else "")


def _sheet(path: Path, answer: Mapping[str, Any]) -> ReadSheet:
    return ReadSheet(
        path.name,
        answer["form"],
        answer["sheet"],
        tuple(answer["sheets"]),
        answer["encoding"],
        tuple(SheetRow(number, tuple(cells)) for number, cells in answer["rows"]),
        tuple(Odd(*odd) for odd in answer["odd"]),
        tuple(answer["notes"]),
    )
