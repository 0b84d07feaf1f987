"""The offices of the firm."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import fields, places
from app.domain.fields import Kind, field
from app.i18n import N_, _, language
from app.services import firms
from app.services.firms import OfficeLine
from app.ui.page import Desk
from app.ui.parts import NewPart
from app.ui.preferences.sections import chosen, fill
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """What is asked of a new office."""

    name: str = field(N_("Name of the office"))
    city: str = field(N_("City"))
    country: str = field(N_("Country"), Kind.COUNTRY)


def _country(line: OfficeLine) -> str:
    return places.country_name(line.country).text(language()) if line.country else ""


OFFICE_COLUMNS: tuple[Column[OfficeLine], ...] = (
    Column("name", N_("Name of the office"), lambda line: line.name, width=220),
    Column("city", N_("City"), lambda line: line.city, width=160),
    Column("country", N_("Country"), _country, width=160),
)


class OfficesSection(QWidget):
    """A list, and a form for one more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[OfficeLine] = []
        self.model: TableModel[OfficeLine] = TableModel(
            OFFICE_COLUMNS, lambda keys: chosen(self._lines, keys), lambda line: line.id, self
        )
        self.table = TableView(self.model, "preferences.offices", _("Offices"), desk.settings)
        self.table.setProperty("framed", "true")
        self.empty = PlainLabel(_("No office recorded."), "muted")
        self.add = button(_("Add"), icon="plus", name="preferences.offices.add")
        self.new = NewPart(fields.of(NewOffice), "preferences.offices.new", {})
        top = QHBoxLayout()
        top.addWidget(PlainLabel(_("Offices"), "heading", wraps=False), 1)
        top.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        for part in (self.empty, self.table, self.new):
            layout.addWidget(part)
        layout.addStretch()
        self.new.hide()
        self.add.clicked.connect(self._begin)
        self.new.wanted.connect(self._add)
        self.new.cancelled.connect(self._end)

    def refresh(self) -> None:
        """Show the offices as they are now."""
        self._lines = self._desk.office.read(firms.offices)
        fill(self.table, [line.id for line in self._lines])
        self.table.setVisible(bool(self._lines))
        self.empty.setVisible(not self._lines)

    def leave(self) -> None:
        """Nothing is kept of an office that was not added."""

    def _begin(self) -> None:
        self.new.show()
        self.new.form.focus()

    def _end(self) -> None:
        self.new.form.clear()
        self.new.hide()

    def _add(self, values: dict[str, Any]) -> None:
        office = self._desk.office
        office.attempt(lambda: self._add_now(values), by=self, failed=self.new.refuse)

    def _add_now(self, values: dict[str, Any]) -> None:
        texts = (str(values[name] or "") for name in ("name", "city", "country"))
        self._desk.office.write(firms.add_office, *texts)
        self._end()
