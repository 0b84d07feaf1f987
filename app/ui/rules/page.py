"""The page of rules: its tabs, each a list with the chosen thing beside it."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout

from app.i18n import N_, _
from app.services import firm_rules, firm_tables
from app.settings import today
from app.ui.office import Changes
from app.ui.page import Desk
from app.ui.rules.expiring_tab import ExpiringTab
from app.ui.rules.items_tab import ItemsTab
from app.ui.rules.notes_tab import NotesTab
from app.ui.rules.overrides_tab import OverridesTab
from app.ui.rules.pack_tab import PackTab
from app.ui.rules.questions_tab import QuestionsTab
from app.ui.rules.rebase_tab import RebaseTab
from app.ui.tabs import TabbedPage
from app.ui.widgets.plain import PlainLabel

TITLES = {
    "questions": N_("Questions for posts"),
    "expiring": N_("Expiring and stale"),
    "rebase": N_("Newer rules"),
    "items": N_("Packs and items"),
    "notes": N_("Knowledge"),
    "overrides": N_("Our rules"),
    "pack": N_("Signed packs"),
}


class RulesPage(TabbedPage):
    """``show_what`` takes a tab's name, such as "questions", or the key of a case that may be re-based."""

    name = "rules"
    title = N_("Rules")
    icon = "scale"
    titles = TITLES
    parts = N_("Parts of the rules")

    def __init__(self, desk: Desk) -> None:
        self.questions = QuestionsTab(desk)
        self.expiring = ExpiringTab(desk)
        self.rebase = RebaseTab(desk)
        self.items = ItemsTab(desk)
        self.notes = NotesTab(desk)
        self.overrides = OverridesTab(desk)
        self.pack = PackTab(desk)
        super().__init__(
            desk,
            (self.questions, self.expiring, self.rebase, self.items, self.notes, self.overrides, self.pack),
        )
        self.problems = PlainLabel(tone="error")
        self.problems.setObjectName("rules.problems")
        self.problems.setContentsMargins(16, 0, 16, 8)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_("Rules"), "title", wraps=False))
        self.assemble(head, self.problems)
        self._connect()

    def _connect(self) -> None:
        self.expiring.asking_post.connect(self._show_post)
        self.expiring.asking_item.connect(self._show_item)
        self.items.changing.connect(self._change_item)
        self.overrides.rebasing.connect(lambda: self.show_what("rebase"))
        self.rebase.opening.connect(lambda key: self.go.emit("case", key))

    def show_what(self, what: object) -> None:
        """Show a tab, or what today's rules would change for a case."""
        if isinstance(what, UUID):
            self.tabs.setCurrentWidget(self.rebase)
            self.load()
            self.rebase.show_case(what)
        else:
            super().show_what(what)

    def _show_post(self, code: str) -> None:
        self.show_what("questions")
        self.questions.show_post(code)

    def _show_item(self, code: str) -> None:
        self.show_what("items")
        self.items.show_item(code)

    def _change_item(self, category: str, item: str) -> None:
        self.show_what("overrides")
        self.overrides.begin(category, "", item)

    def shown(self) -> None:
        """Put the focus into the tab in view."""
        super().shown()
        self._show_problems()

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Show what is in view as it is now; the other tabs are read when they are looked at."""
        super().refresh(changes, by)
        self._show_problems()

    def read(self) -> None:
        """Read the tab in view anew."""
        self.panes[self.tabs.currentIndex()].refresh()

    def _show_problems(self) -> None:
        """Name at the top what of the firm's rules can't be read, whatever tab is in view."""
        read = self.desk.office.read
        found = [*read(firm_rules.problems, today()), *read(firm_tables.problems, today())]
        text = _("{problem}. What is shipped stays in force.")
        self.problems.setText("\n".join(text.format(problem=each) for each in found))
        self.problems.setVisible(bool(found))
