"""Packs and items: every item with its basis and source, and two sets of rules compared item by item."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.i18n import _, language
from app.services import rule_versions
from app.settings import today
from app.ui.page import Desk
from app.ui.rules import items_model
from app.ui.rules.items_model import COLUMNS, ItemRow
from app.ui.tabs import ListTab
from app.ui.widgets.editor import Combo
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.section_model import SectionModel
from app.ui.widgets.section_view import SectionView


class ItemsTab(ListTab):
    """Enter begins a rule of the firm about the chosen item."""

    table: SectionView
    changing = Signal(str, str)  # category and item of which the firm wants a rule of its own

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._category = ""
        self.model: SectionModel[ItemRow] = SectionModel(COLUMNS, lambda row: row.item.id, self)
        self.table = SectionView(self.model, "rules.items", _("Items"), desk.settings)
        self.version = Combo("rules.items.version")
        self.other = Combo("rules.items.other")
        self.nothing = EmptyState("circle-check", _("No difference"), _("Both have the same items."))
        self.panel = ItemPanel()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        for combo, label in ((self.version, _("Rules in view")), (self.other, _("Compared with"))):
            combo.setAccessibleName(label)
            combo.setAccessibleDescription(label)
            combo.setMinimumContentsLength(18)
        Fitting(self.table, ("basis",))
        bar: list[QWidget | None] = [
            self.version,
            PlainLabel(_("compared with"), "muted", wraps=False),
            self.other,
            None,
        ]
        self.halves = ListAndPanel("rules.items.splitter", bar, self.table, self.nothing, self.panel)
        self.fill()

    def _connect(self) -> None:
        self.version.activated.connect(lambda _at: self._fill())
        self.other.activated.connect(lambda _at: self._fill())
        self.table.chosen.connect(lambda key: self.panel.show_row(self.model.row(key)))
        self.table.opened.connect(lambda _key: self._change())
        self.panel.change.clicked.connect(self._change)

    def refresh(self) -> None:
        """Read what there is to look at anew; what is in view stays."""
        found = self._desk.office.read(rule_versions.versions, today())
        for combo, first in ((self.version, []), (self.other, [("", _("nothing"))])):
            chosen = combo.currentData()
            combo.clear()
            for key, label in [*first, *((each.key, each.label) for each in found)]:
                combo.addItem(label, key)
            combo.setCurrentIndex(max(combo.findData(chosen), 0))
        self._fill()

    def _fill(self) -> None:
        read = self._desk.office.read
        rules = read(rule_versions.rules, str(self.version.currentData()), today())
        other = str(self.other.currentData() or "")
        old = read(rule_versions.rules, other, today()) if other else None
        self._category = rules.category
        self.model.show_sections(items_model.sections(rules, old))
        self.halves.show_list(self.model.rowCount() > 0)
        self.panel.show_row(self.model.row(self.table.current_key()))

    def show_item(self, code: str) -> None:
        """Choose an item of what is in view."""
        self.table.choose(code)

    def _change(self) -> None:
        row = self.model.row(self.table.current_key())
        if row is not None:
            self.changing.emit(self._category, row.item.id)


class ItemPanel(QStackedWidget):
    """One item in words, or what of it differs."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "true")
        self.setMinimumWidth(340)
        self.code = PlainLabel(tone="muted")
        self.title = PlainLabel(tone="heading")
        self.detail = PlainLabel()
        self.detail.setObjectName("rules.items.detail")
        self.change = button(_("A rule of our own"), icon="pencil", name="rules.items.change")
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.change)
        row.addStretch()
        self.addWidget(EmptyState("list-checks", _("No item chosen")))
        self.addWidget(scrolled(self.code, self.title, self.detail, below))

    def show_row(self, row: ItemRow | None) -> None:
        """Show an item; None for none."""
        self.setCurrentIndex(0 if row is None else 1)
        if row is not None:
            self.code.setText(row.item.id)
            self.title.setText(row.item.title.text(language()))
            self.detail.setText(items_model.detail(row))
