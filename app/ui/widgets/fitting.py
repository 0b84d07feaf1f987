"""Hides the columns of a table that matter least while there is no room for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView

from app.ui.widgets.table_view import TableView

LEAST = 240  # pixels that a column needs which takes the room that is left


class Fitting(QObject):
    """Watches the width of ``table``; ``first_to_go`` are column ids, the least needed first."""

    def __init__(self, table: TableView, first_to_go: Sequence[str]) -> None:
        super().__init__(table)
        self._table = table
        ids = [column.id for column in table.rows.columns]
        self._order = [ids.index(one) for one in first_to_go]
        header = table.horizontalHeader()
        self._widths = [LEAST if _stretches(header, at) else header.sectionSize(at) for at in range(len(ids))]
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look anew when the table gets another width."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        if self._table.has_own_columns:
            return
        header = self._table.horizontalHeader()
        shown = [at for at in range(header.count()) if not header.isSectionHidden(at)]
        if header.stretchLastSection():
            shown = shown[:-1]  # its size now says nothing about what it needs
        for at in shown:
            if not _stretches(header, at):
                self._widths[at] = header.sectionSize(at)
        usual = [at for at, column in enumerate(self._table.rows.columns) if not column.is_extra]
        room = self._table.viewport().width() - sum(self._widths[at] for at in usual)
        squeezed = set()
        for at in self._order:
            is_hidden = room < 0
            header.setSectionHidden(at, is_hidden)
            if is_hidden:
                squeezed.add(at)
                room += self._widths[at]
        self._table.squeezed = frozenset(squeezed)


def _stretches(header: QHeaderView, at: int) -> bool:
    return header.sectionResizeMode(at) == QHeaderView.ResizeMode.Stretch
