"""A list at the left and the chosen thing at the right, or under it where there is no room beside it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.table_view import TableView

PANEL_WIDTH = 400
NARROW = 780  # pixels; below this the panel stands under the list


class ListAndPanel(QSplitter):
    """Lays out a table with a bar over it, what stands there while it is empty, and the panel."""

    def __init__(
        self, name: str, bar: list[QWidget | None], table: TableView, nothing: EmptyState, panel: QWidget
    ) -> None:
        """Take the widgets of the ``bar`` from the left; None is the room between left and right."""
        super().__init__()
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        self._stack.addWidget(nothing)
        self.addWidget(self._list(bar))
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.setSizes([1000 - PANEL_WIDTH, PANEL_WIDTH])

    def _list(self, bar: list[QWidget | None]) -> QFrame:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        for widget in bar:
            if widget is None:
                row.addStretch()
            else:
                row.addWidget(widget)
        left = QFrame()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        return left

    def show_list(self, is_there: bool) -> None:
        """Show the table, or what stands in its place while it is empty."""
        self._stack.setCurrentIndex(0 if is_there else 1)

    def set_narrow(self, width: int) -> None:
        """Arrange both for the room there is."""
        wanted = Qt.Orientation.Vertical if width < NARROW else Qt.Orientation.Horizontal
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            QTimer.singleShot(0, self, self._share_room)

    def _share_room(self) -> None:
        is_below = self.orientation() == Qt.Orientation.Vertical
        whole = self.height() if is_below else self.width()
        panel = whole // 2 if is_below else PANEL_WIDTH
        self.setSizes([whole - panel, panel])
