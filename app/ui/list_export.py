"""Writing a list as a spreadsheet, as it is seen: one way for every table of the window."""

from functools import partial
from pathlib import Path

from app.i18n import _, plural
from app.services import list_exports, printing, sheets
from app.services.list_exports import ListFile
from app.ui.jobs import Step
from app.ui.page import Desk, Page
from app.ui.widgets.table_view import TableView

EVERY = 500  # rows between two looks at whether the job was cancelled


def ask(desk: Desk, page: Page) -> None:
    """Let a place be chosen and write the list in view there: its columns, all its rows, their order."""
    table = in_view(page)
    if table is None:
        desk.messages.tell(_("There is no list here."))
        return
    desk.messages.choose_file_to_save(
        _("Export this list"),
        f"{table.accessibleName()}.{sheets.XLSX}",
        _("Spreadsheets (*.xlsx *.csv)"),
        partial(_write, desk, table),
    )


def in_view(page: Page) -> TableView | None:
    """Return the table that has the focus, else the first one in view."""
    shown = [one for one in page.findChildren(TableView) if one.isVisible()]
    return next((one for one in shown if one.hasFocus()), shown[0] if shown else None)


def _write(desk: Desk, table: TableView, path: Path) -> None:
    columns = table.columns_wanted()
    heads, name, total = table.rows.heads(columns), table.objectName(), table.rows.rowCount()

    def work(step: Step) -> ListFile:
        form, rows = list_exports.form_of(path), []
        for done, row in enumerate(table.rows.texts(columns)):
            if done % EVERY == 0:
                step.report(done, total)
            rows.append(row)
        return list_exports.made(name, form, heads, rows)

    desk.jobs.start(work, title=_("Exporting"), done=partial(_save, desk, path), failed=desk.messages.trouble)


def _save(desk: Desk, path: Path, file: ListFile) -> None:
    desk.office.attempt(lambda: _save_now(desk, path, file), failed=desk.messages.trouble)


def _save_now(desk: Desk, path: Path, file: ListFile) -> None:
    printing.put(file.data, path)
    desk.office.write(list_exports.record, file)
    desk.messages.tell(plural("{count} row written.", "{count} rows written.", file.rows))
