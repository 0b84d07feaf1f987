"""A question in place, where an operation needs to be confirmed: what it means, then yes or no."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.errors import NeedsConfirmation
from app.i18n import _
from app.ui.widgets.plain import PlainLabel, button


class QuestionBar(QFrame):
    """Hidden until ``ask``; says yes by signal. The focus is on Cancel: Enter alone does nothing."""

    answered = Signal()  # yes

    def __init__(self, name: str, yes: str) -> None:
        super().__init__()
        self.setProperty("notice", "warn")
        self.text = PlainLabel(tone="heading")
        self.text.setObjectName(name)
        self.hint = PlainLabel()
        self.yes = button(yes, kind="danger", name=f"{name}.yes")
        self.no = button(_("Cancel"), name=f"{name}.no")
        row = QHBoxLayout()
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        layout.addWidget(self.text)
        layout.addWidget(self.hint)
        layout.addLayout(row)
        self.yes.clicked.connect(self._answer)
        self.no.clicked.connect(self.hide)
        self.hide()

    def ask(self, question: NeedsConfirmation) -> None:
        """Show the question and what it means."""
        self.text.setText(question.message)
        self.hint.setText(question.hint)
        self.show()
        self.no.setFocus()

    def _answer(self) -> None:
        self.hide()
        self.answered.emit()
