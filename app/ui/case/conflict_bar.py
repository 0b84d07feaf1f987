"""Says in place that somebody else was faster: reload, or look at both and save one's own."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KasebookError
from app.i18n import _
from app.ui.widgets.plain import PlainLabel, button


class ConflictBar(QFrame):
    """One conflict at a time; hidden while there is none."""

    reloading = Signal()
    settled = Signal()  # it is gone from under the focus: put that somewhere

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.setProperty("notice", "warn")
        self._again: Callable[[], object] | None = None
        self.text = PlainLabel()
        self.text.setObjectName(f"{prefix}.conflict")
        self.theirs = PlainLabel()
        self.mine = PlainLabel()
        self.reload = button(_("Reload"), name=f"{prefix}.conflict.reload")
        self.compare = button(_("Compare"), name=f"{prefix}.conflict.compare")
        self.save_mine = button(_("Save mine"), name=f"{prefix}.conflict.mine")
        self._both = self._side_by_side()
        self._assemble()
        self.reload.clicked.connect(self._reload)
        self.compare.clicked.connect(self._compare)
        self.save_mine.clicked.connect(self._save_mine)
        self.hide()

    def _side_by_side(self) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (label, value) in enumerate(((_("Now"), self.theirs), (_("Yours"), self.mine))):
            grid.addWidget(PlainLabel(label, "field", wraps=False), row, 0)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        return whole

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        for one in (self.compare, self.save_mine, self.reload):
            row.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.addLayout(row)
        layout.addWidget(self._both)

    def show_conflict(
        self, error: KasebookError, *, theirs: str, mine: str, again: Callable[[], object]
    ) -> None:
        """Show who changed it and when; ``again`` saves mine over what is there now."""
        self.text.setText(error.message)
        self.theirs.setText(theirs)
        self.mine.setText(mine)
        self._again = again
        self._both.hide()
        self.compare.show()
        self.save_mine.hide()
        self.show()
        self.reload.setFocus()

    def settle(self) -> None:
        """Take the conflict away."""
        self._again = None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_focus:
            self.settled.emit()

    def _reload(self) -> None:
        self.settle()
        self.reloading.emit()

    def _compare(self) -> None:
        self._both.show()
        self.compare.hide()
        self.save_mine.show()

    def _save_mine(self) -> None:
        again = self._again
        self.settle()
        if again is not None:
            again()
