"""Editors whose value is found by typing: a country, a language, another record."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView

from app.domain import places
from app.i18n import _, language
from app.ui.widgets.editor import Combo, Editor
from app.ui.widgets.plain import LineEdit

FIND_MS = 150
Found = Sequence[tuple[Any, str]]  # keys with what they are called


class NamedEditor(Editor):
    """A country or language: its name typed and found, its code kept."""

    def __init__(self, named: Sequence[places.Named], name_of: Callable[[str], str]) -> None:
        self.combo = Combo()
        super().__init__(self.combo)
        self._name_of = name_of
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.addItems(["", *(one.name.text(language()) for one in named)])
        self.combo.setCompleter(_containing(self.combo))
        self.edit = self.combo.lineEdit() or QLineEdit()
        self.edit.setPlaceholderText(_("Type to find"))
        self.edit.textEdited.connect(lambda _text: self.typed.emit())
        self._settled = QTimer(self, singleShot=True, interval=0)  # Enter in the list ends the editing too
        self._settled.timeout.connect(self.left)
        self.edit.editingFinished.connect(self._settled.start)
        self.combo.activated.connect(lambda _at: self._settled.start())

    def raw(self) -> str:
        """Return the name or code typed."""
        return self.combo.currentText()

    def show_value(self, value: Any) -> None:
        """Show the name of a code."""
        self.show_raw(self._name_of(value) if value else "")

    def show_raw(self, text: str) -> None:
        """Show a text from its start."""
        if text != self.raw():
            self.combo.setEditText(text)
        if not self.is_focused():
            self.edit.setCursorPosition(0)

    def is_focused(self) -> bool:
        """Say whether the user is in the combo box or its line."""
        return self.combo.hasFocus() or self.edit.hasFocus()


def _containing(combo: QComboBox) -> QCompleter:
    completer = QCompleter(combo.model(), combo)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setPopup(_popup())
    return completer


def _popup() -> QListView:
    popup = QListView()
    popup.setProperty("popup", "true")
    popup.setUniformItemSizes(True)
    return popup


class KeyEditor(Editor):
    """A record found by typing: ``find`` gives keys with names for a text, ``name_of`` the name of a key."""

    def __init__(self, find: Callable[[str], Found], name_of: Callable[[Any], str]) -> None:
        self.edit = LineEdit()
        super().__init__(self.edit)
        self._find = find
        self._name_of = name_of
        self._key: Any = None
        self._keys: dict[str, Any] = {}
        self._names = QStringListModel(self)
        self._timer = QTimer(self, singleShot=True, interval=FIND_MS)
        self.edit.setPlaceholderText(_("Type to find"))
        self.edit.setCompleter(self._completer())
        self.edit.textEdited.connect(self._type)
        self.edit.editingFinished.connect(self._settle)
        self._timer.timeout.connect(self._offer)

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setPopup(_popup())
        completer.activated[str].connect(self._take)  # type: ignore[index]
        return completer

    def _type(self, text: str) -> None:
        self._timer.start()
        if not text:
            self._key = None
            self.left.emit()

    def _offer(self) -> None:
        found = self._find(self.edit.text())
        self._keys = {name: key for key, name in found}
        self._names.setStringList(list(self._keys))
        self.edit.completer().complete()

    def _take(self, name: str) -> None:
        self._key = self._keys.get(name)
        self.left.emit()

    def _settle(self) -> None:
        """Take the only record that what was typed finds: with the keyboard, Tab is enough."""
        typed = self.edit.text()
        if self._key is not None or not typed.strip():
            return
        self._timer.stop()
        found = self._find(typed)
        if len(found) == 1:
            key, name = found[0]
            self._keys = {name: key}
            self.edit.show_text(name)
            self._take(name)

    def raw(self) -> Any:
        """Return the key chosen, None for none."""
        return self._key

    def show_value(self, value: Any) -> None:
        """Show the name of a key."""
        self._key = value
        self.edit.show_text(self._name_of(value) if value else "")

    def show_raw(self, text: str) -> None:
        """Show nothing: what was typed without being chosen is no key."""
