"""A button whose menu ticks the originals that a receipt is for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from app.i18n import Bilingual, _, language, plural


class OriginalsButton(QPushButton):
    """All are ticked at first. What is ticked is kept while the same originals are offered again."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Originals on the receipt"))
        self._actions: dict[str, QAction] = {}
        self.setMenu(QMenu(self))
        self._say()

    def offer(self, held: Sequence[tuple[str, Bilingual]]) -> None:
        """Offer originals by key and title."""
        if [key for key, _title in held] == list(self._actions):
            return
        menu = self.menu()
        menu.clear()
        self._actions = {}
        for key, title in held:
            action = menu.addAction(title.text(language()).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self._toggle)
            self._actions[key] = action
        self._say()

    def keys(self) -> tuple[str, ...]:
        """Return what is ticked; () for all of them."""
        ticked = tuple(key for key, action in self._actions.items() if action.isChecked())
        return () if len(ticked) == len(self._actions) else ticked

    def _toggle(self, _on: bool) -> None:
        """Say how many are ticked; the last one stays, since a receipt is for something."""
        sender = self.sender()
        if not any(action.isChecked() for action in self._actions.values()) and isinstance(sender, QAction):
            sender.setChecked(True)
            return
        self._say()
        self.chosen.emit()

    def _say(self) -> None:
        count = sum(action.isChecked() for action in self._actions.values())
        self.setText(plural("{count} original…", "{count} originals…", count))
        self.setEnabled(bool(self._actions))
