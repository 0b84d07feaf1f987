"""The notes of a case, newest first, and a place to write one; what is typed is kept until it is added."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KasebookError
from app.i18n import _
from app.services import cases
from app.services.cases import CaseView, NoteLine
from app.ui import words
from app.ui.page import Desk
from app.ui.widgets.plain import PlainLabel, TextEdit, button
from app.ui.widgets.scrolled import scrolled

KEEP_MS = 800
WIDEST = 760


class NotesTab(QWidget):
    """Ctrl+Enter adds the note."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self._shown: list[NoteLine] = []
        self._is_showing = False
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self.edit = TextEdit()
        self.edit.setObjectName("case.note")
        self.edit.setAccessibleName(_("New note"))
        self.edit.setPlaceholderText(_("What happened, what was said, what comes next"))
        self.edit.setFixedHeight(92)
        self.add = button(_("Add note"), kind="primary", name="case.note.add")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("case.note.error")
        self.nothing = PlainLabel(_("No notes yet."), "muted")
        self.list = QWidget()
        self._assemble()
        self.add.clicked.connect(self._add)
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)
        self._timer.timeout.connect(self._keep)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.error, 1)
        row.addStretch()
        row.addWidget(self.add)
        new = QWidget()
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        column.addLayout(row)
        self._notes = QVBoxLayout(self.list)
        self._notes.setContentsMargins(0, 0, 0, 0)
        self._notes.setSpacing(10)
        for part in (new, self.list, self.nothing):
            part.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(new, self.nothing, self.list))
        self.error.hide()

    def show_case(self, case: CaseView) -> None:
        """Show a case's notes, and what was typed for a new one."""
        if self._case is None or self._case.id != case.id:
            self.leave()
            self._case = case
            self._show_text(next(iter(self._desk.office.drafts(self._draft).values()), ""))
        self._case = case
        self.refresh()

    def refresh(self) -> None:
        """Read the notes anew."""
        if self._case is None:
            return
        found = self._desk.office.read(cases.notes, self._case.id)
        if found != self._shown:
            self._shown = found
            self._build()
        self.nothing.setVisible(not found)

    def leave(self) -> None:
        """Keep what was typed."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def focus(self) -> None:
        """Go where a note is typed."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """Notes break their lines at any width."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add with Ctrl+Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._add()
                return True
        return False

    @property
    def _draft(self) -> str:
        return f"note:{self._case.id}" if self._case else ""

    def _typed(self) -> None:
        if not self._is_showing:
            self.error.hide()
            self._timer.start()

    def _show_text(self, text: str) -> None:
        self._is_showing = True
        self.edit.setPlainText(text)
        self._is_showing = False

    def _keep(self) -> None:
        text = self.edit.toPlainText()
        if text.strip():
            self._desk.office.keep_draft(self._draft, text)
        else:
            self._desk.office.drop_draft(self._draft)

    def _add(self) -> None:
        if self._case is not None:
            self._desk.office.attempt(self._add_now, by=self, failed=self._refuse)

    def _add_now(self) -> None:
        assert self._case is not None
        self._desk.office.write(cases.add_note, self._case.id, self.edit.toPlainText())
        self._timer.stop()
        self._show_text("")
        self._desk.office.drop_draft(self._draft)

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()

    def _build(self) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for note in self._shown:
            self._notes.addWidget(_card(note))


def _card(note: NoteLine) -> QFrame:
    at = datetime.fromisoformat(note.at).astimezone()
    card = QFrame()
    card.setProperty("card", "true")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(14, 10, 14, 12)
    layout.setSpacing(4)
    text = PlainLabel(note.text)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    layout.addWidget(PlainLabel(f"{note.author} · {words.day(at.date())}, {at:%H:%M}", "muted"))
    layout.addWidget(text)
    return card
