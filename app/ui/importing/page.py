"""The page that takes in a spreadsheet: choose it, say what its columns mean, see what would come, accept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.importing import Subject
from app.domain.importing.cell_values import Meaning
from app.domain.importing.duplicates import Choice
from app.i18n import N_, _
from app.services import importing
from app.services.importing import Preview
from app.services.person_imports import Taken
from app.services.sheet_reader import ReadSheet
from app.settings import today
from app.ui.actions import Action
from app.ui.importing import sheets_out, work
from app.ui.importing.columns_panel import ColumnsPanel
from app.ui.importing.foot import Foot
from app.ui.importing.head import Head
from app.ui.importing.rows_panel import RowsPanel
from app.ui.jobs import Job
from app.ui.page import Desk, Page
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import line

KINDS = N_("Spreadsheets (*.xlsx *.csv *.xlsm *.txt)")
COLUMNS_WIDTH, ROWS_WIDTH = 380, 700


class ImportPage(Page):
    """Nothing is written before *Take in*; ``show_what`` takes a ``Subject``."""

    name = "import"
    title = N_("Import")
    icon = "folder-open"
    under = "people"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._path = Path()
        self._sheet: ReadSheet | None = None
        self._ready: Preview | None = None
        self._choices: dict[int, Choice] = {}
        self._asked = 0
        self.head = Head()
        self.columns = ColumnsPanel(desk)
        self.rows = {subject: RowsPanel(desk, subject) for subject in Subject}
        self.lists = QStackedWidget()
        self.foot = Foot()
        self.nothing = EmptyState(
            "folder-open", _("Bring your list along"), _text(), _("Choose a file…"), "import.choose_first"
        )
        self.result = EmptyState("circle-check", "", "", _("Show them"), "import.show")
        self.stack = QStackedWidget()
        self._assemble()
        self._connect()
        self._show_nothing()

    def _assemble(self) -> None:
        for panel in self.rows.values():
            self.lists.addWidget(panel)
        for page in (self.nothing, self._working(), self.result):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(line())
        layout.addWidget(self.stack, 1)

    def _working(self) -> QWidget:
        splitter = QSplitter()
        splitter.setObjectName("import.splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.columns)
        splitter.addWidget(self.lists)
        splitter.setSizes([COLUMNS_WIDTH, ROWS_WIDTH])
        splitter.setStretchFactor(1, 1)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(splitter, 1)
        layout.addWidget(line())
        layout.addWidget(self.foot)
        return whole

    def _connect(self) -> None:
        self.head.choose.clicked.connect(self.ask_for_file)
        self.nothing.on_press(self.ask_for_file)
        for label, name, ask in (
            (_("Template…"), "import.template", sheets_out.ask_for_template),
            (_("Write all…"), "import.export", sheets_out.ask_for_all),
        ):
            self.nothing.offer(label, "save", name, partial(self._ask_where, ask))
        self.result.on_press(self._show_taken)
        self.head.subject.activated.connect(lambda _at: self._look_first())
        self.head.sheet.activated.connect(lambda _at: self._read(sheet=self.head.sheet.currentText()))
        self.head.encoding.activated.connect(
            lambda _at: self._read(encoding=str(self.head.encoding.currentData()))
        )
        self.columns.meant.connect(self._mean)
        self.columns.ordered.connect(self._put_in_order)
        self.foot.accepted.connect(self.accept)
        self.foot.given_up.connect(self._show_nothing)
        for panel in self.rows.values():
            panel.chosen.connect(self._choose_for)

    def shown(self) -> None:
        """Put the focus where the next step is."""
        target = self.columns.table if self.stack.currentIndex() == 1 else self.head.choose
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_what(self, what: object) -> None:
        """Begin with persons or cases."""
        if isinstance(what, Subject) and self._ready is None:
            self.head.choose_subject(what)

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        return (Action("import.choose", N_("Choose a file…"), self.ask_for_file, "Ctrl+O", "folder-open"),)

    def ask_for_file(self) -> None:
        """Let a spreadsheet be chosen, and read it."""
        self.desk.messages.choose_file_to_open(_("Import"), _(KINDS), self.open_file)

    def open_file(self, path: Path) -> None:
        """Read a spreadsheet in a process of its own; nothing is written."""
        self._path = path
        self._read()

    def _ask_where(self, ask: Callable[[Desk, Subject], None]) -> None:
        ask(self.desk, self.head.chosen_subject())

    def _start(self, title: str, job: Any, done: Any) -> Job:
        """Run a job and return it; what an earlier one still brings is dropped."""
        self._asked += 1
        asked = self._asked

        def take(found: Any) -> None:
            if asked == self._asked:
                done(found)

        return self.desk.jobs.start(job, done=take, failed=self._refuse, title=title)

    def _refuse(self, error: Exception) -> None:
        self.desk.messages.trouble(error)
        self._show_rows()

    def _read(self, sheet: str = "", encoding: str = "") -> None:
        path = self._path
        self._start(_("Reading"), lambda step: work.read(path, sheet, encoding, step), self._take_sheet)

    def _take_sheet(self, found: ReadSheet) -> None:
        self._sheet = found
        self.head.show_sheet(found)
        self._look_first()

    def _look_first(self) -> None:
        if self._sheet is None:
            return
        office, subject, sheet, day = self.desk.office, self.head.chosen_subject(), self._sheet, today()
        self._start(
            _("Looking through"),
            lambda step: work.first_look(office, subject, sheet, day, step),
            self._take_preview,
        )

    def _look_again(self, meaning: Meaning) -> None:
        ready = self._ready
        if ready is not None:
            office, subject, table, day = self.desk.office, ready.subject, ready.table, today()
            self._start(
                _("Looking through"),
                lambda step: work.look(office, subject, table, meaning, day, step),
                self._take_preview,
            )

    def _take_preview(self, ready: Preview) -> None:
        self._ready = ready
        self._choices = ready.usual()
        self.lists.setCurrentWidget(self.rows[ready.subject])
        self.columns.show_preview(ready)
        self.stack.setCurrentIndex(1)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._ready is not None:
            self.rows[self._ready.subject].show_preview(self._ready, self._choices)
            self.foot.show_preview(self._ready, self._choices)

    def _mean(self, at: int, key: str) -> None:
        if self._ready is not None:
            self._look_again(importing.with_column(self._ready.meaning, at, key))

    def _put_in_order(self, at: int, order: str) -> None:
        if self._ready is not None:
            self._look_again(importing.with_order(self._ready.meaning, at, order))

    def _choose_for(self, choices: dict[int, Choice]) -> None:
        self._choices |= choices
        self._show_rows()

    def accept(self) -> None:
        """Take in what is in view, as one step."""
        ready, choices = self._ready, dict(self._choices)
        if ready is None:
            return
        office, day = self.desk.office, today()
        self.foot.accept.setEnabled(False)
        job = self._start(
            _("Taking in"), lambda step: work.take(office, ready, choices, day, step), self._show_result
        )
        job.ended.connect(self._show_rows)  # it may have been cancelled

    def _show_result(self, taken: Taken) -> None:
        ready, self._ready, self._sheet = self._ready, None, None
        assert ready is not None
        self.head.show_none()
        text = _("{added} added, {filled} filled in, {skipped} left out, {wrong} with errors.")
        counts = {
            "added": taken.added,
            "filled": taken.filled,
            "skipped": taken.skipped,
            "wrong": taken.wrong,
        }
        self.result.say(_("Taken in"), text.format(**counts))
        self.stack.setCurrentIndex(2)
        self.desk.messages.tell(text.format(**counts), _("Undo"), self._take_back)

    def _take_back(self) -> None:
        office = self.desk.office
        self._start(_("Undoing"), lambda step: work.take_back(office, step), self._tell_taken_back)

    def _tell_taken_back(self, label: str) -> None:
        self.desk.office.look()
        self.desk.messages.tell(_("Undone: {what}").format(what=_(label)))
        self._show_nothing()

    def _show_taken(self) -> None:
        self.go.emit("people" if self.head.chosen_subject() is Subject.PERSONS else "cases", None)

    def _show_nothing(self) -> None:
        self._ready, self._sheet = None, None
        self._asked += 1
        self.head.show_none()
        self.stack.setCurrentIndex(0)


def _text() -> str:
    return _(
        "Persons or cases from a spreadsheet, XLSX or CSV, with heads in English or Chinese.\n"
        "You see every row before anything is written, and one undo takes all of it back."
    )
