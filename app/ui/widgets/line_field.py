"""One line to type in, its label above its error below: for what no record holds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.plain import LineEdit, PlainLabel, set_state


class LineField(QWidget):
    """A label, a line under it, and its error."""

    entered = Signal()

    def __init__(self, name: str, label: str, *, secret: bool, hint: str) -> None:
        super().__init__()
        self.edit = LineEdit()
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(hint)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.label = PlainLabel(label, "field")
        self.label.setBuddy(self.edit)
        self.error = PlainLabel(tone="error")
        self.error.setObjectName(f"{name}.error")
        self.error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 2)
        layout.setSpacing(3)
        for part in (self.label, self.edit, self.error):
            layout.addWidget(part)
        self.edit.returnPressed.connect(self.entered)

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()

    def refuse(self, text: str) -> None:
        """Show what is wrong; "" for nothing."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        set_state(self.edit, "state", "invalid" if text else "")
