"""Hides the columns of a table that matter least while there is no room for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject

from app.ui.widgets.table_view import TableView


class Fitting(QObject):
    """Watches the width of ``table``; ``first_to_go`` are column ids, the least needed first."""

    def __init__(self, table: TableView, first_to_go: Sequence[str]) -> None:
        super().__init__(table)
        self._table = table
        ids = [column.id for column in table.rows.columns]
        self._order = [ids.index(one) for one in first_to_go]
        self._widths = [table.horizontalHeader().sectionSize(at) for at in range(len(ids))]
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look anew when the table gets another width."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        header = self._table.horizontalHeader()
        last = header.count() - 1  # stretched, so its size now says nothing about what it needs
        for at in range(last):
            if not header.isSectionHidden(at):
                self._widths[at] = header.sectionSize(at)
        room = self._table.viewport().width() - sum(self._widths)
        for at in self._order:
            is_hidden = room < 0
            header.setSectionHidden(at, is_hidden)
            room += self._widths[at] if is_hidden else 0
