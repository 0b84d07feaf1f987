"""The page of the history: what was done, newest first, and the way back; beside it the owner's lists."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout

from app.i18n import N_, _, plural
from app.services import firms, history
from app.services.audits import Audit
from app.services.history_filter import EVERYTHING
from app.services.orders import Subject
from app.ui.actions import Action
from app.ui.history import list_model
from app.ui.history.audit_tab import AuditTab
from app.ui.history.entry_panel import EntryPanel
from app.ui.history.filter_bar import FilterBar
from app.ui.history.list_model import COLUMNS, HistoryRow
from app.ui.office import Changes
from app.ui.page import Desk, Page
from app.ui.preview.pane import PreviewPane
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.section_model import RichModel
from app.ui.widgets.section_view import RichView

PANEL_WIDTH = 400


class HistoryPage(Page):
    """``show_what`` takes a person's or case's key, and shows only what is about it; so does the filter."""

    name = "history"
    title = N_("History")
    icon = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.count = PlainLabel(tone="muted", wraps=False)
        self.filter = FilterBar(desk.office)
        self.refusal = PlainLabel(tone="error")
        self.refusal.setObjectName("history.refusal")
        self.refusal.setContentsMargins(16, 0, 16, 8)
        self.refusal.hide()
        self.print_button = button(_("Print…"), icon="printer", name="history.print")
        self.print_button.setCheckable(True)
        self.sheet = PreviewPane(desk, "history.sheet", Subject.HISTORY)
        self.all = button(_("Show everything"), icon="x", kind="link", name="history.all")
        self.model: RichModel[HistoryRow] = RichModel(
            COLUMNS, lambda keys: list_model.rows(desk.office, keys), lambda row: row.entry.seq, self
        )
        self.table = RichView(self.model, "history.table", _("History"), desk.settings)
        self.panel = EntryPanel(desk)
        self.tabs = QTabWidget()
        self.audits = {audit: AuditTab(desk, audit) for audit in Audit}
        self._assemble()
        self._connect()
        self.refresh(None, None)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_row)
        self.all.clicked.connect(self._show_all)
        self.filter.changed.connect(lambda: self.refresh(None, None))
        self.filter.refused.connect(self._refuse)
        self.print_button.toggled.connect(self._show_sheet)
        self.sheet.closing.connect(lambda: self.print_button.setChecked(False))
        self.panel.undoing.connect(self._undo)
        self.tabs.currentChanged.connect(lambda _at: self._load_audit())
        for tab in self.audits.values():
            tab.opening.connect(lambda key: self.go.emit("case", key))

    def _assemble(self) -> None:
        self.tabs.addTab(self._steps(), _("Steps"))
        for audit, tab in self.audits.items():
            self.tabs.addTab(tab, _(audit.label))
        self.tabs.setObjectName("history.tabs")
        self.tabs.setAccessibleName(_("Views of the history"))
        self.tabs.setDocumentMode(True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 6)
        head.setSpacing(10)
        head.addWidget(PlainLabel(_("History"), "title", wraps=False), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch()
        head.addWidget(self.all)
        head.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.tabs)

    def _list(self) -> QFrame:
        """Return the steps below their filter."""
        Fitting(self.table, ("state", "at"))
        left = QFrame()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.refusal)
        column.addWidget(self.table, 1)
        return left

    def _steps(self) -> QSplitter:
        """Return the list with what stands beside it: a step, or the print."""
        splitter = QSplitter()
        splitter.setObjectName("history.splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list())
        splitter.addWidget(self.panel)
        splitter.addWidget(self.sheet)
        self.sheet.hide()
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([1100 - PANEL_WIDTH, PANEL_WIDTH])
        return splitter

    def show_what(self, what: object) -> None:
        """Show only what is about the person or case with this key; or one of the owner's lists."""
        if isinstance(what, Audit):
            self.tabs.setCurrentWidget(self.audits[what])
        if isinstance(what, UUID):
            names = self.desk.office.read(history.called, [what])
            self.tabs.setCurrentIndex(0)
            self.filter.show_about(what, names.get(what, ""))
            self.table.choose_first()

    def shown(self) -> None:
        """Put the focus into the list."""
        tab = self.tabs.currentWidget()
        if isinstance(tab, AuditTab):
            tab.focus()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Load the list anew; the chosen step stays chosen."""
        self.filter.offer(self.desk.office.read(firms.users))
        self.refusal.hide()
        chosen = self.filter.chosen()
        seqs = self.desk.office.read(history.seqs, chosen)
        self.model.show_keys(seqs)
        self.count.setText(plural("{count} step", "{count} steps", len(seqs)))
        self._show_row(self.table.current_key())
        if not self.sheet.isHidden():
            self.sheet.show_history(chosen)
        self._load_audit()

    def _load_audit(self) -> None:
        """Read the owner's list that is looked at; the others are read when they are."""
        tab = self.tabs.currentWidget()
        is_steps = not isinstance(tab, AuditTab)
        for part in (self.count, self.print_button):
            part.setVisible(is_steps)
        self.all.setVisible(is_steps and self.filter.chosen() != EVERYTHING)
        if isinstance(tab, AuditTab):
            tab.refresh()

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        return (Action("history.print", N_("Print…"), self.print_button.click, "Ctrl+P", "printer"),)

    def _show_row(self, key: object) -> None:
        self.panel.show_row(self.model.line_at(self.model.row_of(key)))

    def _show_all(self) -> None:
        self.filter.clear()
        self.shown()

    def _refuse(self, text: str) -> None:
        """Say below the filter what can't be read of it."""
        self.refusal.setText(text)
        self.refusal.show()

    def _show_sheet(self, is_wanted: bool) -> None:
        self.sheet.setVisible(is_wanted)
        self.panel.setVisible(not is_wanted)
        if is_wanted:
            self.sheet.show_history(self.filter.chosen())

    def _undo(self, seq: int) -> None:
        self.desk.office.undo(seq, failed=self.panel.refuse)
