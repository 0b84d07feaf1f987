"""One operation: its sentence, what it changed field by field, and Undo where that is possible."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import KasebookError
from app.i18n import _, language, plural
from app.services import consequences, history
from app.services.consequences import Consequence
from app.services.history import Entry
from app.ui import words
from app.ui.history.list_model import CHANGE_COLUMNS, ChangeRow, HistoryRow
from app.ui.page import Desk
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import PlainLabel, TextEdit, button
from app.ui.widgets.table_model import TableModel
from app.ui.widgets.table_view import TableView

LONG = 18  # characters; longer values are shown in full below
WHOLE_HEIGHT = 120
MOST_LINES = 8  # of a checklist, told in words
MOST_ROWS = 200  # whose changes are shown; an import changes tens of thousands


class EntryPanel(QStackedWidget):
    """Asks by signal to undo; says in place why that can't be done."""

    undoing = Signal(int)  # the number of the operation

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: HistoryRow | None = None
        self._changes: list[ChangeRow] = []
        self.setProperty("surface", "true")
        self.setMinimumWidth(330)
        self.sentence = PlainLabel(tone="heading")
        self.about = PlainLabel(tone="muted")
        self.undo = button(_("Undo this"), icon="undo-2", name="history.undo")
        self.hint = PlainLabel(tone="muted")
        self.consequences = PlainLabel()
        self.consequences.setObjectName("history.consequences")
        self.trouble = PlainLabel()
        self.trouble.setObjectName("history.trouble")
        self.notice = self._framed(self.trouble)
        self.model: TableModel[ChangeRow] = TableModel(
            CHANGE_COLUMNS, self._wanted, lambda row: row.number, self
        )
        self.table = TableView(self.model, "history.changes", _("What it changed"), desk.settings)
        self.more = PlainLabel(tone="muted")
        self.more.setObjectName("history.more")
        self.whole = _reader()
        self.addWidget(EmptyState("history", _("No step chosen")))
        self.addWidget(self._assembled())
        self.table.chosen.connect(self._show_whole)
        self.undo.clicked.connect(lambda: self.undoing.emit(self._row.entry.seq if self._row else 0))

    def _framed(self, label: PlainLabel) -> QFrame:
        frame = QFrame()
        frame.setProperty("notice", "warn")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(label)
        frame.hide()
        return frame

    def _assembled(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addWidget(self.hint, 1)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(10)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(8)
        top.addWidget(self.sentence)
        top.addWidget(self.about)
        top.addWidget(self.consequences)
        top.addLayout(row)
        top.addWidget(self.notice)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        below = QVBoxLayout()
        below.setContentsMargins(16, 0, 16, 16)
        below.addWidget(self.more)
        below.addWidget(self.whole)
        layout.addLayout(below)
        layout.addStretch()  # takes the room of the table while there is none
        return whole

    def show_row(self, row: HistoryRow | None) -> None:
        """Show an operation; None for none."""
        is_other = row is None or self._row is None or row.entry.seq != self._row.entry.seq
        self._row = row
        self.setCurrentIndex(0 if row is None else 1)
        if row is None:
            return
        if is_other:
            self.notice.hide()
        self.sentence.setText(row.sentence)
        self.about.setText(f"{_(row.entry.label)} · {words.moment(row.entry.at)} · {row.entry.seq}")
        self.consequences.setText(_told(self._desk.office.read(consequences.of, row.entry)))
        self.consequences.setVisible(bool(self.consequences.text()))
        self.undo.setVisible(row.entry.undoable)
        self.hint.setText(_why_not(row))
        self._show_changes(row.entry)
        if is_other:
            self.table.choose_first()
        self._show_whole(self.table.current_key())

    def _show_changes(self, entry: Entry) -> None:
        found = self._desk.office.read(history.changes, entry.seq, rows=MOST_ROWS)
        self._changes = [ChangeRow(number, change) for number, change in enumerate(found)]
        self.model.show_keys(range(len(self._changes)))
        self.table.setVisible(bool(self._changes))
        more = entry.rows - MOST_ROWS
        self.more.setText(plural("{count} more row was changed.", "{count} more rows were changed.", more))
        self.more.setVisible(more > 0)

    def refuse(self, error: KasebookError) -> None:
        """Say why it can't be undone."""
        self.trouble.setText(str(error))
        self.notice.show()

    def _show_whole(self, key: object) -> None:
        """Show the chosen change in full, where its cells can't."""
        change = self._changes[key].change if isinstance(key, int) else None
        is_long = change is not None and max(len(change.before), len(change.after)) > LONG
        self.whole.setVisible(is_long)
        if change is not None and is_long:
            both = (change.before, change.after)
            self.whole.setPlainText("\n→\n".join(text for text in both if text))

    def _wanted(self, keys: Sequence[Any]) -> list[ChangeRow]:
        return [self._changes[key] for key in keys]


def _reader() -> TextEdit:
    whole = TextEdit()
    whole.setObjectName("history.whole")
    whole.setAccessibleName(_("The value in full"))
    whole.setReadOnly(True)
    whole.setFixedHeight(WHOLE_HEIGHT)
    return whole


def _told(found: Sequence[Consequence]) -> str:
    """Return what became of checklist lines, the first few in words."""
    lines = [_line(each) for each in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        lines.append(_("And {count} more.").format(count=len(found) - MOST_LINES))
    return "\n".join(lines)


def _line(each: Consequence) -> str:
    text = _("{item} {title}: {what}. {why}").format(
        item=each.item,
        title=each.title.text(language()),
        what=_(consequences.MOVES[each.now]),
        why=each.why.text(language()),
    )
    return f"{text} {_('What was collected is kept.')}" if each.keeps else text


def _why_not(row: HistoryRow) -> str:
    if row.entry.undoable:
        return ""
    if not row.entry.stands:
        return _("This step was undone.")
    if row.entry.undid:
        return _("To take this back, use Redo in the menu.")
    return _("This step reached outside the casebook and can't be undone.")
