"""What stands where a list is empty: one sentence, and the one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.plain import PlainLabel, button

ICON = QSize(40, 40)


class EmptyState(QWidget):
    """An icon, a title, a sentence, and maybe a button, in the middle of the room there is."""

    def __init__(self, icon: str, title: str, text: str = "", label: str = "", name: str = "") -> None:
        super().__init__()
        self._icon = icon
        self._picture = QLabel()
        self.title = PlainLabel(title, "heading")
        self.text = PlainLabel(text, "muted")
        self.button = button(label, kind="primary", name=name) if label else None
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        for part in (self._picture, self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        if self.button is not None:
            layout.addSpacing(8)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._picture.setPixmap(theme.icon(icon, "border_strong").pixmap(ICON))

    def say(self, title: str, text: str = "", *, with_button: bool = True) -> None:
        """Say something else; the button may not fit it."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        if self.button is not None:
            self.button.setVisible(with_button)

    def on_press(self, act: Callable[[], object]) -> None:
        """Do ``act`` when the button is pressed."""
        if self.button is not None:
            self.button.clicked.connect(act)
