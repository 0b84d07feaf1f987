"""``import`` and ``export-list``: sheets of persons and cases, looked at first, taken in as one step."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.cli import list_files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain.importing import RowError, Subject, Table, heads
from app.domain.importing.cell_values import Meaning
from app.domain.importing.columns import by_key
from app.domain.importing.duplicates import Choice
from app.domain.importing.orders import ORDERS
from app.errors import UserError
from app.i18n import _, plural
from app.services import (
    case_imports,
    exchange,
    importing,
    list_exports,
    person_imports,
    printing,
    sheet_reader,
    sheets,
)
from app.services.importing import Like, Preview
from app.services.sheets import column_letters
from app.services.trust import Casebook

_SUBJECTS = [subject.value for subject in Subject]
_MOST_SHOWN = 50


def add(commands: Commands) -> None:
    """Declare the commands."""
    about = _(
        "take in persons or cases from a spreadsheet (XLSX or CSV), as one step that one undo takes back"
    )
    made = command(commands, "import", run, about, json=True)
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--kind", choices=_SUBJECTS, default=_SUBJECTS[0], help=_("what the rows are"))
    _add_reading(made)
    about = _("what happens to rows that are there already (else: the same are left out)")
    made.add_argument("--duplicates", choices=[choice.value for choice in Choice], help=about)
    about = _("take in the good rows where others have errors")
    made.add_argument("--good-rows", action="store_true", help=about)
    made.add_argument("--dry-run", action="store_true", help=_("say what would come, and write nothing"))
    about = _("write all persons or cases as a sheet that import reads again")
    made = command(commands, "export-list", export, about, json=True)
    made.add_argument("kind", metavar="KIND", choices=_SUBJECTS, help=", ".join(_SUBJECTS))
    about = _("only the heads, with an explanation of each")
    made.add_argument("--template", action="store_true", help=about)
    list_files.add(made)


def _add_reading(made: Any) -> None:
    """Declare how a file is to be understood."""
    lists: dict[str, Any] = {"action": "append", "default": []}
    about = _("what a column means; COLUMN may be empty")
    made.add_argument("--map", metavar="HEAD=COLUMN", help=about, **lists)
    made.add_argument("--order", metavar="HEAD=dmy|mdy|ymd", help=_("how its dates are written"), **lists)
    about = _("which sheet of a workbook (else the first that holds anything)")
    made.add_argument("--sheet", metavar="NAME", default="", help=about)
    about = _("of a CSV file (else told from it): utf-8, utf-16, gb18030, cp1252")
    made.add_argument("--encoding", metavar="NAME", default="", help=about)


def run(call: Call) -> int:
    """Show what a sheet would bring, and take it in unless it is a dry run."""
    options = call.options
    sheet = sheet_reader.read(options.file, sheet=options.sheet, encoding=_encoding(options.encoding))
    subject = Subject(options.kind)
    with call.book() as book:
        table, meaning = book.read(importing.opened, subject, sheet)
        meaning = _meant(subject, table, meaning, options.map, options.order)
        ready = book.read(importing.preview, subject, table, meaning, call.today)
        if options.dry_run:
            _say(call, ready, {})
            return 2 if ready.errors or ready.missing else 0
        if ready.errors and not options.good_rows and not ready.missing:
            _say(call, ready, {})
            raise UserError(
                plural("{count} row has errors.", "{count} rows have errors.", ready.wrong_rows),
                _("Nothing was taken in. Correct them, or leave them out with --good-rows."),
            )
        _take(call, book, ready)
    return 0


def _encoding(name: str) -> str:
    plain = name.lower().replace("_", "-")
    found = {
        "utf-8": "utf-8-sig",
        "utf8": "utf-8-sig",
        "gbk": "gb18030",
        "gb2312": "gb18030",
        "windows-1252": "cp1252",
    }.get(plain, plain)
    if found and found not in sheet_reader.ENCODINGS:
        raise UserError(
            _("There is no encoding “{name}” here.").format(name=name[:20]), "utf-8, utf-16, gb18030, cp1252"
        )
    return found


def _meant(
    subject: Subject, table: Table, meaning: Meaning, maps: Sequence[str], orders: Sequence[str]
) -> Meaning:
    for words in maps:
        head, _equals, key = words.rpartition("=")
        if key and key not in by_key(subject):
            raise UserError(_("There is no column “{key}”.").format(key=key[:40]), ", ".join(by_key(subject)))
        meaning = importing.with_column(meaning, _place(table, head), key)
    for words in orders:
        head, _equals, order = words.rpartition("=")
        if order not in ORDERS:
            raise UserError(
                _("“{typed}” is not one of the choices.").format(typed=order[:40]), ", ".join(ORDERS)
            )
        meaning = importing.with_order(meaning, _place(table, head), order)
    return meaning


def _place(table: Table, head: str) -> int:
    """Return where a column stands, named by its head or its letter."""
    wanted = heads.plain(head)
    for at, one in enumerate(table.heads):
        if wanted and heads.plain(one) == wanted:
            return at
    letters = [column_letters(at) for at in range(len(table.heads))]
    if head.strip().upper() in letters:
        return letters.index(head.strip().upper())
    raise UserError(
        _("The file has no column “{head}”.").format(head=head[:40]), ", ".join(filter(None, table.heads))
    )


def _take(call: Call, book: Casebook, ready: Preview) -> None:
    chosen = call.options.duplicates
    choices = {like.row: Choice(chosen) for like in ready.likes} if chosen else {}
    accept = person_imports.accept if ready.subject is Subject.PERSONS else case_imports.accept
    taken = book.write(accept, ready, choices, call.today).result
    counts = {"added": taken.added, "filled": taken.filled, "skipped": taken.skipped, "wrong": taken.wrong}
    if call.as_json:
        _say(call, ready, counts)
        return
    output.say(
        _("{added} added, {filled} filled in, {skipped} left out, {wrong} with errors.").format(**counts)
    )


def _say(call: Call, ready: Preview, counts: Mapping[str, int]) -> None:
    if call.as_json:
        output.say_json({**_as_json(ready), **counts})
        return
    for at, head in enumerate(ready.table.heads):
        key = ready.meaning.columns.get(at, "")
        output.say(f"{column_letters(at)}  {output.literal(head)} → {key or '—'}")
    output.say(
        "", plural("{count} row can be taken in.", "{count} rows can be taken in.", len(ready.candidates))
    )
    output.say(*ready.missing)
    for at, orders in ready.asked.items():
        text = _('{head}: “{example}” could be two days; say --order "{head}=dmy" or "{head}=mdy".')
        output.say(output.literal(text.format(head=ready.table.heads[at], example=orders.example)))
    output.say(*(_like(like) for like in ready.likes[:_MOST_SHOWN]))
    output.say(*(output.literal(_error(error)) for error in ready.errors[:_MOST_SHOWN]))
    if len(ready.errors) > _MOST_SHOWN:
        output.say(_("… and {count} more errors.").format(count=len(ready.errors) - _MOST_SHOWN))


def _error(error: RowError) -> str:
    where = _("Row {row}, {column}").format(row=error.row, column=error.head or _("whole row"))
    return f"{where}: {error.message} {error.hint}".rstrip()


def _like(like: Like) -> str:
    other = like.case_number or like.name or _("row {row}").format(row=like.other_row)
    why = _(like.why.value) if like.why else _("Same client, category and post")
    return output.literal(_("Row {row} may be {other}: {why}.").format(row=like.row, other=other, why=why))


def _as_json(ready: Preview) -> dict[str, Any]:
    return {
        "rows": len(ready.table.rows),
        "good": len(ready.candidates),
        "columns": {ready.table.heads[at]: key for at, key in ready.meaning.columns.items()},
        "asked": [ready.table.heads[at] for at in ready.asked],
        "missing": list(ready.missing),
        "errors": [
            {"row": e.row, "column": e.head, "message": e.message, "hint": e.hint} for e in ready.errors
        ],
        "duplicates": [
            {
                "row": like.row,
                "why": like.why.name.lower() if like.why else "case",
                "client": str(like.person_id or ""),
                "other_row": like.other_row,
                "number": like.case_number,
            }
            for like in ready.likes
        ],
    }


def export(call: Call) -> None:
    """Write all persons or cases in the columns of the template, or the template alone."""
    subject = Subject(call.options.kind)
    if call.options.template:
        _write_template(call, subject)
        return
    with call.book() as book:
        found = book.read(exchange.sheet, subject)
        list_files.write(call, book, f"all {subject.value}", found.sheet.heads, found.sheet.rows)
    if found.partly and not call.as_json and call.options.output:
        output.say(
            _("Of {count}, a sheet can't hold everything (more names, degrees, notes …).").format(
                count=found.partly
            )
        )


def _write_template(call: Call, subject: Subject) -> None:
    path = call.options.output or Path(f"{subject.value}.{sheets.XLSX}")
    printing.put(sheets.written(list_exports.form_of(path), exchange.template(subject)), path)
    output.say(_("Written: {file}").format(file=path))
