"""What stands where a list is empty: one sentence, and the one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

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
        self.more: list[QPushButton] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        for part in (self._picture, self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        if self.button is not None:
            layout.addSpacing(8)
            self._buttons.addWidget(self.button)
        layout.addLayout(self._buttons)
        layout.setAlignment(self._buttons, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._picture.setPixmap(theme.icon(icon, "border_strong").pixmap(ICON))

    def offer(self, label: str, icon: str, name: str, act: Callable[[], object], kind: str = "") -> None:
        """Add one more button, for another way to begin."""
        made = button(label, icon=icon, kind=kind, name=name)
        made.clicked.connect(act)
        self.more.append(made)
        self._buttons.addWidget(made)

    def say(self, title: str, text: str = "", *, with_button: bool = True) -> None:
        """Say something else; the button may not fit it."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        for each in (self.button, *self.more):
            if each is not None:
                each.setVisible(with_button)

    def on_press(self, act: Callable[[], object]) -> None:
        """Do ``act`` when the button is pressed."""
        if self.button is not None:
            self.button.clicked.connect(act)
