"""The rows of a sheet and what becomes of each, with a filter and the row chosen under them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.importing import RowError, Subject
from app.domain.importing.duplicates import Choice
from app.i18n import N_, _, plural
from app.services.importing import Like, Preview
from app.ui.importing import rows_model
from app.ui.importing.alike_panel import AlikePanel
from app.ui.importing.rows_model import RowLine
from app.ui.page import Desk
from app.ui.widgets.editor import Combo
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.section_model import RichModel
from app.ui.widgets.section_view import RichView

FILTERS = (N_("New"), N_("There already"), N_("Errors"))


class RowsPanel(QWidget):
    """Tells what was chosen for rows that are like somebody."""

    chosen = Signal(object)  # Choice by row number

    def __init__(self, desk: Desk, subject: Subject) -> None:
        super().__init__()
        self._lines: dict[int, RowLine] = {}
        self._errors: dict[int, list[RowError]] = {}
        self._likes: dict[int, Like] = {}
        self._choices: Mapping[int, Choice] = {}
        name = f"import.{subject.value}"
        self.filter = Combo(f"{name}.filter")
        self.count = PlainLabel(tone="muted", wraps=False)
        self.model: RichModel[RowLine] = RichModel(
            rows_model.columns(subject), self._held, lambda line: line.number, self
        )
        self.table = RichView(self.model, f"{name}.rows", _("Rows of the file"), desk.settings)
        self.alike = AlikePanel(name)
        self._assemble()
        self.filter.activated.connect(lambda _at: self._show_rows())
        self.table.chosen.connect(self._show_row)
        self.alike.chosen.connect(self._choose)
        self.alike.chosen_for_all.connect(lambda choice: self.chosen.emit(dict.fromkeys(self._likes, choice)))

    def _assemble(self) -> None:
        self.filter.setAccessibleName(_("Rows in view"))
        self.filter.setAccessibleDescription(_("Rows in view"))
        self.filter.setMinimumContentsLength(20)
        Fitting(self.table, ("row", "third", "second"))
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(10)
        bar.addWidget(self.filter)
        bar.addWidget(self.count)
        bar.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.alike)

    def show_preview(self, ready: Preview, choices: Mapping[int, Choice]) -> None:
        """Show what becomes of each row as ``choices`` stand."""
        found = rows_model.lines(ready, choices)
        self._lines = {line.number: line for line in found}
        self._choices = choices
        self._likes, self._errors = {}, {}
        for like in ready.likes:
            self._likes.setdefault(like.row, like)
        for error in ready.errors:
            self._errors.setdefault(error.row, []).append(error)
        self._show_filters(found)
        self._show_rows()

    def _show_filters(self, found: Sequence[RowLine]) -> None:
        chosen = self.filter.currentData() or ""
        counts = rows_model.counts(found)
        self.filter.clear()
        self.filter.addItem(_("All rows ({count})").format(count=f"{len(found):,}"), "")
        for name in FILTERS:
            label = _("{what} ({count})").format(what=_(name), count=f"{counts[name]:,}")
            self.filter.addItem(label, name)
        self.filter.setCurrentIndex(max(self.filter.findData(chosen), 0))

    def _show_rows(self) -> None:
        wanted = self.filter.currentData()
        keys = [one.number for one in self._lines.values() if not wanted or one.fate.value[2] == wanted]
        self.model.show_keys(keys)
        self.count.setText(plural("{count} row", "{count} rows", len(keys)) if wanted else "")
        if self.table.current_key() is None:
            self.table.choose_first()
        self._show_row(self.table.current_key())

    def _held(self, keys: Sequence[Any]) -> list[RowLine]:
        return [self._lines[key] for key in keys if key in self._lines]

    def _show_row(self, number: int | None) -> None:
        row = -1 if number is None else number
        if row in self._errors:
            self.alike.show_errors(self._errors[row])
        elif row in self._likes:
            like, choice = self._likes[row], self._choices.get(row, Choice.ADD)
            self.alike.show_like(self._lines[row], like, choice, self._lines.get(like.other_row))
        else:
            self.alike.hide()

    def _choose(self, choice: Choice) -> None:
        number = self.table.current_key()
        if number is not None:
            self.chosen.emit({number: choice})
