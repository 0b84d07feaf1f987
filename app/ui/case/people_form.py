"""Who works on a case, which office has it, and under which rules it runs."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.fields import Field, Kind
from app.errors import UserError
from app.i18n import N_, _
from app.services import case_people, cases, firms
from app.services.cases import CaseView
from app.ui import people_found
from app.ui.page import Desk
from app.ui.record_form import RecordForm
from app.ui.widgets.finding import Found
from app.ui.widgets.plain import PlainLabel

PEOPLE = (Field("owner_id", N_("Owner"), Kind.PERSON), Field("reviewer_id", N_("Reviewer"), Kind.PERSON))
OFFICE = (Field("office_id", N_("Office"), Kind.PERSON),)


class PeopleForm(QWidget):
    """A new owner takes over what the one before was responsible for."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self._desk = desk
        found, called = partial(people_found.users, desk.office), partial(people_found.user_name, desk.office)
        self.people = RecordForm(desk, PEOPLE, prefix="case.form", find=found, name_of=called)
        self.place = RecordForm(
            desk, OFFICE, prefix="case.form", find=self._find_offices, name_of=self._office_name
        )
        self.means = PlainLabel(
            _("A new owner gets the open lines and deadlines that the one before was responsible for."),
            "muted",
        )
        self.about = PlainLabel(tone="muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (PlainLabel(title, "heading"), self.people, self.place, self.means, self.about):
            layout.addWidget(part)

    def show_case(self, case: CaseView) -> None:
        """Show who works on a case."""
        load = partial(self._desk.office.read, cases.case, case.id)
        for form in (self.people, self.place):
            form.show_record(
                f"case:{case.id}",
                load,
                lambda version, name, value: self._save(case.id, version, name, value),
            )
        lines = (
            _("Opened on {day}").format(day=case.opened_on.isoformat()),
            _("Rules frozen for this case: {hash}").format(hash=case.rule_set[:12]),
        )
        self.about.setText("\n".join(lines))

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.people.leave()
        self.place.leave()

    def _save(self, case_id: UUID, version: int, name: str, value: object) -> int:
        key, office = value if isinstance(value, UUID) else None, self._desk.office
        if name == "reviewer_id":
            return office.write(case_people.set_reviewer, case_id, version, key)
        if name == "office_id":
            return office.write(case_people.set_office, case_id, version, key)
        if key is None:
            raise UserError(_("A case has an owner."), _("Type a name to choose another."), field="owner_id")
        return office.write(case_people.assign, case_id, version, key)

    def _find_offices(self, typed: str) -> Found:
        wanted = typed.strip().casefold()
        found = self._desk.office.read(firms.offices)
        return [(office.id, office.name) for office in found if wanted in office.name.casefold()]

    def _office_name(self, key: object) -> str:
        found = self._desk.office.read(firms.offices)
        return next((office.name for office in found if office.id == key), "")
