"""The firm's own rules: what stands, what stood before, and the form for one more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain import firm_rules as rules_of_firm
from app.domain.firm_rules import Action
from app.i18n import _, language
from app.services import firm_rules, item_texts, packs
from app.services.firm_rules import NewRule, RuleLine
from app.settings import today
from app.ui.page import Desk
from app.ui.rules import override_model
from app.ui.rules.override_form import OverrideForm
from app.ui.rules.override_model import COLUMNS
from app.ui.tabs import ListTab
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
        self._lines: list[RuleLine] = []
        self.model: SectionModel[RuleLine] = SectionModel(COLUMNS, lambda line: line.rule.id, self)
        self.table = SectionView(self.model, "rules.overrides", _("Our rules"), desk.settings)
        self.add = button(_("New rule"), icon="plus", kind="primary", name="rules.overrides.add")
        self.nothing = EmptyState(
            "scale",
            _("No rule of our own"),
            _("Change what a pack says, switch an item off, or add one: dated, with reason and source."),
        )
        self.view = RuleView()
        self.form = OverrideForm(desk)
        self.panel = QStackedWidget()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.panel.setProperty("surface", "true")
        self.panel.setMinimumWidth(360)
        self.panel.addWidget(EmptyState("pencil", _("No rule chosen")))
        self.panel.addWidget(scrolled(self.view))
        self.panel.addWidget(scrolled(PlainLabel(_("A rule of our own"), "heading"), self.form))
        bar: list[QWidget | None] = [None, self.add]
        self.halves = ListAndPanel("rules.overrides.splitter", bar, self.table, self.nothing, self.panel)
        self.fill()

    def _connect(self) -> None:
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _key: self.change())
        self.add.clicked.connect(lambda: self.begin())
        self.view.change.clicked.connect(self.change)
        self.form.wanted.connect(self._record)

    def refresh(self) -> None:
        """Read the rules anew; the chosen one stays chosen."""
        self._lines = self._desk.office.read(firm_rules.lines, today())
        self.model.show_sections(override_model.sections(self._lines))
        self.halves.show_list(bool(self._lines))
        if self.panel.currentIndex() != FORM:
            self._show(self.table.current_key())

    def _show(self, key: object) -> None:
        line = self.model.row(key)
        self.form.leave()
        self.panel.setCurrentIndex(VIEW if line else EMPTY)
        if line is not None:
            same = [each for each in self._lines if each.rule.about == line.rule.about and each is not line]
            self.view.show_line(line, same)

    def begin(self, category: str = "", post: str = "", item: str = "") -> None:
        """Show the form for a new rule, about an item if one is given."""
        self.panel.setCurrentIndex(FORM)
        self.form.begin(category, post, item)

    def change(self) -> None:
        """Show the form for a newer rule about the item of the chosen one."""
        line = self.model.row(self.table.current_key())
        if line is not None:
            self.begin(*line.rule.about)

    def leave(self) -> None:
        """Keep what was typed."""
        self.form.leave()

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
        self.panel.setCurrentIndex(EMPTY)
        self.refresh()
        self.table.choose(key)
        self._desk.messages.tell(
            _("Recorded. Open cases keep their rules until they are re-based."),
            _("See what it changes"),
            self.rebasing.emit,
        )


class RuleView(QWidget):
    """One rule in words, with what was recorded about the same item."""

    def __init__(self) -> None:
        super().__init__()
        self.code = PlainLabel(tone="muted")
        self.title = PlainLabel(tone="heading")
        self.problem = PlainLabel(tone="error")
        self.problem.setObjectName("rules.override.problem")
        self.told = PlainLabel()
        self.says = PlainLabel(tone="muted")
        self.before = PlainLabel(tone="muted")
        self.change = button(_("Change"), icon="pencil", name="rules.overrides.change")
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self.code, self.title, self.problem, self.told):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addWidget(self.says)
        layout.addWidget(self.before)

    def show_line(self, line: RuleLine, same: Sequence[RuleLine]) -> None:
        """Show a rule; ``same`` are the others about its item."""
        self.code.setText(override_model.about(line))
        self.title.setText(line.title.text(language()))
        self.problem.setText(
            _("{problem}. What is shipped stays in force.").format(problem=line.problem)
            if line.problem
            else ""
        )
        self.problem.setVisible(bool(line.problem))
        self.told.setText(override_model.told(line))
        self.says.setText(_says(line))
        self.says.setVisible(bool(self.says.text()))
        others = [_("Recorded about the same item:"), *(override_model.told(each) for each in same)]
        self.before.setText("\n".join(others) if same else "")
        self.before.setVisible(bool(same))


def _says(line: RuleLine) -> str:
    if line.rule.action is not Action.ITEM or line.problem:
        return ""
    item = rules_of_firm.read(line.rule, packs.cited())
    return "\n".join(f"{label}: {text}" for label, text in item_texts.described(item))
