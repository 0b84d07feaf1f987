"""A table as all lists of the program show one: rows of one height, remembered widths, selection by key."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from app.domain.layouts import Layout
from app.settings import Settings
from app.ui import theme
from app.ui.widgets.pill_delegate import (
    ROW_HEIGHT as ROW_HEIGHT,  # lists of few rows measure themselves by it
)
from app.ui.widgets.pill_delegate import PillDelegate
from app.ui.widgets.table_model import TableModel

HEADER_HEIGHT = 32
BAR_WIDTH = 3
SAVE_WIDTHS_MS = 500
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class TableView(QTableView):
    """Shows a ``TableModel``; ``name`` is its object name, under which its widths are remembered.

    The keys of the current row and of the selected ones are kept while the rows change under them;
    ``several`` rows can be selected.
    """

    chosen = Signal(object)  # the key of the row that became current, None for none
    opened = Signal(object)  # the key of the row that was double-clicked, or Enter pressed on

    def __init__(
        self,
        model: TableModel[Any],
        name: str,
        accessible: str,
        settings: Settings | None = None,
        *,
        several: bool = False,
    ) -> None:
        super().__init__()
        self.rows = model
        self._settings = settings
        self._key: object = None
        self._selected: list[Any] = []
        self.squeezed: frozenset[int] = frozenset()  # columns hidden for want of room alone
        self.has_own_columns = False  # which the user chose: none of them gives way
        self._widths_timer = QTimer(self, singleShot=True, interval=SAVE_WIDTHS_MS)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setModel(model)
        self._set_up()
        if several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._choose_again)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.key_at(index.row())))
        self._widths_timer.timeout.connect(self._save_widths)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        if any(column.tone for column in self.rows.columns):  # a table without is left to Qt: much faster
            self.setItemDelegate(PillDelegate(self))
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setFixedHeight(HEADER_HEIGHT)
        header.setMinimumSectionSize(48)
        header.setStretchLastSection(True)
        self._widths = list(self._kept_widths())
        for at, width in enumerate(self._widths):
            header.resizeSection(at, width)
        self._show_usual()
        sortable = [at for at, column in enumerate(self.rows.columns) if column.sort]
        if sortable:
            header.setSortIndicator(sortable[0], Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        header.sectionResized.connect(self._take_width)

    def _kept_widths(self) -> tuple[int, ...]:
        kept = self._settings.column_widths.get(self.objectName(), ()) if self._settings else ()
        usual = tuple(column.width for column in self.rows.columns)
        return kept if len(kept) == len(usual) else usual

    def _take_width(self, at: int, _before: int, width: int) -> None:
        """Remember a width the user chose; a hidden or the stretched last column tells nothing."""
        header = self.horizontalHeader()
        shown = [one for one in range(header.count()) if not header.isSectionHidden(one)]
        if width and shown and at != max(shown, key=header.visualIndex):
            self._widths[at] = width
            self._widths_timer.start()

    def _save_widths(self) -> None:
        if self._settings is not None:
            widths = tuple(self._widths)
            self._settings.column_widths = {**self._settings.column_widths, self.objectName(): widths}

    def sorting(self) -> tuple[str, bool]:
        """Return the sort key the header shows, and whether it is descending."""
        header = self.horizontalHeader()
        column = self.rows.columns[header.sortIndicatorSection()]
        return column.sort, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def show_columns(self, wanted: Sequence[str]) -> None:
        """Show these columns, by their ids, in this order; the usual ones where none of them is known."""
        ids = [column.id for column in self.rows.columns]
        places = [ids.index(each) for each in dict.fromkeys(wanted) if each in ids]
        self.has_own_columns = bool(places)
        if not places:
            self._show_usual()
            return
        header = self.horizontalHeader()
        self.squeezed = frozenset()
        for to, at in enumerate([*places, *(at for at in range(len(ids)) if at not in places)]):
            header.moveSection(header.visualIndex(at), to)
        for at in range(len(ids)):
            header.setSectionHidden(at, at not in places)
            if at in places:
                header.resizeSection(at, self._widths[at])

    def _show_usual(self) -> None:
        header = self.horizontalHeader()
        for at, column in enumerate(self.rows.columns):
            header.moveSection(header.visualIndex(at), at)
            header.setSectionHidden(at, column.is_extra)

    def shows_extra(self) -> bool:
        """Say whether a column is shown that usually is not."""
        return any(self.rows.columns[at].is_extra for at in self.columns_wanted())

    def layout_shown(self) -> Layout:
        """Return which columns are shown, in which order, sorted by what."""
        ids = [column.id for column in self.rows.columns]
        return Layout(tuple(ids[at] for at in self.columns_wanted()), *self.sorting())

    def lay_out(self, layout: Layout | None) -> None:
        """Show a list as ``layout`` says; None for its usual columns and sort."""
        self.show_columns(layout.columns if layout else ())
        sorts = [column.sort for column in self.rows.columns]
        key = layout.sort if layout and layout.sort in sorts else next((each for each in sorts if each), "")
        if key:
            order = (
                Qt.SortOrder.DescendingOrder if layout and layout.descending else Qt.SortOrder.AscendingOrder
            )
            self.sortByColumn(sorts.index(key), order)

    def columns_wanted(self) -> list[int]:
        """Return the columns in the order of the screen, with those hidden only for want of room."""
        header = self.horizontalHeader()
        ordered = [header.logicalIndex(at) for at in range(header.count())]
        return [at for at in ordered if at in self.squeezed or not header.isSectionHidden(at)]

    def current_key(self) -> Any:
        """Return the key of the current row, None where there is none."""
        return self.rows.key_at(self.currentIndex().row())

    def selected_keys(self) -> list[Any]:
        """Return the keys of the selected rows, in the order of the table."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.key_at(row) for row in rows]

    def choose(self, key: object) -> bool:
        """Make the row of ``key`` current and show it; say whether it is there."""
        row = self.rows.row_of(key)
        if row < 0:
            return False
        column = max(self.currentIndex().column(), 0)
        self.setCurrentIndex(self.rows.index(row, column))
        return True

    def choose_first(self) -> None:
        """Make the first row current, where there is one."""
        self.choose(self.rows.key_at(0))

    def _remember(self) -> None:
        self._key = self.current_key()
        chosen = self.selected_keys()
        self._selected = chosen if len(chosen) > 1 else []

    def _choose_again(self) -> None:
        was = self.blockSignals(True)
        found = self._key is None or self.choose(self._key)
        self._select_again()
        self.blockSignals(was)
        if not found:
            self.chosen.emit(None)

    def _select_again(self) -> None:
        wanted = set(self._selected)
        if not wanted:
            return
        selection = QItemSelection()
        for row in range(self.rows.rowCount()):
            if self.rows.key_at(row) in wanted:
                selection.select(self.rows.index(row, 0), self.rows.index(row, 0))
        kinds = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, kinds.Select | kinds.Rows)

    def _tell_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        key = self.rows.key_at(current.row())
        if key is not None:
            self.chosen.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and at the current row's left a bar that shows that keys go there."""
        super().paintEvent(event)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            row = self.visualRect(current)
            QPainter(self.viewport()).fillRect(0, row.y(), BAR_WIDTH, row.height(), theme.colour("accent"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row when the focus comes by Tab; Qt would make it current in any case."""
        has_current = self.currentIndex().isValid()
        was = self.selectionModel().blockSignals(True)
        super().focusInEvent(event)
        if not has_current:  # which leaves what is selected as it is
            self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().blockSignals(was)
        if not has_current and event.reason() in _BY_TAB:
            self.choose_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key() is not None:
            self.opened.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def menu_place(self, place: QPoint) -> QPoint:
        """Return where a context menu asked for at ``place`` opens on the screen."""
        return self.viewport().mapToGlobal(place)
