"""The saved searches of one page, pinned under its button in the rail, each with how many rows it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.saved_searches import LONGEST_NAME, SavedSearch
from app.i18n import _, plural
from app.ui.widgets.plain import ElidedLabel, LineEdit, PlainLabel

if TYPE_CHECKING:
    from uuid import UUID

HEIGHT = 30
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_Delete)  # of a search in the rail


class Pinned(QWidget):
    """Asks by signal for what is to be done with a search; shows nothing while there is none."""

    opened = Signal(object)  # a SavedSearch
    renamed = Signal(object, str)
    removed = Signal(object)
    moved = Signal(object, int)  # one place up (-1) or down (1)

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.entries: list[PinnedEntry] = []
        self._counts: Mapping[UUID, int] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 0, 0, 4)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show these searches; the one that had the focus keeps it."""
        focused = next((entry.search.id for entry in self.entries if entry.button.hasFocus()), None)
        for entry in self.entries:
            self._layout.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries = [self._made(search, at) for at, search in enumerate(searches)]
        self.setVisible(bool(searches))
        self.show_counts(self._counts)
        for entry in self.entries:
            if entry.search.id == focused:
                entry.button.setFocus()

    def show_counts(self, counts: Mapping[UUID, int]) -> None:
        """Show how many rows each search has."""
        self._counts = counts
        for entry in self.entries:
            entry.show_count(counts.get(entry.search.id))

    def _made(self, search: SavedSearch, at: int) -> PinnedEntry:
        entry = PinnedEntry(search, f"pinned.{self.page}.{at}")
        entry.opened.connect(lambda: self.opened.emit(search))
        entry.renamed.connect(lambda name: self.renamed.emit(search, name))
        entry.removed.connect(lambda: self.removed.emit(search))
        entry.moved.connect(lambda steps: self.moved.emit(search, steps))
        entry.stepped.connect(lambda steps: self._step(entry, steps))
        self._layout.addWidget(entry)
        return entry

    def _step(self, entry: PinnedEntry, steps: int) -> None:
        at = self.entries.index(entry) + steps
        if 0 <= at < len(self.entries):
            self.entries[at].button.setFocus()


class PinnedEntry(QStackedWidget):
    """One search: Enter opens it, F2 renames it in place, Alt with an arrow moves it, Delete removes it."""

    opened = Signal()
    renamed = Signal(str)
    removed = Signal()
    moved = Signal(int)
    stepped = Signal(int)

    def __init__(self, search: SavedSearch, name: str) -> None:
        super().__init__()
        self.search = search
        self.setFixedHeight(HEIGHT)
        self.button = PinnedButton(search.name, name)
        self.edit = LineEdit()
        self.edit.setObjectName(f"{name}.name")
        self.edit.setAccessibleName(_("Name of the search"))
        self.edit.setMaxLength(LONGEST_NAME)
        self.addWidget(self.button)
        self.addWidget(self.edit)
        self.button.clicked.connect(self.opened)
        self.button.pressed_key.connect(self._act)
        self.button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.button.customContextMenuRequested.connect(self._show_menu)
        self.edit.editingFinished.connect(self._rename)

    def show_count(self, count: int | None) -> None:
        """Show how many rows it has; None while that is not known."""
        self.button.show_count(count)

    def begin_rename(self) -> None:
        """Let the name be typed anew in place."""
        self.edit.setText(self.search.name)
        self.edit.selectAll()
        self.setCurrentWidget(self.edit)
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the old name back with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is self.edit:
            self.edit.setText(self.search.name)
            self._rename()
            return
        super().keyPressEvent(event)

    def _rename(self) -> None:
        if self.currentWidget() is not self.edit:
            return
        typed = self.edit.text().strip()
        self.setCurrentWidget(self.button)
        self.button.setFocus()
        if typed and typed != self.search.name:
            self.renamed.emit(typed)

    def _act(self, key: int, is_with_alt: bool) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if steps:
            (self.moved if is_with_alt else self.stepped).emit(steps)
        elif key == Qt.Key.Key_F2:
            self.begin_rename()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for text, keys, act in (
            (_("Rename"), "F2", self.begin_rename),
            (_("Move up"), "Alt+Up", lambda: self.moved.emit(-1)),
            (_("Move down"), "Alt+Down", lambda: self.moved.emit(1)),
            (_("Remove"), "Del", self.removed.emit),
        ):
            menu.addAction(text, act).setShortcut(keys)
        menu.popup(self.button.mapToGlobal(place))


class PinnedButton(QToolButton):
    """A button with a name at its left, elided, and a number at its right."""

    pressed_key = Signal(int, bool)  # a key, and whether with Alt

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._text = text
        self.setObjectName(name)
        self.setProperty("pinned", "true")
        self.label = ElidedLabel(text)
        self.count = PlainLabel(tone="muted", wraps=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.count)
        for part in (self.label, self.count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(None)

    def show_count(self, count: int | None) -> None:
        """Show and read out how many rows the search has."""
        self.count.setText("" if count is None else str(count))
        rows = "" if count is None else plural("{count} row", "{count} rows", count)
        self.setAccessibleName(", ".join(part for part in (self._text, rows) if part))

    def event(self, event: QEvent) -> bool:
        """Keep its keys from the menus while it has the focus."""
        is_ours = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _KEYS
        if is_ours and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, and tell the keys that do something with the search."""
        key, alt = event.key(), Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif Qt.Key(key) in _KEYS:
            self.pressed_key.emit(key, bool(event.modifiers() & alt))
        else:
            super().keyPressEvent(event)
