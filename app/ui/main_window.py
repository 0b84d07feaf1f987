"""The window: the start pages first, then the rail at the left and one page beside it.

Nothing of a client stands in its title, since titles show in task bars and on shared screens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
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
from app.ui.visits import Visit, Visits

if TYPE_CHECKING:
    from app.ui.go_to.finder import Finder

SMALLEST = (900, 600)
USUAL = (1240, 800)
SHORTCUTS = "shortcuts"


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
        self._visits = Visits()
        self.finder: Finder | None = None
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
        desk.load("app.ui.searches.Searches")(desk, rail.pinned, rail).go.connect(self.go)
        rail.lock.connect(self.locking)
        desk.office.changed.connect(self._tell_pages)
        desk.office.saved.connect(status.show_saved)
        desk.office.trouble.connect(self.messages.trouble)
        desk.office.undone.connect(partial(self._say, N_("Undone: {what}")))
        desk.office.redone.connect(partial(self._say, N_("Redone: {what}")))
        self.jobs.started.connect(status.show_job)

    def go(self, name: str, what: object = None) -> None:
        """Show the page ``name``, built if this is its first time, and ``what`` on it."""
        if self._may_leave_for(name):
            self._visits.come(Visit(name, what))
            self._show(name, what)

    def turn(self, step: int) -> None:
        """Go to where the user was before (-1), or forward again (1)."""
        visit = self._visits.ahead(step)
        if visit is not None and self._may_leave_for(visit.page):
            self._visits.turn(step)
            self._show(visit.page, visit.what)

    def _may_leave_for(self, name: str) -> bool:
        """Note what the page in view shows; say whether it lets another be shown."""
        if self.current is None:
            return True
        self._visits.stay(self.current.place())
        if self.current.name == name or self.current.can_leave():
            return True
        self._mark_current()
        return False

    def _show(self, name: str, what: object) -> None:
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
        back, forward = partial(self.turn, -1), partial(self.turn, 1)
        return (
            Action("go.to", N_("Go to…"), self._go_to, "Ctrl+K", "search", self._is_open),
            Action("go.back", N_("Back"), back, "Alt+Left", "arrow-left", partial(self._can_turn, -1)),
            Action(
                "go.forward", N_("Forward"), forward, "Alt+Right", "arrow-right", partial(self._can_turn, 1)
            ),
            Action("edit.undo", N_("Undo"), self.undo, "Ctrl+Z", "undo-2"),
            Action("edit.redo", N_("Redo"), self.redo, "Ctrl+Shift+Z", "redo-2"),
            Action("edit.find", N_("Find"), self._find, "Ctrl+F", "search"),
            Action("casebook.import", N_("Import…"), partial(self.go, "import"), "Ctrl+I", "folder-open"),
            Action("list.export", N_("Export this list…"), self._export_list, "Ctrl+Shift+E", "save"),
            Action("list.print", N_("Print this list…"), self._print_list, "Ctrl+Shift+L", "printer"),
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

    def _go_to(self) -> None:
        """Open the box of Ctrl+K, built when first wanted: its code needs that of the database."""
        if self.finder is None and self.desk is not None:
            finder = self.desk.load("app.ui.go_to.finder.Finder")
            entries, lately = tuple(self._entries.values()), self._visits.lately
            self.finder = finder(
                self, self.desk, entries, go=self.go, available=self.available, lately=lately
            )
        if self.finder is not None:
            self.finder.begin()

    def _is_open(self) -> bool:
        return self.desk is not None

    def _can_turn(self, step: int) -> bool:
        return self._visits.ahead(step) is not None

    def _find(self) -> None:
        if self.current is not None:
            self.current.search()

    def _export_list(self) -> None:
        if self.desk is not None and self.current is not None:
            self.desk.load("app.ui.list_export.ask")(self.desk, self.current)

    def _print_list(self) -> None:
        if self.desk is not None and self.current is not None:
            self.desk.load("app.ui.list_print.ask")(self.desk, self.current)

    def _show_shortcuts(self) -> None:
        """Show the keys of the window and of every page; one not visited yet is built a moment later."""
        self.go(SHORTCUTS)
        self._pages[SHORTCUTS].show_what(self._keys())
        waiting = next((name for name in self._entries if name not in self._pages), "")
        if waiting:
            QTimer.singleShot(0, self, partial(self._add_keys_of, waiting))

    def _add_keys_of(self, name: str) -> None:
        if self.current is self._pages[SHORTCUTS]:
            self._page(name)
            self._show_shortcuts()

    def _keys(self) -> tuple[tuple[str, tuple[Action, ...]], ...]:
        """Return the actions there are, by where they are."""
        shown = [entry for entry in self._entries.values() if not entry.under][:9]
        pages = tuple(
            Action(f"go.{entry.name}", entry.title, partial(self.go, entry.name), f"Alt+{number}")
            for number, entry in enumerate(shown, 1)
        )
        of_pages = ((_(self._entries[name].title), page.actions_here()) for name, page in self._pages.items())
        return ((_("Everywhere"), (*self._own_actions, *pages)), *of_pages)

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
