"""What the page of imports writes: the empty template, and everything there is in its columns."""

from functools import partial
from pathlib import Path

from app.domain.importing import Subject
from app.i18n import _, plural
from app.services import exchange, list_exports, printing, sheets
from app.services.exchange import Exchange
from app.services.list_exports import ListFile
from app.ui.jobs import Step
from app.ui.page import Desk


def ask_for_template(desk: Desk, subject: Subject) -> None:
    """Let a place be chosen for the empty template."""
    _ask(desk, _("Template"), subject, partial(_write_template, desk, subject))


def ask_for_all(desk: Desk, subject: Subject) -> None:
    """Let a place be chosen for all persons or cases, as import reads them again."""
    _ask(desk, _("Write all"), subject, partial(_write_all, desk, subject))


def _ask(desk: Desk, title: str, subject: Subject, then: partial[None]) -> None:
    proposed = f"{_(subject.label)}.{sheets.XLSX}"
    desk.messages.choose_file_to_save(title, proposed, _("Spreadsheets (*.xlsx *.csv)"), then)


def _write_template(desk: Desk, subject: Subject, path: Path) -> None:
    def write() -> None:
        printing.put(sheets.written(list_exports.form_of(path), exchange.template(subject)), path)
        desk.messages.tell(_("Saved as {file}.").format(file=path.name))

    desk.office.attempt(write, failed=desk.messages.trouble)


def _write_all(desk: Desk, subject: Subject, path: Path) -> None:
    office = desk.office

    def work(_step: Step) -> tuple[ListFile, Exchange]:
        form = list_exports.form_of(path)
        found = office.read(exchange.sheet, subject)
        return list_exports.made(f"all {subject.value}", form, found.sheet.heads, found.sheet.rows), found

    def done(made: tuple[ListFile, Exchange]) -> None:
        office.attempt(lambda: _save(desk, path, *made), failed=desk.messages.trouble)

    desk.jobs.start(work, title=_("Exporting"), done=done, failed=desk.messages.trouble)


def _save(desk: Desk, path: Path, file: ListFile, found: Exchange) -> None:
    printing.put(file.data, path)
    desk.office.write(list_exports.record, file)
    said = plural("{count} row written.", "{count} rows written.", file.rows)
    if found.partly:
        said += " " + _("Of {count}, a sheet can't hold everything (more names, degrees, notes …).").format(
            count=found.partly
        )
    desk.messages.tell(said)
