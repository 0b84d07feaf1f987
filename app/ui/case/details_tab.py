"""The details of a case as the visa form and the firm's file ask for them, section by section."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain import fields
from app.domain.casefile import CASE_PARTS, CaseFile
from app.domain.fields import Part
from app.i18n import N_, _
from app.services import cases, snapshots
from app.services.cases import CaseView
from app.settings import today
from app.ui import filed_notes
from app.ui.case.decision_form import DecisionForm
from app.ui.case.family_form import WIDEST as FAMILY_WIDEST
from app.ui.case.family_form import FamilyForm
from app.ui.case.people_form import PeopleForm
from app.ui.page import Desk
from app.ui.parts import PartsEditor, PartsOf
from app.ui.record_form import RecordForm
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.scrolled import narrow, scrolled
from app.ui.widgets.section_list import SectionList

SECTIONS_WIDTH = 170
FORMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "application": (
        N_("Application"),
        ("purpose", "speed", "requested_entries", "requested_validity_months", "requested_stay_days"),
    ),
    "filing": (
        N_("Filing"),
        (
            *("planned_filing", "planned_entry", "application_number", "appointment_on"),
            *("receipt_number", "passport_at", "passport_since", "passport_to", "client_zone"),
        ),
    ),
    "authority": (
        N_("Status at the post"),
        ("authority_status", "authority_status_on", "supplement_due"),
    ),
    "visa": (
        N_("Visa"),
        ("visa_number", "visa_entries", "visa_enter_before", "visa_stay_days", "visa_remarks"),
    ),
}
PARTS = {
    "itinerary": (N_("Itinerary"), ("start", "end", "city")),
    "parties": (N_("Inviter and others"), ("role", "name", "relation", "phone")),
}
ORDER = ("application", "filing", "itinerary", "parties", "authority", "decision", "visa", "family", "file")
OTHERS = {"decision": N_("Decision"), "family": N_("Family"), "file": N_("People and rules")}


class DetailsTab(QWidget):
    """A list of sections at the left; the chosen one is filled when it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self._forms: dict[str, RecordForm] = {}
        self._parts: dict[str, PartsEditor] = {}
        self._built: dict[str, int] = {}
        self._shown = ""  # the section in view; none before the first case
        self.decision = DecisionForm(desk)
        self.people = PeopleForm(desk, _(OTHERS["file"]))
        self.family = FamilyForm(desk, _(OTHERS["family"]))
        self.sections = SectionList(
            "case.sections", [self._title(name) for name in ORDER], SECTIONS_WIDTH, above=8
        )
        self.stack = QStackedWidget()
        for name in OTHERS:  # at once: what is in no window is left behind when the window goes
            self._built[name] = self.stack.addWidget(self._made(name))
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
        for form in self._forms.values():
            form.leave()
        for editor in self._parts.values():
            editor.leave()
        self.decision.leave()
        self.people.leave()

    def focus(self) -> None:
        """Put the focus into the list of sections."""
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """Forms take the width there is."""

    def show_section(self, name: str) -> None:
        """Show a section by its name, such as "filing"."""
        self.sections.setCurrentRow(ORDER.index(name))

    def _title(self, name: str) -> str:
        return _({**FORMS, **PARTS}[name][0] if name not in OTHERS else OTHERS[name])

    def _show_section(self, at: int) -> None:
        self.leave()
        name = ORDER[at]
        if name not in self._built:
            self._built[name] = self.stack.addWidget(self._made(name))
        self.stack.setCurrentIndex(self._built[name])
        self._shown = name
        self._fill(name)

    def _made(self, name: str) -> QWidget:
        if name in FORMS:
            chosen = tuple(fields.named(CaseFile)[field] for field in FORMS[name][1])
            self._forms[name] = RecordForm(self._desk, chosen, prefix="case.form")
            return scrolled(PlainLabel(self._title(name), "heading"), self._forms[name])
        if name in PARTS:
            title, columns = PARTS[name]
            made = PartsEditor(self._desk, CASE_PARTS[name], f"case.{name}", _(title), columns)
            made.said.connect(self._desk.messages.tell)
            self._parts[name] = made
            return scrolled(made)
        if name == "decision":
            return scrolled(self.decision)
        return scrolled(narrow(self.family, FAMILY_WIDEST) if name == "family" else self.people)

    def _fill(self, name: str) -> None:
        case = self._case
        if case is None:
            return
        if name in PARTS:
            self._parts[name].show_parts(self._parts_of(case.id, name))
        elif name == "decision":
            self.decision.show_case(case)
        elif name == "family":
            self.family.show_case(case)
        elif name == "file":
            self.people.show_case(case)
        else:
            office = self._desk.office
            self._forms[name].show_record(
                f"case:{case.id}",
                lambda: office.read(cases.case, case.id).file,
                lambda version, field, value: office.write(
                    cases.set_field, case.id, version, field, value, today()
                ),
            )
            _number, found = office.read(snapshots.differing, case.id, today())
            self._forms[name].form.show_notes(filed_notes.notes(found, CaseFile))

    def _parts_of(self, case_id: UUID, name: str) -> PartsOf:
        office = self._desk.office
        parts: Callable[[], Any] = lambda: getattr(office.read(cases.case, case_id).file, name)  # noqa: E731

        def save(part: Part) -> Part:
            return office.write(cases.save_part, case_id, name, part, today())

        def remove(part: Part) -> None:
            assert part.id is not None
            office.write(cases.remove_part, name, part.id, part.version)

        return PartsOf(f"case:{case_id}", parts, save, remove)
