"""Section 8: the sensitive answers, closed until a consent is recorded and somebody opens them."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.choices import Purpose
from app.domain.people import Declaration
from app.i18n import N_, _
from app.services import people
from app.ui.page import Desk
from app.ui.parts import PartsEditor, PartsOf
from app.ui.people.section_parts import parts_of
from app.ui.widgets.empty_state import EmptyState

CLOSED = N_(
    "The answers to section 8 of the form are sensitive personal information. They open when a consent "
    "is recorded, and the history notes who opened them."
)


class Declarations(QStackedWidget):
    """Shows nothing of a person until asked to open; another person closes it again."""

    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._of: PartsOf | None = None
        self._person_id: UUID | None = None
        self.closed = EmptyState(
            "lock-keyhole", _("Closed"), _(CLOSED), _("Open the answers"), "people.declarations.open"
        )
        self.editor = PartsEditor(
            desk, Declaration, "people.declarations", _("Section 8"), ("question", "answer", "detail")
        )
        self.addWidget(self.closed)
        self.addWidget(self.editor)
        self.closed.on_press(self.open)
        self.editor.said.connect(self.said)

    def show_person(self, person_id: UUID) -> None:
        """Close, for this person's answers to be opened."""
        if person_id != self._person_id:
            self.close_again()
        self._person_id, self._of = person_id, parts_of(self._desk.office, person_id, "declarations")
        if not self._desk.office.read(people.has_consent, person_id, Purpose.SENSITIVE):
            self.close_again()  # the consent was withdrawn while they were open
        if self.is_open():
            self.editor.refresh()

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.editor.leave()

    def is_open(self) -> bool:
        """Say whether the answers are in view."""
        return self.currentWidget() is self.editor

    def close_again(self) -> None:
        """Take the answers out of view."""
        self.editor.leave()
        self.closed.say(_("Closed"), _(CLOSED))
        self.setCurrentWidget(self.closed)

    def open(self) -> None:
        """Open the answers, which is recorded; without a consent say so in place."""
        self._desk.office.attempt(
            self._open_now, failed=lambda error: self.closed.say(_("Still closed"), str(error))
        )

    def _open_now(self) -> None:
        if self._person_id is not None and self._of is not None:
            self._desk.office.write(people.open_declarations, self._person_id)
            self.editor.show_parts(self._of)
            self.setCurrentWidget(self.editor)
