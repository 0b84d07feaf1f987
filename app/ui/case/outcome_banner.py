"""What a screening comes to, in shape and words; who stands for it; and standing for it oneself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.domain.screening import Result
from app.domain.screening_record import RecordedScreening
from app.errors import KasebookError
from app.i18n import _
from app.services import screening
from app.services.documents.screening import MEANINGS
from app.services.screening import Screened
from app.ui import words
from app.ui.case import screening_model
from app.ui.widgets.plain import LineEdit, PlainLabel, button, set_state

NOTE_LENGTH = 2000
_NOTICES = {Result.DOES_NOT_MEET: "bad", Result.INFORMATION_MISSING: "warn"}


class OutcomeBanner(QFrame):
    """Asks by signal to confirm what it shows; nothing is ever refused by itself."""

    confirming = Signal(str)  # a note

    def __init__(self) -> None:
        super().__init__()
        self.result = PlainLabel(tone="heading")
        self.result.setObjectName("case.screening.result")
        self.meaning = PlainLabel()
        self.standing = PlainLabel(tone="muted")
        self.standing.setObjectName("case.screening.standing")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("case.screening.error")
        self.note = LineEdit()
        self.note.setObjectName("case.screening.note")
        self.note.setAccessibleName(_("Note to the confirmation"))
        self.note.setAccessibleDescription(_("Note to the confirmation"))
        self.note.setPlaceholderText(_("Note to the confirmation"))
        self.note.setMaxLength(NOTE_LENGTH)
        self.confirm = button("", kind="primary", name="case.screening.confirm")
        self._assemble()
        self.confirm.clicked.connect(lambda: self.confirming.emit(self.note.text()))
        self.note.returnPressed.connect(self.confirm.click)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        for part in (self.result, self.meaning, self.standing, self.error):
            layout.addWidget(part)
        layout.addLayout(row)
        self.error.hide()

    def show_outcome(self, found: Screened, record: RecordedScreening | None, user: str) -> None:
        """Show what was found, and what was confirmed of it; ``user`` is who would confirm."""
        outcome = found.outcome
        set_state(self, "notice", _NOTICES.get(outcome.result, "plain"))
        self.result.setText(screening_model.worded(outcome.result))
        self.meaning.setText(_(MEANINGS[outcome.result]))
        is_standing = screening.is_confirmed(found, record)
        self.standing.setText(_standing(record, is_standing=is_standing))
        self.confirm.setText(_("Confirm as {name}").format(name=user))
        self.confirm.setVisible(not is_standing)
        self.note.setVisible(not is_standing)
        self.error.hide()
        if is_standing:
            self.note.clear()

    def refuse(self, error: KasebookError) -> None:
        """Show why it can't be confirmed."""
        self.error.setText(str(error))
        self.error.show()


def _standing(record: RecordedScreening | None, *, is_standing: bool) -> str:
    if record is None or record.at is None:
        return _("Confirmed by nobody yet. Only a confirmed result counts.")
    on = words.day(record.at.astimezone().date())
    said = _("Confirmed by {name} on {day}.").format(name=record.by, day=on)
    if not is_standing:
        was = screening_model.worded(record.result)
        changed = _("What is known changed since: it was then “{result}”.").format(result=was)
        said = f"{said} {changed}"
    return f"{said}\n{record.note}" if record.note else said
