"""The list of a page's sections, at its left."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.i18n import _

ITEM_HEIGHT = 32


class SectionList(QListWidget):
    """Sections by their titles, the first one chosen; ``currentRowChanged`` tells another."""

    def __init__(self, name: str, titles: Iterable[str], width: int, *, above: int = 0) -> None:
        super().__init__()
        self.setViewportMargins(0, above, 0, 0)
        self.setObjectName(name)
        self.setAccessibleName(_("Sections"))
        self.setProperty("plain", "true")
        self.setFixedWidth(width)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for title in titles:
            item = QListWidgetItem(title)
            item.setSizeHint(QSize(0, ITEM_HEIGHT))  # else measured before the stylesheet holds
            self.addItem(item)
        self.setCurrentRow(0)
