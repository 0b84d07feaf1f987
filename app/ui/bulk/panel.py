"""The panel that changes the chosen rows of a list: which field, to what, and what that does to each row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.errors import KasebookError, UserError
from app.i18n import N_, _, plural
from app.services.bulk_edits import PreviewLine, Wanted
from app.settings import today
from app.ui.bulk import work_words
from app.ui.bulk.value_box import ValueBox
from app.ui.long_writes import LongWrites
from app.ui.page import Desk
from app.ui.widgets.plain import PlainLabel, button, icon_button
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView

WIDTH = 470
PREVIEW_MS = 250


@dataclass(frozen=True, slots=True)
class Bulk:
    """What a list lets be changed: ``fields`` by name with their labels, how it is previewed and applied.

    A change of checklist lines has a preview and an operation of its own.
    """

    name: str  # the first word of object names
    fields: dict[str, str]
    preview: Callable[..., tuple[PreviewLine, ...]]
    apply: Callable[..., int]
    preview_items: Callable[..., tuple[PreviewLine, ...]] | None = None
    apply_items: Callable[..., int] | None = None

    def of(self, wanted: Wanted) -> tuple[Callable[..., tuple[PreviewLine, ...]], Callable[..., int]]:
        """Return how a change is previewed and applied."""
        if wanted.items and self.preview_items and self.apply_items:
            return self.preview_items, self.apply_items
        return self.preview, self.apply


class BulkPanel(QFrame):
    """Hidden until ``begin``. Nothing is changed before Apply, and one undo takes all of it back."""

    left = Signal()

    def __init__(self, desk: Desk, bulk: Bulk) -> None:
        super().__init__()
        self._desk = desk
        self._bulk = bulk
        self._writes = LongWrites(desk)
        self._keys: Sequence[UUID] = ()
        self._lines: tuple[PreviewLine, ...] = ()
        self._asked = 0
        self._timer = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self.title = PlainLabel("", "heading")
        self.close_button = icon_button("x", _("Close"), name=f"{bulk.name}.bulk.close")
        self.value = ValueBox(desk, f"{bulk.name}.bulk", bulk.fields)
        self.error = PlainLabel(tone="error")
        self.summary = PlainLabel(tone="muted")
        self.model: TableModel[PreviewLine] = TableModel(COLUMNS, self._of, lambda line: line.key, self)
        self.table = TableView(self.model, f"{bulk.name}.bulk.preview", _("Before and after"))
        self.reason = PlainLabel(tone="error")
        self.work = PlainLabel(tone="muted")
        self.apply = button(_("Apply"), kind="primary", name=f"{bulk.name}.bulk.apply")
        self.cancel = button(_("Cancel"), name=f"{bulk.name}.bulk.cancel")
        self._assemble()
        self._connect()
        self.hide()

    def _assemble(self) -> None:
        self.setProperty("side", "true")
        self.setMinimumWidth(WIDTH)
        self.table.setProperty("framed", "true")
        self.error.setObjectName(f"{self._bulk.name}.bulk.error")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.addWidget(self.cancel)
        foot.addStretch()
        foot.addWidget(self.apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 20)
        layout.setSpacing(10)
        layout.addLayout(head)
        for part in (self.value, self.error, self.summary):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.reason)
        layout.addWidget(self.work)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.value.changed.connect(self._timer.start)
        self._timer.timeout.connect(self.preview)
        self.apply.clicked.connect(self._apply)
        self.table.chosen.connect(self._tell_reason)
        self.cancel.clicked.connect(self.leave)
        self.close_button.clicked.connect(self.leave)

    def begin(self, keys: Sequence[UUID]) -> None:
        """Show the panel for these rows."""
        self._keys = keys
        self.title.setText(plural("Change {count} row", "Change {count} rows", len(keys)))
        self.value.begin(keys)
        self.show()
        self.preview()
        self.value.field.setFocus()

    def leave(self) -> None:
        """Change nothing."""
        self.hide()
        self.left.emit()

    def preview(self) -> None:
        """Show, from a job, what the change does to each row."""
        self._timer.stop()
        self._asked += 1
        wanted = self._wanted()
        if wanted is None or self.isHidden():
            self._show(self._asked, ())
            return
        asked, office, keys, day = self._asked, self._desk.office, list(self._keys), today()
        preview, _apply = self._bulk.of(wanted)
        self._desk.jobs.start(
            lambda step: office.read(preview, keys, wanted, day),
            done=lambda lines: self._show(asked, lines),
        )

    def _wanted(self) -> Wanted | None:
        """Return the change asked for; None while it is not complete, with the reason shown."""
        self.error.hide()
        try:
            return self.value.wanted()
        except UserError as error:
            self._refuse(error)
            return None

    def _show(self, asked: int, lines: tuple[PreviewLine, ...]) -> None:
        if asked != self._asked:
            return
        self._lines = lines
        self.model.show_keys([line.key for line in lines])
        self._tell_reason(self.table.current_key() or (lines[0].key if lines else None))
        changed = sum(line.changes for line in lines)
        refused = sum(bool(line.refusal) for line in lines)
        self.apply.setEnabled(bool(changed))
        parts = [
            _("{count} become different").format(count=changed),
            _("{count} stay as they are").format(count=len(lines) - changed - refused),
            _("{count} can't be changed so").format(count=refused),
        ]
        self.summary.setText(" · ".join(parts) if lines else "")

    def _tell_reason(self, key: object) -> None:
        """Say in full why the current row can't be changed so, or what goes along with it."""
        line = next((line for line in self._lines if line.key == key), None)
        self.reason.setText(line.refusal if line else "")
        self.work.setText("\n".join(_about(line)) if line else "")
        for label in (self.reason, self.work):
            label.setVisible(bool(label.text()))

    def _of(self, keys: Sequence[Any]) -> list[PreviewLine]:
        wanted = set(keys)
        return [line for line in self._lines if line.key in wanted]

    def _apply(self) -> None:
        wanted = self._wanted()
        lines = [line for line in self._lines if line.changes]
        if wanted is None or not lines:
            return
        self._writes.start(
            _("Changing rows"),
            self._bulk.of(wanted)[1],
            (lines, wanted, today()),
            by=self,
            done=self._applied,
            failed=self._refuse,
        )

    def _applied(self, count: int) -> None:
        told = plural("{count} row changed.", "{count} rows changed.", count)
        self._desk.messages.tell(told, _("Undo"), self._desk.office.undo)
        self.leave()

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)


def _about(line: PreviewLine) -> list[str]:
    """Return whose row it is in full, and what goes along with it."""
    return [line.name, *([work_words.said(line.work)] if line.work else [])]


def _after(line: PreviewLine) -> str:
    if line.refusal:
        return line.refusal
    return line.after or _("(empty)") if line.changes else _("unchanged")


def _tone(line: PreviewLine) -> str:
    if line.refusal:
        return "bad"
    return "good" if line.changes else ""


COLUMNS: tuple[Column[PreviewLine], ...] = (
    Column("name", N_("Row"), lambda line: line.name, width=186),
    Column("before", N_("Before"), lambda line: line.before, width=104),
    Column("after", N_("After"), _after, width=130, tone=_tone),
)
