"""The checklist of a case: its lines at the left, the chosen one at the right."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.item_records import ItemState
from app.errors import Conflict, KasebookError
from app.i18n import _
from app.services import case_facts, checklists, firms, frozen_rules
from app.services.case_facts import FactLine
from app.services.cases import CaseView
from app.services.checklists import ItemLine
from app.settings import today
from app.ui.case import checklist_model, inline, state_box
from app.ui.case.checklist_model import VIEWS
from app.ui.case.conflict_bar import ConflictBar
from app.ui.case.line_panel import LinePanel
from app.ui.page import Desk
from app.ui.widgets.editor import Combo
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.inline_edit import InlineEdit
from app.ui.widgets.section_model import SectionModel
from app.ui.widgets.section_view import SectionView

NARROW = 780  # pixels; below this the chosen line stands under the list
PANEL_WIDTH = 390


class ChecklistTab(QWidget):
    """Space ticks, F2 edits a cell in place, Enter goes into the line, the menu key offers its moves."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self._lines: tuple[ItemLine, ...] = ()
        self._facts: Mapping[str, FactLine] = {}
        self._names: Mapping[Any, str] = {}
        columns = checklist_model.columns(lambda key: self._names.get(key, ""))
        self.model: SectionModel[ItemLine] = SectionModel(columns, lambda line: line.row_id, self)
        self.table = SectionView(self.model, "case.checklist", _("Checklist"), desk.settings)
        cells = inline.editable(desk.office, self._line_now)
        self.inline = InlineEdit(desk, self.table, cells, "case.checklist.cell")
        self.view = Combo("case.checklist.view")
        self.conflict = ConflictBar("case.checklist")
        self.panel = LinePanel(desk)
        self.nothing = EmptyState(
            "circle-check", _("Nothing here"), _("No line of the checklist is in this view.")
        )
        self.menu = QMenu(self)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self.view.setAccessibleName(_("Lines in view"))
        self.view.setAccessibleDescription(_("Lines in view"))
        self.view.setMinimumContentsLength(20)
        for name, label, _fits in VIEWS:
            self.view.addItem(label, name)
        Fitting(self.table, ("responsible", "dates", "due"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        self.splitter = QSplitter()
        self.splitter.setObjectName("case.checklist.splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._list())
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([1000 - PANEL_WIDTH, PANEL_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _list(self) -> QFrame:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.addWidget(self.view)
        bar.addStretch()
        left = QFrame()
        left.setProperty("surface", "true")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.conflict)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)
        return left

    def _connect(self) -> None:
        self.view.activated.connect(lambda _at: self._change_view())
        self.table.chosen.connect(self._show_line)
        self.table.opened.connect(lambda _key: self.panel.focus())
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.clicked.connect(self._click)
        self.model.ticking.connect(self._tick)
        self.panel.moving.connect(self._move_current)
        self.panel.setting.connect(self._set_fact)
        self.conflict.reloading.connect(self.refresh)
        self.conflict.settled.connect(self.focus)

    def show_case(self, case: CaseView) -> None:
        """Show a case's checklist as it is now."""
        is_other = self._case is None or self._case.id != case.id
        self._case = case
        if is_other:
            self.panel.leave()
            self.conflict.settle()
        self.refresh()
        if is_other:
            self.table.scrollToTop()
            self.table.choose_first()

    def refresh(self) -> None:
        """Read the lines anew; the chosen one stays chosen."""
        if self._case is None:
            return
        office = self._desk.office
        self._lines = office.read(checklists.lines, self._case.id, today())
        self._names = office.read(firms.names)
        found = office.read(case_facts.lines, self._case.id, today())
        self._facts = {line.fact.name: line for line in found}
        self._fill()

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.inline.leave()
        self.panel.leave()

    def _line_now(self, key: UUID) -> ItemLine:
        """Return a line as it is in the casebook now."""
        assert self._case is not None
        found = self._desk.office.read(checklists.lines, self._case.id, today())
        return next(line for line in found if line.row_id == key)

    def edit_cell(self) -> None:
        """Edit the current cell in place, or the next one of the line that can be."""
        self.panel.leave()
        self.inline.begin()

    def focus(self) -> None:
        """Put the focus into the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(self, code: str) -> None:
        """Choose the first line of an item, such as "K-DOC-06", whatever view is shown."""
        line = next((line for line in self._lines if line.line.item.id == code), None)
        if line is not None:
            self.show_line(line.row_id)

    def show_line(self, row_id: UUID) -> None:
        """Choose a line by its key, whatever view is shown."""
        if not self.table.choose(row_id):
            self.view.setCurrentIndex(len(VIEWS) - 1)
            self._fill()
            self.table.choose(row_id)
        self.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit a cell with F2, and go back to the list with Escape."""
        if event.key() == Qt.Key.Key_F2:
            self.edit_cell()
        elif event.key() == Qt.Key.Key_Escape and not self.table.hasFocus():
            self.focus()
        else:
            super().keyPressEvent(event)

    def set_narrow(self, width: int) -> None:
        """Put the chosen line under the list where there is no room beside it."""
        wanted = Qt.Orientation.Vertical if width < NARROW else Qt.Orientation.Horizontal
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            QTimer.singleShot(0, self, self._share_room)

    def _share_room(self) -> None:
        is_below = self.splitter.orientation() == Qt.Orientation.Vertical
        whole = self.splitter.height() if is_below else self.splitter.width()
        panel = whole * 2 // 5 if is_below else PANEL_WIDTH
        self.splitter.setSizes([whole - panel, panel])
        self.table.scrollTo(self.table.currentIndex())

    def _fill(self) -> None:
        for at, (_name, label, fits) in enumerate(VIEWS):
            self.view.setItemText(at, _(label).format(count=sum(map(fits, self._lines))))
        self.model.show_sections(checklist_model.sections(self._lines, str(self.view.currentData())))
        self.stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._show_line(self.table.current_key())

    def _change_view(self) -> None:
        self._fill()
        if self.table.current_key() is None:
            self.table.choose_first()

    def _show_line(self, key: object) -> None:
        if self._case is not None:
            rules = self._desk.office.read(frozen_rules.rules_of, self._case.rule_set)
            self.panel.show_line(self._case.id, self.model.row(key), self._facts, rules)

    def _show_menu(self, place: QPoint) -> None:
        line = self.table.current_row()
        if isinstance(line, ItemLine):
            self.menu.clear()
            state_box.fill(self.menu, line.line.state, self.panel.state.ask_to_move)
            self.menu.popup(self.table.menu_place(place))

    def _click(self, index: object) -> None:
        """Open the moves by a click on the state."""
        column = getattr(index, "column", int)()
        if self.model.columns[column].id == "state":
            rect = self.table.visualRect(self.table.currentIndex())
            self._show_menu(rect.bottomLeft())

    def tick(self) -> None:
        """Tick or untick the chosen line."""
        self.table.tick()

    def _tick(self, key: object, is_ticked: bool) -> None:
        """Tick: checked by us. Untick: it is still here, and to be checked again."""
        line = self.model.row(key)
        if line is not None:
            self._move(line, ItemState.ACCEPTED if is_ticked else ItemState.RECEIVED)

    def _move_current(self, to: ItemState, reason: str) -> None:
        line = self.table.current_row()
        if isinstance(line, ItemLine):
            self._move(line, to, reason)

    def _move(self, line: ItemLine, to: ItemState, reason: str = "") -> None:
        self.panel.leave()
        office = self._desk.office
        fresh = self.model.row(line.row_id) or line  # leaving the panel may have saved a field
        office.attempt(
            lambda: office.write(
                checklists.move_item, fresh.row_id, fresh.version, to, today(), reason=reason
            ),
            by=self,
            failed=partial(self._refused, fresh, to, reason),
        )

    def _refused(self, line: ItemLine, to: ItemState, reason: str, error: KasebookError) -> None:
        if isinstance(error, Conflict):
            self.refresh()
            now = self.model.row(line.row_id) or line
            self.conflict.show_conflict(
                error,
                theirs=f"{checklist_model.title(now)}: {_(now.line.state.label)}",
                mine=f"{checklist_model.title(line)}: {_(to.label)}",
                again=lambda: self._move(self.model.row(line.row_id) or line, to, reason),
            )
        elif getattr(error, "field", "") == "state_reason":
            self.panel.state.ask_reason(to)
        else:
            self._desk.messages.trouble(error)

    def _set_fact(self, name: str, text: str) -> None:
        case, office = self._case, self._desk.office
        if case is not None:
            office.attempt(
                lambda: office.write(case_facts.set_fact, case.id, name, text),
                by=self,
                failed=partial(self.panel.questions.refuse, name),
            )
