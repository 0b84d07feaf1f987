"""The firm's own rules: what stands, what stood before, and the form for one more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.table_kinds import TableKind
from app.i18n import _
from app.services import firm_rules, firm_tables
from app.services.firm_rules import NewRule
from app.services.firm_tables import NewRow, TableLine
from app.settings import today
from app.ui.long_writes import LongWrites
from app.ui.page import Desk
from app.ui.rules import override_model
from app.ui.rules.choices_of_rule import LABEL_WIDTH
from app.ui.rules.override_form import OverrideForm
from app.ui.rules.override_model import COLUMNS, AnyLine
from app.ui.rules.override_view import RuleView
from app.ui.rules.row_form import RowForm
from app.ui.tabs import ListTab
from app.ui.widgets.editor import Combo
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.section_model import SectionModel
from app.ui.widgets.section_view import SectionView

EMPTY, VIEW, FORM = range(3)


class OverridesTab(ListTab):
    """F2 or Enter changes the chosen rule, Escape goes back to the list."""

    table: SectionView
    rebasing = Signal()  # the user wants to see what the new rule changes in open cases

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._writes = LongWrites(desk)
        self._lines: list[AnyLine] = []
        self.model: SectionModel[AnyLine] = SectionModel(COLUMNS, lambda line: line.rule.id, self)
        self.table = SectionView(self.model, "rules.overrides", _("Our rules"), desk.settings)
        self.add = button(_("New rule"), icon="plus", kind="primary", name="rules.overrides.add")
        self.nothing = EmptyState(
            "scale",
            _("No rule of our own"),
            _("Change what a pack or table says, switch it off or add to it: dated, with reason and source."),
        )
        self.view = RuleView()
        self.kind = Combo("rules.override.kind")
        self.form = OverrideForm(desk)
        self.rows = RowForm(desk)
        self.panel = QStackedWidget()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.panel.setProperty("surface", "true")
        self.panel.setMinimumWidth(360)
        self.panel.addWidget(EmptyState("pencil", _("No rule chosen")))
        self.panel.addWidget(scrolled(self.view))
        self.panel.addWidget(
            scrolled(PlainLabel(_("A rule of our own"), "heading"), self._about(), self.form, self.rows)
        )
        bar: list[QWidget | None] = [None, self.add]
        self.halves = ListAndPanel("rules.overrides.splitter", bar, self.table, self.nothing, self.panel)
        self.fill()

    def _about(self) -> QWidget:
        self.kind.addItem(_("Checklist item"), "")
        for kind in TableKind:
            self.kind.addItem(_(kind.label), kind.value)
        self.kind.setAccessibleName(_("Rule about"))
        self.kind.setAccessibleDescription(_("Rule about"))
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        label = PlainLabel(_("Rule about"), "field", wraps=False)
        label.setFixedWidth(LABEL_WIDTH)
        row.addWidget(label)
        row.addWidget(self.kind, 1)
        return whole

    def _connect(self) -> None:
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _key: self.change())
        self.add.clicked.connect(lambda: self.begin())
        self.view.change.clicked.connect(self.change)
        self.form.wanted.connect(self._record)
        self.rows.wanted.connect(self._record_row)
        self.kind.activated.connect(lambda _at: self._begin_kind())

    def refresh(self) -> None:
        """Read the rules anew; the chosen one stays chosen."""
        read = self._desk.office.read
        self._lines = [*read(firm_rules.lines, today()), *read(firm_tables.lines, today())]
        self.model.show_sections(override_model.sections(self._lines))
        self.halves.show_list(bool(self._lines))
        if self.panel.currentIndex() != FORM:
            self._show(self.table.current_key())

    def _show(self, key: object) -> None:
        line = self.model.row(key)
        self.leave()
        self.panel.setCurrentIndex(VIEW if line else EMPTY)
        if line is not None:
            same = [each for each in self._lines if each.rule.about == line.rule.about and each is not line]
            self.view.show_line(line, same)

    def begin(self, category: str = "", post: str = "", item: str = "") -> None:
        """Show the form for a new rule, about an item if one is given."""
        self._show_form("")
        self.form.begin(category, post, item)

    def begin_row(self, table: TableKind, entry: str = "") -> None:
        """Show the form for a rule about a table, and about one of its rows if it is given."""
        self._show_form(table.value)
        self.rows.begin(table, entry)

    def _begin_kind(self) -> None:
        chosen = str(self.kind.currentData())
        self.leave()
        if chosen:
            self.begin_row(TableKind(chosen))
        else:
            self.begin()

    def _show_form(self, kind: str) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.form.setVisible(not kind)
        self.rows.setVisible(bool(kind))
        self.panel.setCurrentIndex(FORM)

    def change(self) -> None:
        """Show the form for a newer rule about the item of the chosen one."""
        line = self.model.row(self.table.current_key())
        if isinstance(line, TableLine):
            self.begin_row(line.rule.table, line.rule.entry)
        elif line is not None:
            self.begin(*line.rule.about)

    def leave(self) -> None:
        """Keep what was typed."""
        self.form.leave()
        self.rows.leave()

    def focus(self) -> None:
        """Put the focus into the list, or on the button where there is none."""
        (self.table if self._lines else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the rule with F2, and go back to the list with Escape."""
        if event.key() == Qt.Key.Key_F2:
            self.change()
        elif event.key() == Qt.Key.Key_Escape and not self.table.hasFocus():
            self._show(self.table.current_key())
            self.focus()
        else:
            super().keyPressEvent(event)

    def _record(self, new: NewRule) -> None:
        office = self._desk.office
        office.attempt(lambda: self._record_now(new), by=self, failed=self.form.refuse)

    def _record_now(self, new: NewRule) -> None:
        key = self._desk.office.write(firm_rules.record, new, today())
        self.form.recorded()
        self._show_recorded(key)
        self._desk.messages.tell(
            _("Recorded. Open cases keep their rules until they are re-based."),
            _("See what it changes"),
            self.rebasing.emit,
        )

    def _record_row(self, new: NewRow) -> None:
        """Record a rule about a table beside the window: deadlines of every open case follow it."""
        self._writes.start(
            _("Recording the rule"),
            firm_tables.record,
            (new, today()),
            by=self,
            done=self._row_recorded,
            failed=self.rows.refuse,
        )

    def _row_recorded(self, key: object) -> None:
        self.rows.recorded()
        self._show_recorded(key)
        self._desk.messages.tell(_("Recorded. It holds for every case from its day on."))

    def _show_recorded(self, key: object) -> None:
        self.panel.setCurrentIndex(EMPTY)
        self.refresh()
        self.table.choose(key)
