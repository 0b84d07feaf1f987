"""Two things beside each other, line by line, with what differs told apart."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.ui.widgets.plain import PlainLabel

_BY_MOUSE_AND_KEYS = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class SideBySide(QFrame):
    """Shows lines of a label and two values; equal ones are muted, so that the eye finds the others."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 12)
        self._layout.setHorizontalSpacing(16)
        self._layout.setVerticalSpacing(6)
        self._layout.setColumnStretch(1, 1)
        self._layout.setColumnStretch(2, 1)

    def show_sides(self, heads: tuple[str, str], lines: Sequence[tuple[str, str, str]]) -> None:
        """Show other lines, under the heads of both sides."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for column, head in enumerate(heads, 1):
            self._put(0, column, PlainLabel(head, "heading"))
        for row, (label, one, other) in enumerate(lines, 1):
            tone = "muted" if one == other else ""
            self._put(row, 0, PlainLabel(label, "field", wraps=False))
            for column, value in enumerate((one, other), 1):
                shown = PlainLabel(value, tone)
                shown.setTextInteractionFlags(_BY_MOUSE_AND_KEYS)
                self._put(row, column, shown)

    def _put(self, row: int, column: int, widget: QWidget) -> None:
        self._layout.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
