"""The details of a case as the visa form and the firm's file ask for them, section by section."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain import fields
from app.domain.casefile import CASE_PARTS, CaseFile
from app.domain.fields import Field, Kind
from app.domain.people import Part
from app.errors import UserError
from app.i18n import N_, _
from app.services import cases, firms
from app.services.cases import CaseView
from app.settings import today
from app.ui.case.decision_form import DecisionForm
from app.ui.page import Desk
from app.ui.parts import PartsEditor, PartsOf
from app.ui.record_form import RecordForm
from app.ui.widgets.finding import Found
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.scrolled import scrolled
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
            *("receipt_number", "client_zone"),
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
ORDER = ("application", "filing", "itinerary", "parties", "authority", "decision", "visa", "file")
OWNER = (Field("owner_id", N_("Owner"), Kind.PERSON),)


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
        self.about = PlainLabel(tone="muted")
        self.sections = SectionList("case.sections", [self._title(name) for name in ORDER], SECTIONS_WIDTH)
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
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

    def focus(self) -> None:
        """Put the focus into the list of sections."""
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """Forms take the width there is."""

    def show_section(self, name: str) -> None:
        """Show a section by its name, such as "filing"."""
        self.sections.setCurrentRow(ORDER.index(name))

    def _title(self, name: str) -> str:
        others = {"decision": N_("Decision"), "file": N_("Owner and rules")}
        return _({**FORMS, **PARTS}[name][0] if name not in others else others[name])

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
        self._forms[name] = RecordForm(
            self._desk, OWNER, prefix="case.form", find=self._find_users, name_of=self._user_name
        )
        return scrolled(PlainLabel(self._title(name), "heading"), self._forms[name], self.about)

    def _fill(self, name: str) -> None:
        case = self._case
        if case is None:
            return
        if name in PARTS:
            self._parts[name].show_parts(self._parts_of(case.id, name))
        elif name == "decision":
            self.decision.show_case(case)
        elif name == "file":
            self._fill_file(case)
        else:
            office = self._desk.office
            self._forms[name].show_record(
                f"case:{case.id}",
                lambda: office.read(cases.case, case.id).file,
                lambda version, field, value: office.write(
                    cases.set_field, case.id, version, field, value, today()
                ),
            )

    def _fill_file(self, case: CaseView) -> None:
        self._forms["file"].show_record(
            f"case:{case.id}",
            partial(self._desk.office.read, cases.case, case.id),
            lambda version, _field, value: self._assign(case.id, version, value),
        )
        lines = (
            _("Opened on {day}").format(day=case.opened_on.isoformat()),
            _("Rules frozen for this case: {hash}").format(hash=case.rule_set[:12]),
        )
        self.about.setText("\n".join(lines))

    def _assign(self, case_id: UUID, version: int, owner: object) -> int:
        if not isinstance(owner, UUID):
            raise UserError(_("A case has an owner."), _("Type a name to choose another."), field="owner_id")
        return self._desk.office.write(cases.assign, case_id, version, owner)

    def _parts_of(self, case_id: UUID, name: str) -> PartsOf:
        office = self._desk.office
        parts: Callable[[], Any] = lambda: getattr(office.read(cases.case, case_id).file, name)  # noqa: E731

        def save(part: Part) -> Part:
            return office.write(cases.save_part, case_id, name, part, today())

        def remove(part: Part) -> None:
            assert part.id is not None
            office.write(cases.remove_part, name, part.id, part.version)

        return PartsOf(f"case:{case_id}", parts, save, remove)

    def _find_users(self, typed: str) -> Found:
        wanted = typed.strip().casefold()
        found = self._desk.office.read(firms.users)
        return [(user.id, user.name) for user in found if wanted in user.name.casefold()]

    def _user_name(self, key: object) -> str:
        known = [
            user for gone in (False, True) for user in self._desk.office.read(firms.users, archived=gone)
        ]
        return next((user.name for user in known if user.id == key), "")
