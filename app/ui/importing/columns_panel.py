"""What the columns of a sheet mean: a list of them, and under it the answer for the one chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.importing.orders import ORDERS, Orders
from app.i18n import _, plural
from app.services.importing import Preview
from app.ui.importing import columns_model
from app.ui.importing.columns_model import COLUMNS, SheetColumn
from app.ui.page import Desk
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.section_model import RichModel
from app.ui.widgets.section_view import RichView


class ColumnsPanel(QWidget):
    """Asks by signal for another meaning."""

    meant = Signal(int, str)  # the place of a column, and the key of what it means
    ordered = Signal(int, str)  # the place of a column, and the order of its dates

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._lines: dict[int, SheetColumn] = {}
        self._asked: dict[int, Orders] = {}
        self.model: RichModel[SheetColumn] = RichModel(COLUMNS, self._held, lambda line: line.at, self)
        self.table = RichView(self.model, "import.columns", _("Columns of the file"), desk.settings)
        self.missing = PlainLabel(tone="error")
        self.missing.setObjectName("import.missing")
        self.head = PlainLabel(tone="field")
        self.means = Combo("import.means")
        self.order = Combo("import.order")
        self.evidence = PlainLabel(tone="muted")
        self._assemble()
        self.table.chosen.connect(self._show)
        self.means.activated.connect(self._mean)
        self.order.activated.connect(self._put_in_order)

    def _assemble(self) -> None:
        self.setProperty("surface", "true")
        self.setMinimumWidth(340)
        for combo, name in (
            (self.means, _("What the column means")),
            (self.order, _("How its dates are written")),
        ):
            combo.setAccessibleName(name)
            combo.setAccessibleDescription(name)
            combo.setMaxVisibleItems(20)
        below = QVBoxLayout()
        below.setContentsMargins(16, 8, 16, 12)
        below.setSpacing(6)
        for part in (self.missing, self.head, self.means, self.order, self.evidence):
            below.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)

    def show_preview(self, ready: Preview) -> None:
        """Show the columns of a sheet, and choose one that needs an answer."""
        found = columns_model.lines(ready)
        self._lines = {line.at: line for line in found}
        self._asked = dict(ready.asked)
        self.means.clear()
        for key, label in columns_model.choices(ready.subject):
            self.means.addItem(label, key)
        self.model.show_keys([line.at for line in found])
        self.missing.setText("\n".join(ready.missing))
        self.missing.setVisible(bool(ready.missing))
        if self.table.current_key() is None:
            self.table.choose(next(iter(ready.asked), 0))
        self._show(self.table.current_key())

    def _held(self, keys: Sequence[Any]) -> list[SheetColumn]:
        return [self._lines[key] for key in keys if key in self._lines]

    def _show(self, at: int | None) -> None:
        line = self._lines.get(-1 if at is None else at)
        for part in (self.means, self.head):
            part.setVisible(line is not None)
        self.order.setVisible(line is not None and line.is_date)
        self.evidence.setVisible(line is not None and line.is_asked)
        if line is None:
            return
        self.head.setText(_("“{head}” means").format(head=line.head or _("(no head)")))
        self.means.setCurrentIndex(self.means.findData(line.key))
        self._show_order(line)

    def _show_order(self, line: SheetColumn) -> None:
        self.order.clear()
        self.order.addItem(_("Dates: as they show it themselves"), "")
        for order, label in ORDERS.items():
            self.order.addItem(_(label), order)
        self.order.setCurrentIndex(self.order.findData(line.order))
        if line.is_asked:
            self.evidence.setText(evidence(self._asked[line.at]))

    def _mean(self, _place: int) -> None:
        at = self.table.current_key()
        if at is not None:
            self.meant.emit(at, str(self.means.currentData()))

    def _put_in_order(self, _place: int) -> None:
        at = self.table.current_key()
        if at is not None and self.order.currentData():
            self.ordered.emit(at, str(self.order.currentData()))


def evidence(orders: Orders) -> str:
    """Return what the dates of a column say about their order."""
    found = [
        plural("{count} date could be two days,", "{count} dates could be two days,", orders.ambiguous),
        _("such as {example}.").format(example=orders.example),
    ]
    if orders.only_dmy:
        found.append(plural("{count} is day first.", "{count} are day first.", orders.only_dmy))
    if orders.only_mdy:
        found.append(plural("{count} is month first.", "{count} are month first.", orders.only_mdy))
    return " ".join(found)
