"""The facts of a case: a list with what is to ask first, and the chosen one to be set by choice."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from app.domain.choices import Purpose
from app.i18n import _
from app.services import case_facts, case_values, checklists, people
from app.services.cases import CaseView
from app.settings import today
from app.ui.case import facts_model
from app.ui.case.fact_panel import FactPanel
from app.ui.case.facts_model import COLUMNS, FactRow
from app.ui.page import Desk
from app.ui.tabs import PanelTab
from app.ui.widgets.section_model import SectionModel
from app.ui.widgets.section_view import SectionView

PANEL_WIDTH = 390


class FactsTab(PanelTab):
    """Enter or F2 goes to the choices of the chosen fact, Escape back to the list."""

    table: SectionView
    panel: FactPanel
    asking_person = Signal()
    asking_details = Signal()
    asking_item = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self.model: SectionModel[FactRow] = SectionModel(COLUMNS, lambda row: row.name, self)
        self.table = SectionView(self.model, "case.facts", _("Facts"), desk.settings)
        self.panel = FactPanel()
        self.splitter = QSplitter()
        self.splitter.setObjectName("case.facts.splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([1000 - PANEL_WIDTH, PANEL_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.table.chosen.connect(lambda key: self.panel.show_fact(self.model.row(key)))
        self.table.opened.connect(lambda _key: self.panel.focus())
        self.panel.setting.connect(self._set)
        self.panel.asking_person.connect(self.asking_person)
        self.panel.asking_details.connect(self.asking_details)
        self.panel.asking_item.connect(self.asking_item)

    def show_case(self, case: CaseView) -> None:
        """Show a case's facts as they are now."""
        is_other = self._case is None or self._case.id != case.id
        self._case = case
        self.refresh()
        if is_other:
            self.table.scrollToTop()
            self.table.choose_first()

    def refresh(self) -> None:
        """Read the facts anew; the chosen one stays chosen."""
        if self._case is None:
            return
        read, case = self._desk.office.read, self._case
        asked = facts_model.asked_by(read(checklists.lines, case.id, today()))
        found = facts_model.rows(
            read(case_facts.lines, case.id, today()),
            asked,
            set(read(case_values.entered, case.id)),
            has_consent=read(people.has_consent, case.person_id, Purpose.SENSITIVE),
        )
        self.model.show_sections(facts_model.sections(found, asked))
        self.panel.show_fact(self.model.row(self.table.current_key()))

    def leave(self) -> None:
        """Nothing waits: a fact is saved when it is chosen."""

    def show_fact(self, name: str) -> None:
        """Choose a fact."""
        self.table.choose(name)

    def set_narrow(self, width: int) -> None:
        """Put the chosen fact under the list where there is no room beside it."""
        is_narrow = width < 2 * PANEL_WIDTH
        self.splitter.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)

    def _set(self, name: str, text: str) -> None:
        case, office = self._case, self._desk.office
        if case is not None:
            office.attempt(
                lambda: office.write(case_facts.set_fact, case.id, name, text),
                by=self,
                failed=partial(self._refused, name),
            )

    def _refused(self, name: str, error: object) -> None:
        if self.table.current_key() == name:
            self.panel.refuse(error)  # type: ignore[arg-type]  # the office hands over a KasebookError
