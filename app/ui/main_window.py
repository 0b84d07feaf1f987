"""The window: the start pages first, then the rail at the left and one page beside it.

Nothing of a client stands in its title, since titles show in task bars and on shared screens.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

import app
from app.errors import UserError
from app.i18n import N_, _
from app.settings import Settings
from app.ui import actions, menus
from app.ui.actions import Action
from app.ui.jobs import Jobs
from app.ui.messages import Messages
from app.ui.page import Desk, Entry, Page
from app.ui.rail import Rail
from app.ui.status import StatusBar

SMALLEST = (900, 600)
USUAL = (1240, 800)


class MainWindow(QMainWindow):
    """Shows ``begin``'s widget until ``furnish`` gives it a casebook's pages."""

    locking = Signal()  # the user wants the casebook closed and the key forgotten
    closed = Signal()

    def __init__(self, settings: Settings, jobs: Jobs | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Kasebook")
        self.settings = settings
        self.jobs = jobs or Jobs(self)
        self.messages = Messages(self)
        self.rail: Rail | None = None
        self.desk: Desk | None = None
        self._entries: dict[str, Entry] = {}
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._own_actions = self._always_there()
        self.setMinimumSize(*SMALLEST)
        self._take_geometry()
        self.jobs.failed.connect(self.messages.trouble)

    def begin(self, widget: QWidget) -> None:
        """Show the start pages, without rail and menus."""
        self.setCentralWidget(widget)

    def furnish(self, desk: Desk, pages: Sequence[Entry]) -> None:
        """Show an open casebook: rail, menus, status bar and the first page."""
        self.desk = desk
        self._entries = {page.name: page for page in pages}
        shown = [page for page in pages if not page.under]
        self.rail = Rail(shown)
        whole = self._assembled(self.rail)
        self.setCentralWidget(whole)
        desk.office.resting.connect(whole.setDisabled)
        status = StatusBar()
        self.setStatusBar(status)
        self._connect(desk, self.rail, status)
        for number, page in enumerate(shown[:9], 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self, partial(self.go, page.name))
        self.go(shown[0].name)

    def _assembled(self, rail: Rail) -> QWidget:
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rail)
        layout.addWidget(self._stack, 1)
        return whole

    def _connect(self, desk: Desk, rail: Rail, status: StatusBar) -> None:
        rail.chosen.connect(self.go)
        rail.lock.connect(self.locking)
        desk.office.changed.connect(self._tell_pages)
        desk.office.saved.connect(status.show_saved)
        desk.office.trouble.connect(self.messages.trouble)
        desk.office.undone.connect(partial(self._say, N_("Undone: {what}")))
        desk.office.redone.connect(partial(self._say, N_("Redone: {what}")))
        self.jobs.started.connect(status.show_job)

    def go(self, name: str, what: object = None) -> None:
        """Show the page ``name``, built if this is its first time, and ``what`` on it."""
        if self.current is not None and self.current.name != name and not self.current.can_leave():
            self._mark_current()
            return
        page = self._page(name)
        self._stack.setCurrentWidget(page)
        self._mark_current()
        self._fill_menus(page)
        if what is not None:
            page.show_what(what)
        page.come()

    @property
    def current(self) -> Page | None:
        """The page in view."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def _mark_current(self) -> None:
        if self.rail is not None and self.current is not None:
            self.rail.show_current(self.current.under or self.current.name)

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            assert self.desk is not None
            page = self._entries[name].load()(self.desk)
            page.go.connect(self.go)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _tell_pages(self, changes: object, by: object) -> None:
        for page in self._pages.values():
            page.take(changes, by)  # type: ignore[arg-type]  # the signal carries Changes

    def _always_there(self) -> tuple[Action, ...]:
        return (
            Action("edit.undo", N_("Undo"), self.undo, "Ctrl+Z", "undo-2"),
            Action("edit.redo", N_("Redo"), self.redo, "Ctrl+Shift+Z", "redo-2"),
            Action("edit.find", N_("Find"), self._find, "Ctrl+F", "search"),
            Action("list.export", N_("Export this list…"), self._export_list, "Ctrl+E", "save"),
            Action("casebook.lock", N_("Lock"), self.locking.emit, "Ctrl+L", "lock-keyhole"),
            Action("casebook.quit", N_("Quit"), self.close, "Ctrl+Q"),
            Action("help.shortcuts", N_("Keyboard shortcuts"), self._show_shortcuts, "F1"),
            Action("help.about", N_("About Kasebook"), self._show_about),
        )

    def available(self) -> Mapping[str, Action]:
        """Return what can be done now, by id."""
        here = self.current.actions_here() if self.current else ()
        return actions.by_id((*self._own_actions, *here))

    def _fill_menus(self, page: Page) -> None:
        menus.fill(self.menuBar(), self.available())

    def undo(self) -> None:
        """Undo in the focused text field first, else take back the last operation."""
        if not _undo_typing("undo") and self.desk is not None:
            self.desk.office.undo()

    def redo(self) -> None:
        """Redo in the focused text field first, else the operation last undone."""
        if not _undo_typing("redo") and self.desk is not None:
            self.desk.office.redo()

    def _say(self, text: str, label: str) -> None:
        self.messages.tell(_(text).format(what=_(label)))

    def _find(self) -> None:
        if self.current is not None:
            self.current.search()

    def _export_list(self) -> None:
        if self.desk is not None and self.current is not None:
            self.desk.load("app.ui.list_export.ask")(self.desk, self.current)

    def _show_shortcuts(self) -> None:
        lines = [f"{keys}   {text}" for keys, text in actions.shortcuts(self.available().values())]
        lines.append(_("Alt+1 … Alt+9   Pages, in the order of the rail"))
        self.messages.inform(_("Keyboard shortcuts"), "\n".join(lines))

    def _show_about(self) -> None:
        self.messages.inform(
            f"Kasebook {app.__version__}",
            _("A casebook of one firm, kept on its own disk. It uses Qt under the LGPL, version 3."),
        )

    def leave(self) -> bool:
        """Let every page save what was typed; say whether all could."""
        could = [page.can_leave() for page in self._pages.values()]  # every page, whatever the others say
        return all(could)

    def _take_geometry(self) -> None:
        kept = QByteArray.fromHex(self.settings.window_geometry.encode())
        if not self.restoreGeometry(kept):
            self.resize(*USUAL)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed, and remember where the window stood."""
        if not self.leave():
            event.ignore()
            return
        with suppress(UserError):  # then the next window has its usual size
            self.settings.window_geometry = bytes(self.saveGeometry().toHex().data()).decode()
        self.closed.emit()
        event.accept()


def _undo_typing(verb: str) -> bool:
    """Undo or redo in the focused text field, where it has something to; say whether it had."""
    focused = QApplication.focusWidget()
    if not isinstance(focused, QLineEdit | QPlainTextEdit) or focused.isReadOnly():
        return False
    if isinstance(focused, QLineEdit):
        can = focused.isUndoAvailable() if verb == "undo" else focused.isRedoAvailable()
    else:
        document = focused.document()
        can = document.isUndoAvailable() if verb == "undo" else document.isRedoAvailable()
    if can:
        getattr(focused, verb)()
    return can
