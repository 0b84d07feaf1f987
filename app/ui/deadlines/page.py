"""The page of deadlines: agenda, month and papers that run out, of all cases or of some."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTabWidget, QVBoxLayout

from app.i18n import N_, _
from app.services import agenda
from app.ui.actions import Action
from app.ui.deadlines import export
from app.ui.deadlines.agenda_tab import AgendaTab
from app.ui.deadlines.ending_tab import EndingTab
from app.ui.deadlines.month_tab import MonthTab
from app.ui.office import Changes
from app.ui.page import Desk, Page
from app.ui.widgets.deputy_note import DeputyNote
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import PlainLabel, button

AnyTab = AgendaTab | MonthTab | EndingTab
TITLES = {"agenda": N_("Agenda"), "month": N_("Month"), "ending": N_("Papers that run out")}


class DeadlinesPage(Page):
    """``show_what`` takes a tab's name, such as "month"."""

    name = "deadlines"
    title = N_("Deadlines")
    icon = "calendar-days"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.agenda = AgendaTab(desk)
        self.month = MonthTab(desk)
        self.ending = EndingTab(desk)
        self.panes: tuple[AnyTab, ...] = (self.agenda, self.month, self.ending)
        self.tabs = QTabWidget()
        self.category = Combo("deadlines.category")
        self.mine = QCheckBox(_("Only mine"))
        self.deputy = DeputyNote(desk, indent=16)
        self.export = button(_("Export…"), icon="save", name="deadlines.export")
        self._stale: set[int] = set(range(len(self.panes)))
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.tabs.setObjectName("deadlines.tabs")
        self.tabs.setAccessibleName(_("Views of the deadlines"))
        self.tabs.setDocumentMode(True)
        for title, tab in zip(TITLES.values(), self.panes, strict=True):
            self.tabs.addTab(tab, _(title))
        self.mine.setObjectName("deadlines.mine")
        self.category.setAccessibleName(_("Category"))
        self.category.setAccessibleDescription(_("Category"))
        self.category.setMinimumContentsLength(14)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 6)
        head.setSpacing(10)
        head.addWidget(PlainLabel(_("Deadlines"), "title", wraps=False), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch()
        for part in (self.category, self.mine, self.export):
            head.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.deputy)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._change_tab)
        self.mine.toggled.connect(lambda _on: self.refresh(None, None))
        self.category.activated.connect(lambda _at: self.refresh(None, None))
        self.export.clicked.connect(lambda: export.ask(self.desk, None))
        for tab in self.panes:
            tab.opening.connect(lambda key: self.go.emit("case", key))

    def show_what(self, what: object) -> None:
        """Show a tab."""
        if what in TITLES:
            self.tabs.setCurrentIndex(list(TITLES).index(str(what)))

    def place(self) -> object:
        """Return the name of the tab in view."""
        return list(TITLES)[self.tabs.currentIndex()]

    def shown(self) -> None:
        """Put the focus into the tab in view."""
        self._load()
        self._tab.focus()

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Show what is in view as it is now; the other tabs are read when they are looked at."""
        self._stale = set(range(len(self.panes)))
        self._load()

    def can_leave(self) -> bool:
        """Keep what was typed, in whichever tab."""
        for tab in self.panes:
            tab.leave()
        return True

    def search(self) -> None:
        """Ctrl+F goes to the list, where typing finds a line."""
        self._tab.focus()

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        done, write = N_("Mark the deadline as done"), N_("Export as a calendar file…")
        return (
            Action("deadlines.done", done, self.agenda.panel.mark_done, "Ctrl+D", "check", self._on_agenda),
            Action("deadlines.export", write, lambda: export.ask(self.desk, None), "", "save"),
        )

    def _on_agenda(self) -> bool:
        return self._tab is self.agenda

    @property
    def _tab(self) -> AnyTab:
        return self.panes[self.tabs.currentIndex()]

    def _load(self) -> None:
        at = self.tabs.currentIndex()
        if at not in self._stale:
            return
        self._stale.discard(at)
        self._show_categories()
        owners = self.deputy.owners(is_mine=self.mine.isChecked())
        self._tab.show_filtered(owners, str(self.category.currentData() or ""))

    def _show_categories(self) -> None:
        chosen = self.category.currentData()
        self.category.clear()
        self.category.addItem(_("All categories"), "")
        for code in self.desk.office.read(agenda.categories):
            self.category.addItem(code, code)
        self.category.setCurrentIndex(max(self.category.findData(chosen), 0))

    def _change_tab(self, _at: int) -> None:
        for tab in self.panes:
            if tab is not self._tab:
                tab.leave()
        self._load()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tab for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._tab.set_narrow(self.width())
