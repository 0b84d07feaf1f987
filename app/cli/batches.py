"""``print KIND --all``: a document of every open case, into one folder."""

import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from uuid import UUID

from app.cli import files, output
from app.cli.call import Call
from app.errors import KasebookError, UserError
from app.i18n import _, plural
from app.services import case_list, documents, printing
from app.services.orders import Subject
from app.services.printing import Print
from app.services.trust import Casebook

Make = Callable[[Casebook, Call, UUID], Print]  # raises ``KasebookError`` where a case can't be printed


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of it: each case with its file and hash, and those that failed with the reason."""

    folder: str
    printed: list[dict[str, str]] = field(default_factory=list)
    failed: list[dict[str, str]] = field(default_factory=list)


def print_all(call: Call, make: Make) -> int:
    """Print every open case; one that can't be printed is reported and holds up no other. Returns 2 then."""
    folder = _folder(call)
    batch = Batch(str(call.options.output))
    with call.book() as book:
        lines = book.read(lambda session: case_list.lines(session, case_list.ids(session, is_open=True)))
        for place, line in enumerate(lines, start=1):
            told = _print_one(book, call, make, line.id, folder / f"{line.number}-{call.options.kind}.pdf")
            _note(batch, line.number, told)
            _tell(place, len(lines), line.number, told if isinstance(told, KasebookError) else None)
    _say(call, batch)
    return 2 if batch.failed else 0


def _folder(call: Call) -> Path:
    options = call.options
    if options.case:
        raise UserError(_("Name a case or say --all, not both."))
    if documents.kind(options.kind).subject is not Subject.CASE:
        raise UserError(_("This document is about a day: there is one, without --all."))
    folder: Path = options.output
    if str(folder) == "-" or (folder.exists() and not folder.is_dir()):
        raise UserError(_("“{file}” is no folder.").format(file=folder.name), _("Name one: -o FOLDER"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.trouble(error) from error
    return folder


def _print_one(
    book: Casebook, call: Call, make: Make, case_id: UUID, path: Path
) -> tuple[str, str] | KasebookError:
    """Return the file's name and hash, or what stood in the way."""
    try:
        made = make(book, call, case_id)
        printing.save(made, path)
        book.write(printing.record, made.order, made.sha256)
    except KasebookError as error:
        return error
    return path.name, made.sha256


def _note(batch: Batch, number: str, told: tuple[str, str] | KasebookError) -> None:
    if isinstance(told, KasebookError):
        batch.failed.append({"case": number, "reason": _reason(told)})
    else:
        batch.printed.append({"case": number, "file": told[0], "sha256": told[1]})


def _reason(error: KasebookError) -> str:
    return output.literal(str(error))


def _tell(place: int, count: int, number: str, error: KasebookError | None) -> None:
    """Say on standard error how far it got."""
    said = _("{place} of {count}: {case}").format(place=place, count=count, case=number)
    if error is not None:
        said += " – " + _("not printed: {reason}").format(reason=_reason(error))
    sys.stderr.write(f"{said}\n")
    sys.stderr.flush()


def _say(call: Call, batch: Batch) -> None:
    if call.as_json:
        output.say_json(asdict(batch))
        return
    done, failed = len(batch.printed), len(batch.failed)
    output.say(
        _("Folder: {folder}").format(folder=batch.folder),
        plural("{count} document written.", "{count} documents written.", done),
    )
    if failed:
        output.say(plural("{count} case not printed.", "{count} cases not printed.", failed))
