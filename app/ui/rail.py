"""The rail at the left: one button for each page, and Lock at the bottom."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from app.domain import saved_searches
from app.i18n import _
from app.ui import theme
from app.ui.page import Entry
from app.ui.pinned import Pinned
from app.ui.widgets.plain import set_tip

WIDTH = 168
WITH_SEARCHES = (saved_searches.CASES, saved_searches.PEOPLE)
ICON = QSize(26, 18)  # a square and a gap


class Rail(QFrame):
    """Asks by signal for a page or for the lock; shows which page is in view.

    ``pinned`` are the places of saved searches, below the buttons of pages that have them.
    """

    chosen = Signal(str)  # a page's name
    lock = Signal()

    def __init__(self, pages: Sequence[Entry]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 12, 10, 12)
        layout.setSpacing(4)
        self.pinned = [Pinned(page.name) for page in pages if page.name in WITH_SEARCHES]
        below = {pinned.page: pinned for pinned in self.pinned}
        for page in pages:
            layout.addWidget(self._page_button(page, len(self._buttons) + 1))
            if page.name in below:
                layout.addWidget(below[page.name])
        layout.addStretch()
        layout.addWidget(self._lock_button())

    def show_current(self, name: str) -> None:
        """Mark the page ``name``; a page without a button leaves the mark where it is."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def _page_button(self, page: Entry, number: int) -> QToolButton:
        made = self._button(_(page.title), page.icon, f"rail.{page.name}")
        made.setCheckable(True)
        set_tip(made, f"{_(page.title)} (Alt+{number})")
        made.clicked.connect(lambda: self.chosen.emit(page.name))
        self._group.addButton(made)
        self._buttons[page.name] = made
        return made

    def _lock_button(self) -> QToolButton:
        made = self._button(_("Lock"), "lock-keyhole", "rail.lock")
        set_tip(made, f"{_('Close the casebook and forget the key')} (Ctrl+L)")
        made.clicked.connect(self.lock)
        return made

    def _button(self, text: str, icon: str, name: str) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setIcon(theme.icon(icon))
        made.setIconSize(ICON)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setObjectName(name)
        made.setFixedWidth(WIDTH - 20)
        return made
