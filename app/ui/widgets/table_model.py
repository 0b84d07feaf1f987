"""A read-only table over keys in one packed array; windows of rows are fetched by key as they are painted.

Sorting and filtering are the query's. Never put a ``QSortFilterProxyModel`` over it: that asks Python
for every cell.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

from app.i18n import _
from app.ui.widgets.plain import plain_tip

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex

WINDOW = 128  # rows fetched at once
WINDOWS_KEPT = 32
CHUNK = 1_000  # rows fetched at once for a file

# Looked up once: an enumeration's attribute costs more than the rest of ``data``, which Qt calls most.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # a pill's tone, for ``PillDelegate``
_HORIZONTAL = Qt.Orientation.Horizontal
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)  # no slots: a generic class with them can't be made as Column[Row](…)
class Column(Generic[Row]):
    """One column: ``title`` is a msgid, ``sort`` the key the query understands ("" where it can't sort).

    ``width`` is in pixels at 100 %. ``tone`` makes the text a pill: "plain", "good", "warn", "bad", or
    "" for none. ``accessible`` is what is read out, where the text alone would not do. A column that
    ``is_extra`` is shown to who asks for it; one with identity numbers is masked on paper.
    """

    id: str
    title: str
    text: Callable[[Row], str]
    sort: str = ""
    width: int = 140
    is_right: bool = False
    tone: Callable[[Row], str] | None = None
    icon: Callable[[Row], QIcon | None] | None = None
    accessible: Callable[[Row], str] | None = None
    is_extra: bool = False
    is_identity: bool = False


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows of ``lines(keys)`` in the order of ``keys(sort, descending)``.

    Both are called on the window's thread; give keys that were fetched in a job to ``show_keys``.
    """

    sorted_by = Signal(str, bool)  # the sort key and whether descending: fetch the keys anew

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        lines: Callable[[Sequence[Any]], Sequence[Row]],
        key_of: Callable[[Row], Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._texts = tuple(column.text for column in self.columns)
        self._alignments = tuple(_RIGHT if column.is_right else _LEFT for column in self.columns)
        self._rarer = _answered(self.columns)
        self._lines = lines
        self._key_of = key_of
        self._keys: Sequence[Any] = ()
        self._windows: OrderedDict[int, dict[Any, Row]] = OrderedDict()
        self._used = -1
        self._window: dict[Any, Row] = {}

    def show_keys(self, keys: Sequence[Any]) -> None:
        """Show these rows, in this order."""
        self.beginResetModel()
        self._keys = keys
        self._forget()
        self.endResetModel()

    def show_anew(self) -> None:
        """Fetch the rows in view again; which rows there are, and their order, stays."""
        self._forget()
        if len(self._keys):
            last = self.index(len(self._keys) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _forget(self) -> None:
        self._windows.clear()
        self._used = -1

    def key_at(self, row: int) -> Any:
        """Return the key of a row, None outside the table."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of(self, key: object) -> int:
        """Return the row of a key, -1 where it is not in the table."""
        try:
            return self._keys.index(key)
        except (ValueError, TypeError):
            return -1

    def line_at(self, row: int) -> Row | None:
        """Return what a row shows; None outside the table, and where it is gone meanwhile."""
        if not 0 <= row < len(self._keys):
            return None
        number = row // WINDOW
        if number != self._used:
            self._used = number
            self._window = self._use(number)
        return self._window.get(self._keys[row])

    def heads(self, columns: Sequence[int]) -> list[str]:
        """Return the titles of these columns, for a file."""
        return [_(self.columns[column].title) for column in columns]

    def texts(self, columns: Sequence[int]) -> Iterator[list[str]]:
        """Yield the texts of every row in these columns, as they are now. Safe in a job.

        A row that is gone meanwhile is left out.
        """
        keys = self._keys
        for first in range(0, len(keys), CHUNK):
            wanted = keys[first : first + CHUNK]
            found = {self._key_of(line): line for line in self._lines(wanted)}
            for line in (found[key] for key in wanted if key in found):
                yield [self._whole_text(column, line) for column in columns]

    def _whole_text(self, column: int, line: Row) -> str:
        return self._texts[column](line)

    def _use(self, number: int) -> dict[Any, Row]:
        """Return a window, fetched if need be, as the one used last."""
        if number in self._windows:
            self._windows.move_to_end(number)
            return self._windows[number]
        wanted = self._keys[number * WINDOW : (number + 1) * WINDOW]
        window = {self._key_of(line): line for line in self._lines(wanted)}
        self._windows[number] = window
        if len(self._windows) > WINDOWS_KEPT:
            self._windows.popitem(last=False)
        return window

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        """Return what Qt asks of a cell; the text first, which is asked most."""
        if role == _DISPLAY:
            line = self.line_at(index.row())
            return None if line is None else self._texts[index.column()](line)
        if role == _ALIGNMENT:
            return self._alignments[index.column()]
        if role in self._rarer:
            line = self.line_at(index.row())
            return None if line is None else self._rarer[role](self.columns[index.column()], line)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return a column's title, aligned as its cells."""
        if orientation != _HORIZONTAL or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return _(self.columns[section].title)
        return self._alignments[section] if role == _ALIGNMENT else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask by signal for the keys in another order."""
        if 0 <= column < len(self.columns) and self.columns[column].sort:
            self.sorted_by.emit(self.columns[column].sort, order == Qt.SortOrder.DescendingOrder)


def _tip(column: Column[Any], line: Any) -> str:
    return plain_tip(column.text(line))


def _icon(column: Column[Any], line: Any) -> QIcon | None:
    return column.icon(line) if column.icon else None


def _tone(column: Column[Any], line: Any) -> str:
    return column.tone(line) if column.tone else ""


def _accessible(column: Column[Any], line: Any) -> str:
    return (column.accessible or column.text)(line)


_RARER: dict[int, Callable[[Column[Any], Any], Any]] = {
    _TIP: _tip,
    _DECORATION: _icon,
    TONE_ROLE: _tone,
    _ACCESSIBLE: _accessible,
}


def _answered(columns: Sequence[Column[Any]]) -> dict[int, Callable[[Column[Any], Any], Any]]:
    """Return what answers the rarer roles, without those that no column has: Qt asks them of every cell."""
    has = {_DECORATION: any(c.icon for c in columns), TONE_ROLE: any(c.tone for c in columns)}
    return {role: answer for role, answer in _RARER.items() if has.get(role, True)}
