"""The firm as it prints about itself, and how its case numbers begin."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.fields import Field, Kind
from app.i18n import N_, _
from app.services import firms
from app.ui.page import Desk
from app.ui.preferences.logo import LogoBox
from app.ui.record_form import RecordForm
from app.ui.widgets.plain import PlainLabel

FIELDS = (
    Field("name", N_("Name of the firm"), Kind.TEXT, limit=500),
    Field("name_zh", N_("Name in Chinese"), Kind.TEXT, limit=500),
    Field("address", N_("Address"), Kind.LINES, limit=500),
    Field("phone", N_("Telephone"), Kind.TEXT, limit=500),
    Field("email", N_("E-mail"), Kind.TEXT, limit=500),
    Field("registration", N_("Registration"), Kind.TEXT, limit=500),
    Field("case_prefix", N_("Case numbers begin with"), Kind.TEXT, limit=8),
)


class FirmSection(QWidget):
    """Saves field by field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = RecordForm(desk, FIELDS, prefix="preferences.firm")
        self.logo = LogoBox(desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("Firm"), "heading"))
        layout.addWidget(PlainLabel(_("Printed on every document; what is empty is left out."), "muted"))
        layout.addWidget(self.form)
        layout.addWidget(self.logo)

    def refresh(self) -> None:
        """Show the firm as it is now."""
        office = self._desk.office
        self.form.show_record(
            "firm",
            lambda: office.read(firms.firm),
            lambda version, name, value: office.write(firms.set_firm_field, version, name, str(value or "")),
        )
        self.logo.refresh()

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.form.leave()
