"""The bar that keeps what is searched for under a name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from app.errors import KasebookError
from app.i18n import _
from app.services import saved_searches
from app.ui.page import Desk
from app.ui.widgets.plain import LineEdit, PlainLabel, button


class KeepSearch(QFrame):
    """Hidden until ``begin``; keeps the search of one page, for everybody or for its user alone."""

    left = Signal()  # kept or given up: the focus may go back

    def __init__(self, desk: Desk, page: str) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        self._typed = self._layout = ""
        self.setProperty("notice", "plain")
        self.name = LineEdit()
        self.shared = QCheckBox(_("For everybody"))
        self.error = PlainLabel(tone="error")
        self.keep = button(_("Keep"), kind="primary", name=f"{page}.keep.save")
        self.cancel = button(_("Cancel"), name=f"{page}.keep.cancel")
        self._assemble()
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.cancel.clicked.connect(self.give_up)
        self.hide()

    def _assemble(self) -> None:
        self.name.setObjectName(f"{self._page}.keep.name")
        self.name.setAccessibleName(_("Name of the search"))
        self.name.setPlaceholderText(_("Name of the search"))
        self.name.setMaxLength(saved_searches.LONGEST_NAME)
        self.shared.setObjectName(f"{self._page}.keep.shared")
        self.error.setObjectName(f"{self._page}.keep.error")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.name, 1)
        for part in (self.shared, self.keep, self.cancel):
            row.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 8)
        whole.addLayout(row)
        whole.addWidget(self.error)
        self.error.hide()

    def begin(self, typed: str, layout: str = "") -> None:
        """Ask for the name of the search ``typed``, kept with how its list is laid out."""
        self._typed, self._layout = typed, layout
        self.error.hide()
        self.name.clear()
        self.show()
        self.name.setFocus()

    def give_up(self) -> None:
        """Keep nothing."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        office = self._desk.office

        def work() -> None:
            office.write(
                saved_searches.save,
                self._page,
                self.name.text(),
                self._typed,
                is_shared=self.shared.isChecked(),
                layout=self._layout,
            )
            self._desk.messages.tell(_("Kept in the rail at the left."), _("Undo"), office.undo)
            self.give_up()

        office.attempt(work, failed=self._refuse)

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()
        self.name.setFocus()
