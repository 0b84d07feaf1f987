"""The page of deadlines: agenda, month and papers that run out, of all cases or of some."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from app.i18n import N_, _
from app.services import agenda
from app.ui.actions import Action
from app.ui.deadlines import export
from app.ui.deadlines.agenda_tab import AgendaTab
from app.ui.deadlines.ending_tab import EndingTab
from app.ui.deadlines.month_tab import MonthTab
from app.ui.page import Desk
from app.ui.tabs import TabbedPage
from app.ui.widgets.deputy_note import DeputyNote
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import PlainLabel, button

TITLES = {"agenda": N_("Agenda"), "month": N_("Month"), "ending": N_("Papers that run out")}


class DeadlinesPage(TabbedPage):
    """``show_what`` takes a tab's name, such as "month"."""

    name = "deadlines"
    title = N_("Deadlines")
    icon = "calendar-days"
    titles = TITLES
    parts = N_("Views of the deadlines")

    def __init__(self, desk: Desk) -> None:
        self.agenda = AgendaTab(desk)
        self.month = MonthTab(desk)
        self.ending = EndingTab(desk)
        super().__init__(desk, (self.agenda, self.month, self.ending))
        self.category = Combo("deadlines.category")
        self.mine = QCheckBox(_("Only mine"))
        self.deputy = DeputyNote(desk, indent=16)
        self.export = button(_("Export…"), icon="save", name="deadlines.export")
        self.assemble(self._head(), self.deputy)
        self._connect()

    def _head(self) -> QHBoxLayout:
        self.mine.setObjectName("deadlines.mine")
        self.category.setAccessibleName(_("Category"))
        self.category.setAccessibleDescription(_("Category"))
        self.category.setMinimumContentsLength(14)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(_("Deadlines"), "title", wraps=False), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch()
        for part in (self.category, self.mine, self.export):
            head.addWidget(part)
        return head

    def _connect(self) -> None:
        self.mine.toggled.connect(lambda _on: self.refresh(None, None))
        self.category.activated.connect(lambda _at: self.refresh(None, None))
        self.export.clicked.connect(lambda: export.ask(self.desk, None))
        for tab in self.panes:
            tab.opening.connect(lambda key: self.go.emit("case", key))

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        done, write = N_("Mark the deadline as done"), N_("Export as a calendar file…")
        return (
            Action("deadlines.done", done, self.agenda.panel.mark_done, "Ctrl+D", "check", self._on_agenda),
            Action("deadlines.export", write, lambda: export.ask(self.desk, None), "", "save"),
        )

    def _on_agenda(self) -> bool:
        return self.tab is self.agenda

    def read(self) -> None:
        """Read the tab in view anew, for whom and for what is chosen above it."""
        self._show_categories()
        owners = self.deputy.owners(is_mine=self.mine.isChecked())
        shown = self.panes[self.tabs.currentIndex()]
        shown.show_filtered(owners, str(self.category.currentData() or ""))

    def _show_categories(self) -> None:
        chosen = self.category.currentData()
        self.category.clear()
        self.category.addItem(_("All categories"), "")
        for code in self.desk.office.read(agenda.categories):
            self.category.addItem(code, code)
        self.category.setCurrentIndex(max(self.category.findData(chosen), 0))
