"""The agenda: open deadlines of all cases by day, the chosen one beside it."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import Signal

from app.i18n import _
from app.services import agenda, deadlines
from app.services.agenda import AgendaLine
from app.settings import today
from app.ui.deadlines import agenda_model
from app.ui.deadlines.agenda_model import COLUMNS, FIRST_TO_GO
from app.ui.deadlines.panel import DeadlinePanel
from app.ui.page import Desk
from app.ui.tabs import PanelTab
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.section_model import SectionModel
from app.ui.widgets.section_view import SectionView


class AgendaTab(PanelTab):
    """F2 goes to the chosen deadline, Escape back to the list; Enter opens its case."""

    table: SectionView
    panel: DeadlinePanel
    opening = Signal(object)  # the key of a case

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._owners: Collection[UUID] | None = None
        self._category = ""
        self.count = PlainLabel(tone="muted", wraps=False)
        self.model: SectionModel[AgendaLine] = SectionModel(COLUMNS, lambda line: line.id, self)
        self.table = SectionView(self.model, "deadlines.agenda", _("Agenda"), desk.settings)
        self.panel = DeadlinePanel(desk, "deadlines.panel", opens_case=True)
        self.nothing = EmptyState("calendar-days", _("Nothing is due"))
        Fitting(self.table, FIRST_TO_GO)
        self.halves = ListAndPanel(
            "deadlines.splitter", [self.count, None], self.table, self.nothing, self.panel
        )
        self.fill()
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._open)
        self.panel.opening.connect(self.opening)

    def show_filtered(self, owners: Collection[UUID] | None, category: str) -> None:
        """Show the deadlines of some owners and one category; None and "" for all."""
        self._owners, self._category = owners, category
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew; where the chosen one is done meanwhile, go on with the next."""
        read = self._desk.office.read
        lines = read(agenda.lines, owners=self._owners, category=self._category)
        count = read(agenda.count, owners=self._owners, category=self._category)
        before = self.table.currentIndex().row()
        self.model.show_sections(agenda_model.sections(lines, count, today()))
        self.count.setText(agenda_model.count(count))
        self.halves.show_list(bool(lines))
        self._say_nothing()
        if self.table.current_key() is None and lines:
            self._choose_near(max(before, 0))
        self._show(self.table.current_key())

    def _choose_near(self, place: int) -> None:
        rows = [row for row in range(self.model.rowCount()) if self.model.section_at(row) is None]
        near = min(rows, key=lambda row: (row < place, abs(row - place)))
        self.table.choose(self.model.key_at(near))

    def _say_nothing(self) -> None:
        if self._owners or self._category:
            self.nothing.say(_("Nothing is due"), _("No open deadline fits what is chosen above."))
        else:
            text = _("Deadlines come with the dates of cases: planned filing, visa, entries, permits.")
            self.nothing.say(_("Nothing is due"), text)

    def _show(self, key: object) -> None:
        line = self.model.row(key)
        kept = None
        if line is not None:
            kept = self._desk.office.read(deadlines.find, line.case_id, line.id, today())
        self.panel.show_deadline(kept, line.number if line else "")

    def _open(self, key: object) -> None:
        line = self.model.row(key)
        if line is not None:
            self.opening.emit(line.case_id)

    def leave(self) -> None:
        """Keep what was typed."""
        self.panel.leave()
