"""The tabs of a case, in their order."""

from PySide6.QtWidgets import QTabWidget

from app.i18n import N_, _
from app.ui.case.checklist_tab import ChecklistTab
from app.ui.case.dates_tab import DatesTab
from app.ui.case.details_tab import DetailsTab
from app.ui.case.facts_tab import FactsTab
from app.ui.case.form_tab import FormTab
from app.ui.case.notes_tab import NotesTab
from app.ui.case.pathways_tab import PathwaysTab
from app.ui.case.quote_tab import QuoteTab
from app.ui.case.screening_tab import ScreeningTab
from app.ui.case.what_if_tab import WhatIfTab
from app.ui.page import Desk

AnyTab = (
    ChecklistTab | FactsTab | ScreeningTab | PathwaysTab | WhatIfTab | DatesTab | QuoteTab | DetailsTab
    | FormTab | NotesTab
)  # fmt: skip
TITLES = (
    N_("Checklist"), N_("Facts"), N_("Screening"), N_("Pathways"), N_("What if"), N_("Dates"),
    N_("Quote"), N_("Details"), N_("Form"), N_("Timeline"),
)  # fmt: skip


class CaseTabs(QTabWidget):
    """Each tab by its own name; ``panes`` are all of them, ``pane`` is the one in view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.checklist = ChecklistTab(desk)
        self.facts = FactsTab(desk)
        self.screening = ScreeningTab(desk)
        self.pathways = PathwaysTab(desk)
        self.what_if = WhatIfTab(desk)
        self.dates = DatesTab(desk)
        self.quote = QuoteTab(desk)
        self.details = DetailsTab(desk)
        self.form = FormTab(desk)
        self.notes = NotesTab(desk)
        self.panes: tuple[AnyTab, ...] = (
            self.checklist, self.facts, self.screening, self.pathways, self.what_if, self.dates,
            self.quote, self.details, self.form, self.notes,
        )  # fmt: skip
        self.setObjectName("case.tabs")
        self.setAccessibleName(_("Parts of the case"))
        self.setDocumentMode(True)
        for title, tab in zip(TITLES, self.panes, strict=True):
            self.addTab(tab, _(title))

    @property
    def pane(self) -> AnyTab:
        """The tab in view."""
        return self.panes[self.currentIndex()]
