"""The lines of a quote that stand on no invoice yet, ticked for the one to be issued."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain import money
from app.domain.bills import BillLine
from app.i18n import _
from app.ui.case import quote_words
from app.ui.widgets.plain import PlainLabel

ROW_HEIGHT, MOST_SEEN = 32, 6
_KEY = Qt.ItemDataRole.UserRole


class LinesToBill(QWidget):
    """Hidden where nothing is left to invoice; what was unticked stays so while the case is in view."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, BillLine] = {}
        self._case_id: UUID | None = None
        self.list = QListWidget()
        self.sum = PlainLabel()
        self.list.setObjectName("case.bills.lines")
        self.list.setAccessibleName(_("Lines to invoice"))
        self.list.setProperty("framed", "true")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (PlainLabel(_("Lines to invoice"), "field"), self.list, self.sum):
            layout.addWidget(part)
        self.list.itemChanged.connect(lambda _item: self._add_up())

    def show_lines(self, case_id: UUID, lines: Sequence[BillLine]) -> None:
        """Offer these lines of a case, all ticked but those that were unticked before."""
        unticked = self._unticked() if case_id == self._case_id else set()
        self._case_id, self._lines = case_id, {line.line_id: line for line in lines}
        was = self.list.blockSignals(True)
        self.list.clear()
        for line in lines:
            made = QListWidgetItem(quote_words.billed(line))
            made.setData(_KEY, line.line_id)
            made.setSizeHint(QSize(0, ROW_HEIGHT))
            made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = line.line_id not in unticked
            made.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self.list.addItem(made)
        self.list.setCurrentRow(0)
        self.list.blockSignals(was)
        self.list.setFixedHeight(min(len(lines), MOST_SEEN) * ROW_HEIGHT + 6)
        self.setVisible(bool(lines))
        self._add_up()

    def chosen(self) -> tuple[UUID, ...]:
        """Return the keys of the lines that are ticked."""
        unticked = self._unticked()
        return tuple(UUID(key) for key in self._lines if key not in unticked)

    def _unticked(self) -> set[str]:
        items = [self.list.item(at) for at in range(self.list.count())]
        return {str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Unchecked}

    def _add_up(self) -> None:
        chosen = {str(key) for key in self.chosen()}
        totals = money.totals(line.amount for key, line in self._lines.items() if key in chosen)
        self.sum.setText(_("To invoice: {amount}").format(amount=quote_words.amounts(totals)))
