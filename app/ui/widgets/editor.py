"""What every editor of a form does, and the combo box they use."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget


class Editor(QObject):
    """Wraps the widget that edits one field. ``whole`` is what is laid out, ``widget`` takes the focus."""

    typed = Signal()  # the user changed the text
    left = Signal()  # the user is done with it: save now

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget
        self.whole = widget

    def raw(self) -> Any:
        """Return what is typed or chosen, to be read by ``reading.read``."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a saved value."""
        self.show_raw(shown(value))

    def show_raw(self, text: str) -> None:
        """Show what was typed once and could not be saved."""
        raise NotImplementedError

    def is_focused(self) -> bool:
        """Say whether the user is in it."""
        return self.widget.hasFocus()


def shown(value: Any) -> str:
    """Return a value as the text one would type for it."""
    return "" if value is None else str(value)


class Combo(QComboBox):
    """A combo box that elides its text, and does not change when the page is scrolled over it."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setObjectName(name)
        self.installEventFilter(self)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Elide the text that is painted, which Qt would cut in the middle of a letter."""
        super().initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        elided = Qt.TextElideMode.ElideRight
        option.currentText = option.fontMetrics.elidedText(option.currentText, elided, field.width() - 4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page."""
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
