"""Open cases that have older rules: what today's would change, and one button for all that are ticked."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.errors import KasebookError
from app.i18n import _, plural
from app.services import rebasing
from app.services.rebasing import CaseDifference
from app.settings import today
from app.ui.jobs import Step
from app.ui.long_writes import LongWrites
from app.ui.page import Desk
from app.ui.rules import rebase_model
from app.ui.rules.rebase_model import CHANGE_COLUMNS, COLUMNS, CaseRow
from app.ui.tabs import ListTab
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.plain import PlainLabel, button, line
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.section_model import Section, SectionModel
from app.ui.widgets.section_view import SectionView


class RebaseTab(ListTab):
    """Space ticks a case or leaves it behind; Enter opens it."""

    table: SectionView
    opening = Signal(object)  # the key of a case

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._writes = LongWrites(desk)
        self._cases: list[CaseDifference] = []
        self._behind: set[UUID] = set()  # left behind: not ticked
        self._loads = 0
        self.model: SectionModel[CaseRow] = SectionModel(COLUMNS, lambda row: row.case.id, self)
        self.table = SectionView(self.model, "rules.rebase", _("Cases with older rules"), desk.settings)
        self.all = button(_("Tick all"), name="rules.rebase.all")
        self.none = button(_("Tick none"), name="rules.rebase.none")
        self.go = button(_("Re-base"), kind="primary", name="rules.rebase.go")
        self.panel = DifferencePanel(desk)
        self.nothing = EmptyState(
            "circle-check", _("Every open case has the rules of today"), _("Newer rules show here by case.")
        )
        bar: list[QWidget | None] = [self.all, self.none, None, self.go]
        self.halves = ListAndPanel("rules.rebase.splitter", bar, self.table, self.nothing, self.panel)
        self.fill()
        self._connect()

    def _connect(self) -> None:
        self.model.ticking.connect(self._tick)
        self.table.chosen.connect(lambda key: self._show(key))
        self.table.opened.connect(self.opening)
        self.all.clicked.connect(lambda: self._tick_all(True))
        self.none.clicked.connect(lambda: self._tick_all(False))
        self.go.clicked.connect(self.rebase)

    def refresh(self) -> None:
        """Compare all open cases anew, off the window's thread; an older reading is dropped."""
        self._loads += 1
        number, office, day = self._loads, self._desk.office, today()

        def load(step: Step) -> list[CaseDifference]:
            return office.read(rebasing.affected, day, told=lambda _done, _all: step.check())

        self._desk.jobs.start(load, done=lambda cases: self._take(number, cases))

    def _take(self, number: int, cases: list[CaseDifference]) -> None:
        if number == self._loads:
            self._cases = cases
            self._fill()

    def _fill(self) -> None:
        rows = [CaseRow(case, case.id not in self._behind) for case in self._cases]
        title = plural("{count} case has older rules", "{count} cases have older rules", len(rows))
        self.model.show_sections([(Section(title), rows)])
        count = sum(row.is_ticked for row in rows)
        chosen = plural("Re-base {count} case", "Re-base {count} cases", count)
        self.go.setText(chosen if count else _("Re-base"))
        self.go.setEnabled(count > 0)
        for one in (self.all, self.none):
            one.setEnabled(bool(rows))
        self.halves.show_list(bool(rows))
        self._show(self.table.current_key())

    def _show(self, key: object) -> None:
        row = self.model.row(key)
        self.panel.show_case(row.case if row else None)

    def _tick(self, key: object, is_ticked: bool) -> None:
        if isinstance(key, UUID):
            (self._behind.discard if is_ticked else self._behind.add)(key)
        self._fill()

    def _tick_all(self, is_ticked: bool) -> None:
        self._behind = set() if is_ticked else {case.id for case in self._cases}
        self._fill()

    def show_case(self, key: UUID) -> None:
        """Choose a case."""
        self.table.choose(key)

    def rebase(self) -> None:
        """Give the ticked cases the rules of today, as one step."""
        chosen = [(case.id, case.froze) for case in self._cases if case.id not in self._behind]
        if chosen:
            self._writes.start(
                _("Re-basing cases"),
                rebasing.rebase,
                (chosen, today()),
                by=self,
                done=self._rebased,
                failed=self._refused,
            )

    def _rebased(self, count: int) -> None:
        text = plural("{count} case has the rules of today.", "{count} cases have the rules of today.", count)
        self._desk.messages.tell(text, _("Undo"), self._desk.office.undo)

    def _refused(self, error: KasebookError) -> None:
        self._desk.messages.trouble(error)
        self.refresh()


class DifferencePanel(QStackedWidget):
    """What changes for the case chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("surface", "true")
        self.setMinimumWidth(340)
        self.title = PlainLabel(tone="heading")
        self.versions = PlainLabel(tone="muted")
        self.problems = PlainLabel(tone="error")
        self.problems.setObjectName("rules.rebase.problems")
        self.model = SectionModel(CHANGE_COLUMNS, lambda change: change.item_id, self)
        self.table = SectionView(self.model, "rules.rebase.changes", _("What changes"), desk.settings)
        self.detail = PlainLabel()
        self.detail.setObjectName("rules.rebase.detail")
        self.table.chosen.connect(self._show_detail)
        self.addWidget(
            EmptyState("list-checks", _("No case chosen"), _("Choose one to see what would change."))
        )
        self.addWidget(self._assembled())

    def _assembled(self) -> QWidget:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(10)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(4)
        for part in (self.title, self.versions, self.problems):
            top.addWidget(part)
        layout.addLayout(top)
        layout.addWidget(self.table, 3)
        layout.addWidget(line())
        layout.addWidget(scrolled(self.detail), 2)
        return whole

    def show_case(self, case: CaseDifference | None) -> None:
        """Show what changes for a case; None for none."""
        self.setCurrentIndex(0 if case is None else 1)
        if case is None:
            return
        self.title.setText(f"{case.number} · {case.client}")
        self.versions.setText(f"{case.old_version} → {case.new_version}")
        self.problems.setText("\n".join(case.problems))
        self.problems.setVisible(bool(case.problems))
        self.model.show_sections(rebase_model.sections(case.difference.changes))
        if self.table.current_key() is None:
            self.table.choose_first()
        self._show_detail(self.table.current_key())

    def _show_detail(self, key: object) -> None:
        change = self.model.row(key)
        self.detail.setText(rebase_model.detail(change) if change else "")
