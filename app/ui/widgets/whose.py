"""Whose work is shown: only mine or everybody's, of one office or of all."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.i18n import _
from app.services.firms import OfficeLine
from app.ui.page import Desk
from app.ui.widgets.deputy_note import DeputyNote
from app.ui.widgets.editor import Combo


class Whose(QWidget):
    """Two choices side by side; the offices are offered where there are several. ``name`` is the page's.

    ``note``, which says for whom I stand in, is the page's to place.
    """

    changed = Signal()

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self.note = DeputyNote(desk, indent=16)
        self.mine = QCheckBox(_("Only mine"))
        self.mine.setObjectName(f"{name}.mine")
        self.office = Combo(f"{name}.office")
        self.office.setAccessibleName(_("Office of the case"))
        self.office.setAccessibleDescription(_("Office of the case"))
        self.office.setMinimumContentsLength(14)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.office)
        layout.addWidget(self.mine)
        self.mine.toggled.connect(lambda _on: self.changed.emit())
        self.office.activated.connect(lambda _at: self.changed.emit())

    def offer(self, offices: Sequence[OfficeLine]) -> None:
        """Offer these offices; what was chosen stays where it is still there."""
        chosen = self.office.currentData()
        self.office.clear()
        self.office.addItem(_("All offices"), "")
        for each in offices:
            self.office.addItem(each.name, str(each.id))
        self.office.setCurrentIndex(max(self.office.findData(chosen), 0))
        self.office.setVisible(len(offices) > 1)

    @property
    def owners(self) -> frozenset[UUID] | None:
        """Whose lines are wanted, None for everybody's; those I stand in for are mine."""
        return self.note.owners(is_mine=self.mine.isChecked())

    @property
    def office_id(self) -> UUID | None:
        """Of which office's cases, None for all."""
        office = self.office.currentData()
        return UUID(office) if office else None
