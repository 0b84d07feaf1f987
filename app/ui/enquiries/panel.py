"""One enquiry: who called, what was noted, and its conflict check."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import enquiries as calls
from app.domain import fields
from app.domain.enquiries import Enquiry, EnquiryState
from app.i18n import _
from app.services import enquiries
from app.services.enquiries import EnquiryLine
from app.settings import today
from app.ui.enquiries import conflict_words, list_model
from app.ui.enquiries.conflict_panel import ConflictPanel
from app.ui.page import Desk
from app.ui.people.section_parts import finding
from app.ui.record_form import RecordForm
from app.ui.widgets.plain import ElidedLabel, PlainLabel, button, line, set_state
from app.ui.widgets.scrolled import scrolled


class EnquiryPanel(QWidget):
    """Each field of the call is saved by itself; the check below it is searched anew whenever it is shown."""

    opening_person = Signal(object)  # a person's key
    opening_case = Signal(object)  # a case's key
    wanting_case = Signal(object)  # the key of the person to open one for

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.line: EnquiryLine | None = None
        self.name = ElidedLabel(tone="title")
        self.name.setObjectName("enquiries.name")
        self.about = ElidedLabel(tone="muted")
        self.state = PlainLabel(wraps=False)
        self.person = button(_("Open the person"), icon="users", name="enquiries.person")
        self.case = button(_("Open a case"), icon="briefcase", kind="primary", name="enquiries.case")
        self.form = RecordForm(desk, fields.of(Enquiry), prefix="enquiries.form", **finding(desk.office))
        self.conflict = ConflictPanel(desk, "enquiries.conflict")
        self._assemble()
        self.person.clicked.connect(self.open_person)
        self.case.clicked.connect(self.open_case)
        self.conflict.going.connect(self.opening_person)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(10)
        head.addLayout(words, 1)
        for part in (self.state, self.person, self.case):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addWidget(scrolled(self.form, line(), self.conflict), 1)

    def show_enquiry(self, enquiry_id: UUID) -> None:
        """Show an enquiry as it is now."""
        office = self._desk.office
        found = office.read(enquiries.lines, [enquiry_id])
        if not found:
            return
        self.line = shown = found[0]
        self.name.show_text(shown.name or shown.native_name)
        self.about.show_text(_about(shown))
        self.state.setText(list_model.state(shown))
        set_state(self.state, "pill", list_model.TONES[shown.state])
        is_case = shown.state is EnquiryState.CASE
        self.case.setText(_("Go to the case") if is_case else _("Open a case"))
        self.case.setEnabled(is_case or shown.state in calls.OPEN)
        self.form.show_record(
            f"enquiry:{enquiry_id}",
            lambda: office.read(enquiries.enquiry, enquiry_id),
            lambda version, name, value: office.write(
                enquiries.set_field, enquiry_id, version, name, value, today()
            ),
        )
        self.conflict.show_person(shown.person_id, enquiry_id)

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.form.leave()
        self.conflict.leave()

    def open_person(self) -> None:
        """Go to the record of whoever called."""
        if self.line is not None:
            self.opening_person.emit(self.line.person_id)

    def open_case(self) -> None:
        """Go on to a new case of the person, or to the case there is."""
        if self.line is not None and self.case.isEnabled():
            if self.line.case_id is not None:
                self.opening_case.emit(self.line.case_id)
            else:
                self.wanting_case.emit(self.line.person_id)


def _about(line: EnquiryLine) -> str:
    own = line.native_name if line.name else ""
    parts = (own, conflict_words.born(line.birth_date), conflict_words.country(line.nationality))
    return ", ".join(part for part in parts if part)
