"""The offices of the firm, and who works in the casebook."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import fields, places
from app.domain.fields import Kind, field
from app.i18n import N_, _, language
from app.services import firms
from app.services.firms import OfficeLine, UserLine
from app.ui.page import Desk
from app.ui.parts import NewPart
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import HEADER_HEIGHT, ROW_HEIGHT, TableView

Row = TypeVar("Row", OfficeLine, UserLine)
MOST_ROWS_SEEN = 8
ROLES = {"owner": N_("Owner"), "consultant": N_("Consultant")}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """What is asked of a new office."""

    name: str = field(N_("Name"))
    city: str = field(N_("City"))
    country: str = field(N_("Country"), Kind.COUNTRY)


def _country(line: OfficeLine) -> str:
    return places.country_name(line.country).text(language()) if line.country else ""


OFFICE_COLUMNS: tuple[Column[OfficeLine], ...] = (
    Column("name", N_("Name"), lambda line: line.name, width=220),
    Column("city", N_("City"), lambda line: line.city, width=160),
    Column("country", N_("Country"), _country, width=160),
)
USER_COLUMNS: tuple[Column[UserLine], ...] = (
    Column("name", N_("Name"), lambda line: line.name, width=220),
    Column("login", N_("Login"), lambda line: line.login, width=160),
    Column("role", N_("Role"), lambda line: _(ROLES.get(line.role, line.role)), width=120),
    Column(
        "left",
        N_("State"),
        lambda line: _("Left") if line.archived else "",
        width=100,
        tone=lambda line: "plain",
    ),
)


class OfficesSection(QWidget):
    """A list, and a form for one more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[OfficeLine] = []
        self.model: TableModel[OfficeLine] = TableModel(
            OFFICE_COLUMNS, lambda keys: _chosen(self._lines, keys), lambda line: line.id, self
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
        _fill(self.table, [line.id for line in self._lines])
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


class UsersSection(QWidget):
    """Who opens the casebook, and who did."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[UserLine] = []
        self.model: TableModel[UserLine] = TableModel(
            USER_COLUMNS, lambda keys: _chosen(self._lines, keys), lambda line: line.id, self
        )
        self.table = TableView(self.model, "preferences.users", _("Who works here"), desk.settings)
        self.table.setProperty("framed", "true")
        hint = PlainLabel(
            _("Each has a passphrase of their own; every passphrase opens everything."), "muted"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(_("Who works here"), "heading"))
        layout.addWidget(hint)
        layout.addWidget(self.table)
        layout.addStretch()

    def refresh(self) -> None:
        """Show them as they are now."""
        read = self._desk.office.read
        self._lines = [*read(firms.users), *read(firms.users, archived=True)]
        _fill(self.table, [line.id for line in self._lines])

    def leave(self) -> None:
        """Nothing is typed here."""


def _chosen(lines: Sequence[Row], keys: Sequence[Any]) -> list[Row]:
    wanted = set(keys)
    return [line for line in lines if line.id in wanted]


def _fill(table: TableView, keys: Sequence[Any]) -> None:
    table.rows.show_keys(keys)
    table.setFixedHeight(HEADER_HEIGHT + min(len(keys), MOST_ROWS_SEEN) * ROW_HEIGHT + 4)
