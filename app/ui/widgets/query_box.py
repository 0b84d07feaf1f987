"""The query box: a line that offers fields and values while one types, and a note of what it did not mean."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from app.domain.query_completion import Completion, completions, every_field
from app.domain.query_fields import QueryField
from app.i18n import _
from app.ui import theme
from app.ui.widgets.plain import LineEdit, PlainLabel, set_tip

POPUP_WIDTH = 360
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class QueryBox(LineEdit):
    """Down and Enter, or Tab, take an offer; Ctrl+Space offers every field. ``note`` is laid out below it."""

    def __init__(self, name: str, accessible: str, fields: Callable[[], Sequence[QueryField]]) -> None:
        super().__init__()
        self._fields = fields
        self._offers: list[Completion] = []
        self._shown = QStringListModel(self)
        self._completer = QCompleter(self._shown, self)
        self.popup = _popup(f"{name}.offers", _("What may be typed"))
        self.note = PlainLabel(tone="muted")
        self._set_up(name, accessible)

    def _set_up(self, name: str, accessible: str) -> None:
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setClearButtonEnabled(True)
        self.addAction(theme.icon("search"), LineEdit.ActionPosition.LeadingPosition)
        set_tip(
            self,
            _("Words, or fields: stage:collecting due:<7d -state:accepted owner:me (Ctrl+Space lists them)"),
        )
        self.note.setObjectName(f"{name}.note")
        self.note.hide()
        self._completer.setPopup(self.popup)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(12)
        self._completer.activated[QModelIndex].connect(  # type: ignore[index]
            lambda index: self._take(index.row())
        )
        self.textEdited.connect(lambda _text: self._offer())

    def show_notes(self, notes: Sequence[str]) -> None:
        """Say below the box what was not understood; nothing where all was."""
        text = "  ".join(notes)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.setAccessibleDescription(text)

    def is_offering(self) -> bool:
        """Say whether offers are in view."""
        return self.popup.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take an offer, or leave the key to the line."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._show(every_field(self.text(), self.cursorPosition(), self._fields()))
            return
        if self.is_offering() and event.key() in _TAKE:
            at = self.popup.currentIndex().row()
            self.popup.hide()
            if at >= 0 or event.key() == Qt.Key.Key_Tab:
                self._take(max(at, 0))
                return
        super().keyPressEvent(event)

    def _offer(self) -> None:
        self._show(completions(self.text(), self.cursorPosition(), self._fields()))

    def _show(self, offers: list[Completion]) -> None:
        self._offers = offers
        self._shown.setStringList([offer.shown for offer in offers])
        if not offers:
            self.popup.hide()
            return
        where = self.cursorRect()
        where.setWidth(POPUP_WIDTH)
        self._completer.complete(where)
        self.popup.setCurrentIndex(QModelIndex())  # Enter alone searches

    def _take(self, at: int) -> None:
        if not 0 <= at < len(self._offers):
            return
        offer = self._offers[at]
        self.setText(offer.typed)
        self.setCursorPosition(offer.cursor)
        if offer.typed[: offer.cursor].endswith(":"):
            self._offer()


def _popup(name: str, accessible: str) -> QListView:
    popup = QListView()
    popup.setProperty("popup", "true")
    popup.setUniformItemSizes(True)
    popup.setObjectName(name)
    popup.setAccessibleName(accessible)
    return popup
