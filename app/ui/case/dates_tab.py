"""The dates of a case: what is due, and what happened in China that makes it due."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.fields import Part
from app.domain.stays import LEDGER_PARTS
from app.i18n import N_, _
from app.services import stays
from app.services.cases import CaseView
from app.settings import today
from app.ui.case.due_list import DueList
from app.ui.page import Desk
from app.ui.parts import PartsEditor, PartsOf
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.section_list import SectionList

SECTIONS_WIDTH = 170
PARTS = {
    "entries": (N_("Entries"), ("entered_on", "entered_time", "port", "left_on")),
    "addresses": (N_("Addresses in China"), ("checked_in_on", "checked_in_time", "address", "registered_on")),
    "extensions": (N_("Extensions"), ("filed_on", "accepted_on", "state", "days")),
    "permits": (N_("Residence permits"), ("number", "issued_on", "expires_on")),
    "events": (N_("Other events"), ("kind", "on", "settled_on")),
}
HINTS = {
    "entries": N_(
        "Every entry starts the stay anew; it counts from the day after. Days and times are China's."
    ),
    "addresses": N_("Outside hotels each address is registered within 24 hours, after every entry again."),
    "extensions": N_(
        "Extensions belong to the entry they were filed in; together they are never longer than its stay."
    ),
    "permits": N_("From the application on: the receipt, the permit, its renewal."),
    "events": N_(
        "What else starts a limit: changes, births, orders, certificates, the confirmed online form."
    ),
}
ORDER = ("due", *PARTS)


class DatesTab(QWidget):
    """A list of sections at the left; the chosen one is filled when it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self._parts: dict[str, PartsEditor] = {}
        self._shown = ""
        self.due = DueList(desk)
        titles = [_("Deadlines"), *(_(title) for title, _columns in PARTS.values())]
        self.sections = SectionList("case.dates.sections", titles, SECTIONS_WIDTH, above=8)
        self.stack = QStackedWidget()
        self._built = {"due": self.stack.addWidget(self.due)}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addWidget(self.stack, 1)
        self.sections.currentRowChanged.connect(self._show_section)

    def show_case(self, case: CaseView) -> None:
        """Show a case, in the section that is in view."""
        if self._case is None or self._case.id != case.id:
            self.leave()
        self._case = case
        if self._shown:
            self._fill(self._shown)
        else:
            self._show_section(self.sections.currentRow())

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.due.leave()
        for editor in self._parts.values():
            editor.leave()

    def focus(self) -> None:
        """Put the focus into the list of sections, or into that of deadlines."""
        if self._shown == "due":
            self.due.focus()
        else:
            self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """Arrange the deadlines for the room there is."""
        self.due.set_narrow(width - SECTIONS_WIDTH)

    def show_section(self, name: str) -> None:
        """Show a section by its name, such as "entries"."""
        self.sections.setCurrentRow(ORDER.index(name))

    def _show_section(self, at: int) -> None:
        self.leave()
        name = ORDER[at]
        if name not in self._built:
            self._built[name] = self.stack.addWidget(self._made(name))
        self.stack.setCurrentIndex(self._built[name])
        self._shown = name
        self._fill(name)

    def _made(self, name: str) -> QWidget:
        title, columns = PARTS[name]
        made = PartsEditor(self._desk, LEDGER_PARTS[name], f"case.{name}", _(title), columns)
        made.said.connect(self._desk.messages.tell)
        self._parts[name] = made
        return scrolled(made, PlainLabel(_(HINTS[name]), "muted"))

    def _fill(self, name: str) -> None:
        if self._case is None:
            return
        if name == "due":
            self.due.show_case(self._case)
        else:
            self._parts[name].show_parts(self._parts_of(self._case.id, name))

    def _parts_of(self, case_id: UUID, name: str) -> PartsOf:
        office = self._desk.office

        def parts() -> Any:
            return getattr(office.read(stays.ledger, case_id), name)

        def remove(part: Part) -> None:
            assert part.id is not None
            office.write(stays.remove, name, part.id, part.version)

        return PartsOf(f"case:{case_id}", parts, partial(self._save, case_id, name), remove)

    def _save(self, case_id: UUID, name: str, part: Part) -> Part:
        return self._desk.office.write(stays.save, case_id, name, part, today())
