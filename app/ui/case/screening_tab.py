"""The screening of a case: its outcome, the questions at the left, the chosen one at the right."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout

from app.errors import KasebookError
from app.i18n import _
from app.services import case_facts, case_values, screening
from app.services.cases import CaseView
from app.services.screening import Screened
from app.settings import today
from app.ui.case import screening_model
from app.ui.case.outcome_banner import OutcomeBanner
from app.ui.case.screening_model import COLUMNS, QuestionRow
from app.ui.case.screening_panel import ScreeningPanel
from app.ui.page import Desk
from app.ui.tabs import PanelTab
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.section_model import SectionModel
from app.ui.widgets.section_view import SectionView

PANEL_WIDTH = 390


class ScreeningTab(PanelTab):
    """Enter or F2 goes to the facts of the chosen question, Escape back to the list."""

    table: SectionView
    panel: ScreeningPanel
    asking_item = Signal(str)
    asking_pathways = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self._found: Screened | None = None
        self.model: SectionModel[QuestionRow] = SectionModel(COLUMNS, lambda row: row.key, self)
        self.table = SectionView(self.model, "case.screening", _("Screening"), desk.settings)
        self.banner = OutcomeBanner()
        self.panel = ScreeningPanel()
        self.stack = QStackedWidget()
        self._assemble()
        self.table.chosen.connect(lambda _key: self._show_question())
        self.table.opened.connect(lambda _key: self.panel.focus())
        self.banner.confirming.connect(self._confirm)
        self.panel.setting.connect(self._set)
        self.panel.asking_item.connect(self.asking_item)
        self.panel.asking_pathways.connect(self.asking_pathways)

    def _assemble(self) -> None:
        left = QFrame()
        left.setProperty("surface", "true")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 0)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)
        self.splitter = QSplitter()
        self.splitter.setObjectName("case.screening.splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([1000 - PANEL_WIDTH, PANEL_WIDTH])
        none = _("This category has no questions here; compare the pathways.")
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(EmptyState("info", _("No screening"), none))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def show_case(self, case: CaseView) -> None:
        """Show a case's screening as it is now."""
        is_other = self._case is None or self._case.id != case.id
        self._case = case
        if is_other:
            self.banner.note.clear()
        self.refresh()
        if is_other:
            self.table.scrollToTop()
            self.table.choose_first()

    def refresh(self) -> None:
        """Screen anew; the chosen question stays chosen."""
        case, office = self._case, self._desk.office
        if case is None:
            return
        has_questions = case.category in screening.questionnaires()
        self.stack.setCurrentIndex(0 if has_questions else 1)
        if not has_questions:
            return
        self._found = office.read(screening.of_case, case.id, today())
        record = office.read(screening.last_confirmed, case.id)
        self.banner.show_outcome(self._found, record, office.user[1])
        self.model.show_sections(screening_model.sections(self._found.outcome))
        self._show_question()

    def leave(self) -> None:
        """Nothing waits: a fact is saved when it is chosen."""

    def set_narrow(self, width: int) -> None:
        """Put the chosen question under the list where there is no room beside it."""
        is_narrow = width < 2 * PANEL_WIDTH
        self.splitter.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)

    def _show_question(self) -> None:
        if self._case is None or self._found is None:
            return
        read, case = self._desk.office.read, self._case
        lines = {line.fact.name: line for line in read(case_facts.lines, case.id, today())}
        entered = frozenset(read(case_values.entered, case.id))
        row = self.model.row(self.table.current_key())
        self.panel.show_question(row, self._found.questionnaire, lines, entered)

    def _confirm(self, note: str) -> None:
        case, found, office = self._case, self._found, self._desk.office
        if case is not None and found is not None:
            office.attempt(
                lambda: office.write(screening.confirm, case.id, found.digest, today(), note=note),
                by=self,
                failed=self._refuse,
            )

    def _refuse(self, error: KasebookError) -> None:
        self.refresh()
        self.banner.refuse(error)

    def _set(self, name: str, text: str) -> None:
        case, office = self._case, self._desk.office
        if case is not None:
            office.attempt(
                lambda: office.write(case_facts.set_fact, case.id, name, text),
                by=self,
                failed=partial(self.panel.refuse, name),
            )
