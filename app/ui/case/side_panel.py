"""A panel beside a page that is put away with Escape, and keeps what was typed in its form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.whole_form import WholeForm
from app.ui.widgets.plain import PlainLabel, icon_button
from app.ui.widgets.scrolled import scrolled

WIDTH = 470


class SidePanel(QFrame):
    """Hidden until it is needed. ``away`` says what its cross does."""

    left = Signal()  # the focus was in it: put that somewhere

    def __init__(self, form: WholeForm, prefix: str, away: str) -> None:
        super().__init__()
        self.form = form
        self.title = PlainLabel("", "heading")
        self.away = icon_button("x", away, name=f"{prefix}.away")
        self.away.clicked.connect(self.leave)
        self.setProperty("side", "true")
        self.setFixedWidth(WIDTH)
        self.hide()

    def lay_out(self, *parts: QWidget) -> None:
        """Put the title over ``parts``, which scroll."""
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.away)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scrolled(*parts), 1)

    def leave(self) -> None:
        """Put the panel away; what was typed is kept as a draft."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.form.leave()
        self.hide()
        if had_focus:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
