"""The page of rules: its tabs, each a list with the chosen thing beside it."""

from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout

from app.i18n import N_, _
from app.services import firm_rules
from app.settings import today
from app.ui.office import Changes
from app.ui.page import Desk, Page
from app.ui.rules.expiring_tab import ExpiringTab
from app.ui.rules.items_tab import ItemsTab
from app.ui.rules.notes_tab import NotesTab
from app.ui.rules.overrides_tab import OverridesTab
from app.ui.rules.pack_tab import PackTab
from app.ui.rules.questions_tab import QuestionsTab
from app.ui.rules.rebase_tab import RebaseTab
from app.ui.widgets.plain import PlainLabel

AnyTab = QuestionsTab | ExpiringTab | RebaseTab | ItemsTab | NotesTab | OverridesTab | PackTab
TITLES = {
    "questions": N_("Questions for posts"),
    "expiring": N_("Expiring and stale"),
    "rebase": N_("Newer rules"),
    "items": N_("Packs and items"),
    "notes": N_("Knowledge"),
    "overrides": N_("Our rules"),
    "pack": N_("Signed packs"),
}


class RulesPage(Page):
    """``show_what`` takes a tab's name, such as "questions", or the key of a case that may be re-based."""

    name = "rules"
    title = N_("Rules")
    icon = "scale"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.questions = QuestionsTab(desk)
        self.expiring = ExpiringTab(desk)
        self.rebase = RebaseTab(desk)
        self.items = ItemsTab(desk)
        self.notes = NotesTab(desk)
        self.overrides = OverridesTab(desk)
        self.pack = PackTab(desk)
        self.panes: tuple[AnyTab, ...] = (
            self.questions, self.expiring, self.rebase, self.items, self.notes, self.overrides, self.pack,
        )  # fmt: skip
        self.tabs = QTabWidget()
        self.problems = PlainLabel(tone="error")
        self.problems.setObjectName("rules.problems")
        self.problems.setContentsMargins(16, 0, 16, 8)
        self._stale: set[int] = set(range(len(self.panes)))
        self._assemble()
        self._connect()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._change_tab)
        self.expiring.asking_post.connect(self._show_post)
        self.expiring.asking_item.connect(self._show_item)
        self.items.changing.connect(self._change_item)
        self.overrides.rebasing.connect(lambda: self.show_what("rebase"))
        self.rebase.opening.connect(lambda key: self.go.emit("case", key))

    def _assemble(self) -> None:
        self.tabs.setObjectName("rules.tabs")
        self.tabs.setAccessibleName(_("Parts of the rules"))
        self.tabs.setDocumentMode(True)
        for title, tab in zip(TITLES.values(), self.panes, strict=True):
            self.tabs.addTab(tab, _(title))
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 6)
        head.addWidget(PlainLabel(_("Rules"), "title", wraps=False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.problems)
        layout.addWidget(self.tabs, 1)

    def show_what(self, what: object) -> None:
        """Show a tab, or what today's rules would change for a case."""
        if isinstance(what, UUID):
            self.tabs.setCurrentWidget(self.rebase)
            self._load()
            self.rebase.show_case(what)
        elif what in TITLES:
            self.tabs.setCurrentIndex(list(TITLES).index(str(what)))

    def _show_post(self, code: str) -> None:
        self.show_what("questions")
        self.questions.show_post(code)

    def _show_item(self, code: str) -> None:
        self.show_what("items")
        self.items.show_item(code)

    def _change_item(self, category: str, item: str) -> None:
        self.show_what("overrides")
        self.overrides.begin(category, "", item)

    def place(self) -> object:
        """Return the name of the tab in view."""
        return list(TITLES)[self.tabs.currentIndex()]

    def shown(self) -> None:
        """Put the focus into the tab in view."""
        self._load()
        self._show_problems()
        self._tab.focus()

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Show what is in view as it is now; the other tabs are read when they are looked at."""
        self._stale = set(range(len(self.panes)))
        self._load()
        self._show_problems()

    def can_leave(self) -> bool:
        """Keep what was typed, in whichever tab."""
        for tab in self.panes:
            tab.leave()
        return True

    def search(self) -> None:
        """Ctrl+F goes to the list, where typing finds a line."""
        self._tab.focus()

    def _show_problems(self) -> None:
        """Name at the top what of the firm's rules can't be read, whatever tab is in view."""
        found = self.desk.office.read(firm_rules.problems, today())
        text = _("{problem}. What is shipped stays in force.")
        self.problems.setText("\n".join(text.format(problem=each) for each in found))
        self.problems.setVisible(bool(found))

    @property
    def _tab(self) -> AnyTab:
        return self.panes[self.tabs.currentIndex()]

    def _load(self) -> None:
        at = self.tabs.currentIndex()
        if at in self._stale:
            self._stale.discard(at)
            self._tab.refresh()

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
