"""Widgets that show text as it is. User text is never rich text: Qt would guess, these do not."""

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.ui import theme

ICON_BEFORE_TEXT = QSize(21, 16)  # a square and a gap


class PlainLabel(QLabel):
    """A label of plain text that breaks its lines. ``tone`` is one of the stylesheet's."""

    def __init__(self, text: str = "", tone: str = "", *, wraps: bool = True) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("tone", tone)
        self.setText(text)


class ElidedLabel(QLabel):
    """A label of one line that ends in an ellipsis where it is too long; its name is the whole text."""

    def __init__(self, text: str = "", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show ``text``, its line breaks as spaces."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._elide()

    def whole(self) -> str:
        """Return the text, not elided."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """Leave the width to the layout, however long the text is."""
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole[:2000], Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        set_tip(self, self._whole if shown != self._whole else "")


class LineEdit(QLineEdit):
    """A line edit that shows the start of a long value."""

    def show_text(self, text: str) -> None:
        """Show ``text`` from its start, without telling that it was edited."""
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)


class TextEdit(QPlainTextEdit):
    """Several lines of plain text; Tab leaves it, and what is pasted comes as text alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, and no pictures or files."""
        return source.hasText()


def set_tip(widget: QWidget, text: str) -> None:
    """Give ``widget`` a tooltip that is shown as it is written."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """Return ``text`` as a tooltip: marked up where Qt would take it for rich text, else as it is."""
    if not GuiQt.mightBeRichText(text):
        return text
    return GuiQt.convertFromPlainText(text, GuiQt.WhiteSpaceMode.WhiteSpaceNormal)


def button(text: str, *, icon: str = "", kind: str = "", name: str = "") -> QPushButton:
    """Return a button; ``kind`` is "primary", "danger", "link" or "", ``name`` its object name."""
    made = QPushButton(text)
    made.setAutoDefault(True)  # Enter presses it, not Space alone
    made.setProperty("kind", kind)
    made.setObjectName(name)
    if icon:
        made.setIconSize(ICON_BEFORE_TEXT)
        made.setIcon(theme.icon(icon, {"primary": "on_accent", "link": "accent"}.get(kind, "muted")))
    return made


def icon_button(icon: str, label: str, *, name: str = "") -> QToolButton:
    """Return a button that is only an icon; ``label`` is its accessible name and its tooltip."""
    made = QToolButton()
    made.setIcon(theme.icon(icon))
    made.setAccessibleName(label)
    made.setToolTip(plain_tip(label))
    made.setObjectName(name)
    return made


def line() -> QFrame:
    """Return a thin line across."""
    made = QFrame()
    made.setProperty("line", "true")
    return made


def links(*made: QWidget) -> QWidget:
    """Return small buttons beside each other; their words stand below the words above."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for one in made:
        one.setProperty("flush", "true")
        layout.addWidget(one)
    layout.addStretch()
    return row


def set_state(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the stylesheet looks at, and show it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        style = widget.style() or QApplication.style()
        style.unpolish(widget)
        style.polish(widget)
