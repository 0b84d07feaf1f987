"""Says in place what would print wrong, so that it is mended and not printed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.i18n import _
from app.ui.widgets.plain import PlainLabel, button

MOST_SHOWN = 8


class Problems(QFrame):
    """Stands where the pages would."""

    asking_person = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("notice", "bad")
        self.list = PlainLabel()
        self.list.setObjectName("preview.problems")
        self.person = button(_("Open the client's record"), kind="link", name="preview.person")
        row = QHBoxLayout()
        row.addWidget(self.person)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 8)
        layout.addWidget(PlainLabel(_("This can't be printed rightly"), "heading"))
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.person.clicked.connect(self.asking_person)

    def show_problems(self, problems: Sequence[str]) -> None:
        """Show them."""
        shown = list(problems[:MOST_SHOWN])
        if len(problems) > MOST_SHOWN:
            shown.append(_("And {count} more.").format(count=len(problems) - MOST_SHOWN))
        self.list.setText("\n\n".join(shown))
