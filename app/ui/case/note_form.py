"""Where something is written down: a note, or a call with whom, when and how long."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.timeline import CONTACTS, NewNote, NoteKind
from app.errors import UserError
from app.i18n import _
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import LineEdit, PlainLabel, TextEdit, button

FORMAT = "%Y-%m-%d %H:%M"


class NoteForm(QWidget):
    """Ctrl+Enter adds; ``wanted`` is sent then, or by the button."""

    wanted = Signal()
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = Combo("case.note.kind")
        self.with_whom = LineEdit()
        self.when = LineEdit()
        self.minutes = LineEdit()
        self.edit = TextEdit()
        self.error = PlainLabel(tone="error")
        self.add = button(_("Add"), kind="primary", name="case.note.add")
        self.mail = button(_("Keep an e-mail…"), icon="folder-open", name="case.mail.choose")
        self._name_widgets()
        self._assemble()
        self.add.clicked.connect(self.wanted)
        self.edit.textChanged.connect(self.typed)
        self.kind.currentIndexChanged.connect(lambda _at: self._show_fields())
        self.edit.installEventFilter(self)
        self._show_fields()

    def _name_widgets(self) -> None:
        for kind in NoteKind:
            self.kind.addItem(_(kind.label), kind.value)
        self.kind.setAccessibleName(_("Kind of entry"))
        self.kind.setAccessibleDescription(_("Kind of entry"))
        for field, name, label, width in (
            (self.with_whom, "with", _("With whom"), 200),
            (self.when, "when", _("When (2026-11-23 14:30; empty: now)"), 270),
            (self.minutes, "minutes", _("Minutes"), 90),
        ):
            field.setObjectName(f"case.note.{name}")
            field.setAccessibleName(label)
            field.setPlaceholderText(label)
            field.setMinimumWidth(width)
        self.edit.setObjectName("case.note")
        self.edit.setAccessibleName(_("New note"))
        self.edit.setPlaceholderText(_("What happened, what was said, what comes next"))
        self.edit.setFixedHeight(92)
        self.error.setObjectName("case.note.error")
        self.error.hide()

    def _assemble(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(8)
        for part in (self.kind, self.with_whom, self.when, self.minutes):
            top.addWidget(part)
        top.addStretch()
        below.addWidget(self.mail)
        below.addWidget(self.error, 1)
        below.addStretch()
        below.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.edit)
        column.addLayout(below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add with Ctrl+Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.wanted.emit()
                return True
        return False

    def note(self) -> NewNote:
        """Return what is typed. Raises ``UserError`` for a time or length that can't be read."""
        kind = NoteKind(self.kind.currentData())
        if kind not in CONTACTS:
            return NewNote()
        return NewNote(
            kind=kind,
            with_whom=self.with_whom.text(),
            happened_at=_moment(self.when.text()),
            minutes=_minutes(self.minutes.text()),
        )

    def refuse(self, text: str) -> None:
        """Say why it can't be added."""
        self.error.setText(text)
        self.error.show()

    def clear(self) -> None:
        """Begin anew with a note."""
        self.kind.setCurrentIndex(0)
        for field in (self.with_whom, self.when, self.minutes):
            field.clear()
        self.edit.setPlainText("")
        self.error.hide()

    def _show_fields(self) -> None:
        is_contact = NoteKind(self.kind.currentData()) in CONTACTS
        for field in (self.with_whom, self.when):
            field.setVisible(is_contact)
        is_spoken = NoteKind(self.kind.currentData()) in (NoteKind.CALL, NoteKind.MEETING)
        self.minutes.setVisible(is_spoken)


def _moment(typed: str) -> datetime | None:
    """Return a moment typed in local time, as UTC; None for nothing. Raises ``UserError``."""
    if not typed.strip():
        return None
    try:
        return datetime.strptime(typed.strip(), FORMAT).astimezone(UTC)
    except ValueError:
        raise UserError(_("Type day and time like 2026-11-23 14:30."), field="happened_at") from None


def _minutes(typed: str) -> int | None:
    if not typed.strip():
        return None
    if not typed.strip().isdecimal() or len(typed.strip()) > 4:
        raise UserError(_("Type how many minutes."), field="minutes")
    return int(typed)
