"""The cases of one person, to go to."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.services import case_list
from app.services.case_list import CaseLine
from app.ui.page import Desk
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import HEADER_HEIGHT, ROW_HEIGHT, TableView

MOST_ROWS_SEEN = 12
COLUMNS: tuple[Column[CaseLine], ...] = (
    Column("number", N_("Number"), lambda line: line.number, width=110),
    Column("category", N_("Category"), lambda line: line.category, width=80),
    Column("stage", N_("Stage"), lambda line: _(line.stage.label), width=120, tone=lambda line: "plain"),
    Column(
        "progress",
        N_("Checked"),
        lambda line: _("{checked} of {counted}").format(checked=line.checked, counted=line.counted),
        width=90,
    ),
    Column("owner", N_("Consultant"), lambda line: line.owner, width=120),
)


class PersonCases(QWidget):
    """Asks by signal for a case's page, or for a new case."""

    opened = Signal(object)  # a case's key
    wanted = Signal()  # a new case of this person

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._office = desk.office
        self._lines: dict[UUID, CaseLine] = {}
        self.model = TableModel(COLUMNS, self._wanted_lines, lambda line: line.id, self)
        self.table = TableView(self.model, "people.cases.table", _("Cases"), desk.settings)
        self.table.setProperty("framed", "true")
        Fitting(self.table, ("owner", "progress", "category"))
        self.empty = PlainLabel(_("No case yet."), "muted")
        new = button(_("Open a case"), icon="plus", name="people.cases.open")
        top = QHBoxLayout()
        top.addWidget(PlainLabel(_("Cases"), "heading", wraps=False), 1)
        top.addWidget(new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.empty)
        layout.addWidget(self.table)
        layout.addStretch()
        new.clicked.connect(self.wanted)
        self.table.opened.connect(self.opened)

    def show_person(self, person_id: UUID) -> None:
        """Show a person's cases."""
        self._lines = {line.id: line for line in self._office.read(case_list.of_person, person_id)}
        self.model.show_keys(list(self._lines))
        self.table.setFixedHeight(HEADER_HEIGHT + min(len(self._lines), MOST_ROWS_SEEN) * ROW_HEIGHT + 4)
        self.table.setVisible(bool(self._lines))
        self.empty.setVisible(not self._lines)

    def leave(self) -> None:
        """Nothing is typed here."""

    def _wanted_lines(self, keys: Sequence[Any]) -> list[CaseLine]:
        return [self._lines[key] for key in keys]
