"""The hint that somebody being typed may be in the casebook already."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.people import Person
from app.i18n import _
from app.services import people_list
from app.ui.page import Desk
from app.ui.people import list_model
from app.ui.widgets.plain import PlainLabel

MOST_ROWS_SEEN = 4
_KEY = 256  # Qt.UserRole


class SamePersons(QWidget):
    """Shows who may be the same, and tells who was chosen; hidden while there is nobody."""

    found = Signal(object)  # a person's key

    def __init__(self, desk: Desk, name: str, title: str) -> None:
        super().__init__()
        self._office = desk.office
        self.list = QListWidget()
        self.list.setObjectName(name)
        self.list.setAccessibleName(_("Persons who may be the same"))
        self.list.setProperty("framed", "true")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PlainLabel(title, "warn"))
        layout.addWidget(self.list)
        self.list.itemActivated.connect(self._tell)
        self.list.itemClicked.connect(self._tell)
        self.clear()

    def look(self, typed: Person) -> None:
        """Look for whoever may be the person typed, as far as they have a name or a passport."""
        is_named = any(name.family or name.given for name in typed.names) or typed.passports
        self._show(self._office.read(people_list.likely_same, typed) if is_named else [])

    def clear(self) -> None:
        """Show nobody."""
        self._show([])

    def _show(self, lines: list[people_list.PersonLine]) -> None:
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(list_model.told_apart(line))
            item.setData(_KEY, line.id)
            self.list.addItem(item)
        self.list.setFixedHeight(min(len(lines), MOST_ROWS_SEEN) * 34 + 6)
        self.setVisible(bool(lines))

    def _tell(self, item: QListWidgetItem) -> None:
        self.found.emit(item.data(_KEY))
