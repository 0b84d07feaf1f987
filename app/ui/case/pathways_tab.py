"""The pathways side by side for what is known of a case: a table to walk by keyboard, and its details."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.i18n import _, language
from app.services import pathways
from app.services.cases import CaseView
from app.settings import today
from app.ui.case import pathways_model
from app.ui.case.pathways_model import CellText
from app.ui.page import Desk
from app.ui.widgets.plain import PlainLabel, line, plain_tip
from app.ui.widgets.scrolled import scrolled

DETAIL_WIDTH = 320
NARROW = 1180  # pixels; below this the details stand under the table
PADDING = 10


class PathwaysTab(QWidget):
    """Arrow keys walk through the cells; what a cell says in full, and where it comes from, stands beside."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseView | None = None
        self._cells: list[list[CellText]] = []
        self.table = QTableWidget()
        self.head = PlainLabel(tone="heading")
        self.text = PlainLabel()
        self.origin = PlainLabel(tone="muted")
        self.notes = PlainLabel()
        self._assemble()
        self.table.currentCellChanged.connect(lambda row, column, *_before: self._show_cell(row, column))

    def _assemble(self) -> None:
        table = self.table
        table.setObjectName("case.pathways")
        table.setAccessibleName(_("Pathways compared"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(middle)
        table.horizontalHeader().setHighlightSections(False)
        side = QFrame()
        side.setProperty("surface", "true")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(self.head, self.text, self.origin, line(), self.notes))
        self.splitter = QSplitter()
        self.splitter.setObjectName("case.pathways.splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(table)
        self.splitter.addWidget(side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([1000 - DETAIL_WIDTH, DETAIL_WIDTH])
        self.splitter.splitterMoved.connect(lambda _at, _index: self._fit_rows())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def show_case(self, case: CaseView) -> None:
        """Show the comparison for a case as it is now."""
        self._case = case
        self.refresh()

    def refresh(self) -> None:
        """Compare anew; the chosen cell stays chosen."""
        if self._case is None:
            return
        found = self._desk.office.read(pathways.of_case, self._case.id, today())
        at = (max(0, self.table.currentRow()), max(0, self.table.currentColumn()))
        labels, self._cells = pathways_model.table(found)
        self.table.setRowCount(len(labels))
        self.table.setColumnCount(len(found.columns))
        self.table.setVerticalHeaderLabels(labels)
        self.table.setHorizontalHeaderLabels([each.pathway.title.text(language()) for each in found.columns])
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, _item(cell))
        self.notes.setText(pathways_model.notes(found))
        self.table.setCurrentCell(*at)
        self._show_cell(*at)
        self._fit_rows()

    def leave(self) -> None:
        """Nothing is typed here."""

    def focus(self) -> None:
        """Put the focus into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """Put the details under the table where there is no room beside it."""
        wanted = Qt.Orientation.Vertical if width < NARROW else Qt.Orientation.Horizontal
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            QTimer.singleShot(0, self, self._share_room)
        QTimer.singleShot(0, self, self._fit_rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the rows to the width there is."""
        super().showEvent(event)
        self._fit_rows()

    def _share_room(self) -> None:
        is_below = self.splitter.orientation() == Qt.Orientation.Vertical
        whole = self.splitter.height() if is_below else self.splitter.width()
        details = whole // 3 if is_below else DETAIL_WIDTH
        self.splitter.setSizes([whole - details, details])

    def _fit_rows(self) -> None:
        count = self.table.columnCount()
        if count:
            room = self.table.viewport().width()
            for column in range(count):
                self.table.setColumnWidth(column, max(140, room // count))
            self.table.resizeRowsToContents()
            for row in range(self.table.rowCount()):
                self.table.setRowHeight(row, self.table.rowHeight(row) + PADDING)

    def _show_cell(self, row: int, column: int) -> None:
        if 0 <= row < len(self._cells) and 0 <= column < len(self._cells[row]):
            cell = self._cells[row][column]
            self.head.setText(cell.head)
            self.text.setText(cell.full)
            self.origin.setText(cell.origin)


def _item(cell: CellText) -> QTableWidgetItem:
    made = QTableWidgetItem(cell.short)
    made.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    made.setToolTip(plain_tip(cell.full))
    made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{cell.head}. {cell.full}")
    made.setSizeHint(QSize())
    return made
