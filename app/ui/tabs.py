"""What pages of several tabs share: each tab a list with the chosen thing beside it, read when looked at."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.office import Changes
from app.ui.page import Desk, Page
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.table_view import TableView


class Panel(Protocol):
    """What stands beside a list, and is typed or chosen in."""

    def focus(self) -> None:
        """Take the focus."""


class ListTab(QWidget):
    """A list, and what is chosen in it beside it or, where there is no room, under it."""

    table: TableView
    halves: ListAndPanel

    def fill(self) -> None:
        """Let both halves take all the room; called once they are there."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.halves)

    def leave(self) -> None:
        """Keep what was typed: nothing here."""

    def focus(self) -> None:
        """Put the focus into the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """Put the chosen thing under the list where there is no room beside it."""
        self.halves.set_narrow(width)


class PanelTab(ListTab):
    """A list with a panel to work in: F2 goes there, Escape back to the list."""

    panel: Panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the panel with F2, back with Escape."""
        if event.key() == Qt.Key.Key_F2:
            self.panel.focus()
        elif event.key() == Qt.Key.Key_Escape and not self.table.hasFocus():
            self.focus()
        else:
            super().keyPressEvent(event)


class Tab(Protocol):
    """What a page of tabs asks of each."""

    def leave(self) -> None:
        """Keep what was typed."""

    def focus(self) -> None:
        """Take the focus."""

    def set_narrow(self, width: int) -> None:
        """Arrange itself for the room there is."""


class TabbedPage(Page):
    """A page whose ``panes`` stand under ``titles``; ``show_what`` takes the name of one."""

    titles: ClassVar[Mapping[str, str]]  # names, and msgids
    parts: ClassVar[str]  # what the tabs are together, a msgid

    def __init__(self, desk: Desk, panes: Sequence[QWidget]) -> None:
        super().__init__(desk)
        self.panes: tuple[Any, ...] = tuple(panes)
        self.tabs = QTabWidget()
        self._stale: set[int] = set(range(len(self.panes)))

    def assemble(self, head: QHBoxLayout, *between: QWidget) -> None:
        """Lay out the head, what stands ``between``, and the tabs; then read what is looked at."""
        self.tabs.setObjectName(f"{self.name}.tabs")
        self.tabs.setAccessibleName(_(self.parts))
        self.tabs.setDocumentMode(True)
        for title, pane in zip(self.titles.values(), self.panes, strict=True):
            self.tabs.addTab(pane, _(title))
        head.setContentsMargins(16, 14, 16, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        for widget in between:
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._change_tab)

    def show_what(self, what: object) -> None:
        """Show a tab."""
        if what in self.titles:
            self.tabs.setCurrentIndex(list(self.titles).index(str(what)))

    def place(self) -> object:
        """Return the name of the tab in view."""
        return list(self.titles)[self.tabs.currentIndex()]

    def shown(self) -> None:
        """Put the focus into the tab in view."""
        self.load()
        self.tab.focus()

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Show what is in view as it is now; the other tabs are read when they are looked at."""
        self._stale = set(range(len(self.panes)))
        self.load()

    def can_leave(self) -> bool:
        """Keep what was typed, in whichever tab."""
        for pane in self.panes:
            pane.leave()
        return True

    def search(self) -> None:
        """Ctrl+F goes to the list, where typing finds a line."""
        self.tab.focus()

    @property
    def tab(self) -> Tab:
        """The tab in view."""
        pane: Tab = self.panes[self.tabs.currentIndex()]
        return pane

    def read(self) -> None:
        """Read the tab in view anew."""
        raise NotImplementedError

    def load(self) -> None:
        """Read the tab in view if it was not since it may have changed."""
        at = self.tabs.currentIndex()
        if at in self._stale:
            self._stale.discard(at)
            self.read()

    def _change_tab(self, _at: int) -> None:
        for pane in self.panes:
            if pane is not self.tab:
                pane.leave()
        self.load()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tab for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.tab.set_narrow(self.width())
