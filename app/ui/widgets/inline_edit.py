"""Editing a list in place: F2 opens the cell, Tab saves it and opens the next, Escape leaves it as it was."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.errors import Conflict, KasebookError
from app.i18n import _
from app.ui.page import Desk
from app.ui.widgets.plain import LineEdit, PlainLabel, set_state
from app.ui.widgets.table_view import TableView

ERROR_WIDTH = 300


@dataclass(frozen=True, slots=True)
class Inline:
    """One column that can be edited; ``load`` gives a row's version and the text to begin with.

    ``save`` gets the row's key, that version and what was typed; it raises ``UserError``. ``draft`` names
    the row's field in the drafts, the same as its form does: what could not be saved is found there too.
    """

    load: Callable[[Any], tuple[int, str]]
    save: Callable[[Any, int, str], object]
    draft: Callable[[Any], str]


class InlineEdit(QObject):
    """Edits cells of ``table``; ``fields`` are the columns that can be edited, by their ids."""

    def __init__(self, desk: Desk, table: TableView, fields: Mapping[str, Inline], name: str) -> None:
        super().__init__(table)
        self._desk = desk
        self._table = table
        self._fields = fields
        self._key: Any = None
        self._column = -1
        self._version = 0
        self._before = ""
        self.line = InlineLine(table.viewport())
        self.line.setObjectName(name)
        self.line.setAccessibleName(_("Cell"))
        self.error = PlainLabel(tone="error")
        self.below = _framed(self.error, table.viewport())
        self.line.hide()
        self.below.hide()
        self.line.gone.connect(self.leave)
        table.rows.modelReset.connect(self._follow)
        for moved in (
            table.horizontalHeader().sectionResized,
            table.horizontalHeader().geometriesChanged,
            table.horizontalScrollBar().valueChanged,
            table.verticalScrollBar().valueChanged,
        ):
            moved.connect(self._follow)
        self.line.stepped.connect(self._step)
        self.line.cancelled.connect(self.cancel)

    def begin(self) -> None:
        """Edit the current cell, or the next one in its row that can be edited."""
        index = self._table.currentIndex()
        columns = self._columns()
        if not columns or not self._is_row(index.row()):
            self._desk.messages.tell(_("Choose a row with a column that can be edited here."))
            return
        here = self._table.horizontalHeader().visualIndex(index.column())
        later = [at for at in columns if self._table.horizontalHeader().visualIndex(at) >= here]
        self._open(index.row(), (later or columns)[0])

    def is_editing(self) -> bool:
        """Say whether a cell is open."""
        return not self.line.isHidden()

    def cancel(self) -> None:
        """Leave the cell as it was."""
        if not self.is_editing():
            return
        self._desk.office.drop_draft(self._field().draft(self._key))
        self._close()
        self._table.setFocus()

    def _columns(self) -> list[int]:
        """Return the columns in view that can be edited, from left to right."""
        model, header = self._table.rows, self._table.horizontalHeader()
        shown = [at for at in self._table.columns_wanted() if not header.isSectionHidden(at)]
        return [at for at in shown if model.columns[at].id in self._fields]

    def _field(self) -> Inline:
        return self._fields[self._table.rows.columns[self._column].id]

    def _open(self, row: int, column: int) -> None:
        self._key, self._column = self._table.rows.key_at(row), column
        self._version, self._before = self._field().load(self._key)
        field = self._field().draft(self._key)
        kept = self._desk.office.drafts(field).get(field)
        index = self._table.rows.index(row, column)
        self._table.setCurrentIndex(index)
        self._table.scrollTo(index)
        self.below.hide()
        set_state(self.line, "state", "")
        self.line.setText(self._before if kept is None else kept)
        self._place(index)
        self.line.show()
        self.line.setFocus()
        self.line.selectAll()

    def _place(self, index: QModelIndex) -> None:
        cell = self._table.visualRect(index)
        self.line.setGeometry(cell.adjusted(0, 1, 0, -1))
        wide = max(cell.width(), ERROR_WIDTH)
        left = max(min(cell.left(), self._table.viewport().width() - wide), 0)
        high, top = self.below.heightForWidth(wide), cell.bottom() + 2
        if top + high > self._table.viewport().height():  # no room below: above the cell
            top = max(cell.top() - high - 2, 0)
        self.below.setGeometry(left, top, wide, high)

    def _close(self) -> None:
        self.line.hide()
        self.below.hide()
        self._table.viewport().update()

    def _save(self) -> bool:
        """Save what was typed as one operation; say whether the cell may be left."""
        typed = self.line.text().strip()
        if typed == self._before:
            self._desk.office.drop_draft(self._field().draft(self._key))
            return True
        field, key, version = self._field(), self._key, self._version
        refused: list[KasebookError] = []
        before = self._before
        self._desk.office.attempt(
            lambda: _save_now(field, key, version, before, typed), by=self, failed=refused.append
        )
        if refused:
            self._desk.office.keep_draft(field.draft(key), typed)
            self._refuse(refused[0])
            return False
        self._desk.office.drop_draft(field.draft(key))
        return True

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.line.setAccessibleDescription(str(error))
        set_state(self.line, "state", "invalid")
        self.below.show()
        self.below.raise_()
        self._follow()

    def _follow(self) -> None:
        """Stay on the cell when the rows were fetched anew."""
        row = self._table.rows.row_of(self._key) if self.is_editing() else -1
        if row >= 0:
            self._place(self._table.rows.index(row, self._column))
        elif self.is_editing():
            self.leave()

    def leave(self) -> None:
        """Save when the focus went elsewhere; what can't be saved is kept as a draft, and said."""
        if not self.is_editing():
            return
        if not self._save():
            self._desk.messages.tell(self.error.text())
        self._close()

    def _step(self, steps: int) -> None:
        """Save, and go ``steps`` cells on; with none, back into the list."""
        key, column = self._key, self._column
        if not self.is_editing() or not self._save():
            return
        self._close()
        self._table.setFocus()
        columns, row = self._columns(), self._table.rows.row_of(key)
        if not steps or row < 0 or column not in columns:
            return
        row_steps, at = divmod(columns.index(column) + steps, len(columns))
        row += row_steps
        while row_steps and 0 <= row < self._table.rows.rowCount() and not self._is_row(row):
            row += row_steps  # over the title of a section
        if self._is_row(row):
            self._open(row, columns[at])

    def _is_row(self, row: int) -> bool:
        return self._table.rows.line_at(row) is not None


def _framed(label: PlainLabel, parent: QWidget) -> QFrame:
    """Return a frame over the list that holds a label."""
    frame = QFrame(parent)
    frame.setProperty("notice", "bad")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(8, 4, 8, 4)
    layout.addWidget(label)
    return frame


def _save_now(field: Inline, key: Any, version: int, before: str, typed: str) -> None:
    """Save; a change that a colleague made to another field does not stand in the way."""
    try:
        field.save(key, version, typed)
    except Conflict:
        now, theirs = field.load(key)
        if theirs != before:
            raise
        field.save(key, now, typed)


class InlineLine(LineEdit):
    """A line over a cell that tells how it is left."""

    gone = Signal()
    stepped = Signal(int)  # 1 with Tab, -1 with Shift+Tab, 0 with Enter
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)

    def event(self, event: QEvent) -> bool:
        """Take Tab before it moves the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if steps is not None:
                self.stepped.emit(steps)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, give up with Escape; the list below gets neither."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(0)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.gone.emit()
