"""Which columns a list shows, in which order: a small list that opens over it and is worked by keyboard."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from app.i18n import _
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.table_view import TableView

WIDTH, ROWS_SEEN, ROW = 260, 14, 26
_ID = int(Qt.ItemDataRole.UserRole)


class ColumnChooser(QFrame):
    """Space shows or hides a column, Alt with an arrow moves it, Escape closes. Tells when it changed one."""

    changed = Signal()

    def __init__(self, table: TableView) -> None:
        super().__init__(table, Qt.WindowType.Popup)
        self._table = table
        self.list = ColumnList()
        self.usual = button(_("As usual"), kind="link", name=f"{table.objectName()}.columns.usual")
        self.setProperty("popup", "true")
        self.list.setObjectName(f"{table.objectName()}.columns")
        self.list.setAccessibleName(_("Columns"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(PlainLabel(_("Space shows or hides, Alt+↑ and Alt+↓ move."), "muted"))
        layout.addWidget(self.list)
        layout.addWidget(self.usual)
        self.setFixedWidth(WIDTH)
        self.list.itemChanged.connect(lambda _item: self._apply())
        self.list.moved.connect(self._apply)
        self.usual.clicked.connect(self._reset)

    def open_at(self, place: QPoint) -> None:
        """Open with its right top corner at a place on the screen."""
        self._fill()
        self.list.setFixedHeight(min(self.list.count(), ROWS_SEEN) * ROW + 8)
        self.adjustSize()
        self.move(place.x() - self.width(), place.y())
        self.show()
        self.list.setFocus()

    def _fill(self) -> None:
        was = self.list.blockSignals(True)
        self.list.clear()
        shown = self._table.columns_wanted()
        rest = [at for at in range(len(self._table.rows.columns)) if at not in shown]
        for at in (*shown, *rest):
            column = self._table.rows.columns[at]
            item = QListWidgetItem(_(column.title))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if at in shown else Qt.CheckState.Unchecked)
            item.setData(_ID, column.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(was)

    def _apply(self) -> None:
        items = [self.list.item(at) for at in range(self.list.count())]
        wanted = [str(item.data(_ID)) for item in items if item.checkState() == Qt.CheckState.Checked]
        if wanted:  # a list without columns would show nothing to be brought back by
            self._table.show_columns(wanted)
            self.changed.emit()
        else:
            self._fill()

    def _reset(self) -> None:
        self._table.show_columns(())
        self._fill()
        self.changed.emit()


class ColumnList(QListWidget):
    """Items that Alt with an arrow moves."""

    moved = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current item, or do what lists do."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not steps or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        at, to = self.currentRow(), self.currentRow() + steps
        if 0 <= to < self.count():
            was = self.blockSignals(True)
            self.insertItem(to, self.takeItem(at))
            self.setCurrentRow(to)
            self.blockSignals(was)
            self.moved.emit()
