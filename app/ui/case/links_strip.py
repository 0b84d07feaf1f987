"""The case before this one and those after it, at the head of each: one click from one to another."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from app.i18n import _
from app.services import linked
from app.services.linked import Linked
from app.ui.page import Desk
from app.ui.widgets.plain import button, set_tip
from app.ui.widgets.scrolled import empty


class LinksStrip(QFrame):
    """Hidden for a case that neither follows another nor is followed; asks by signal to go to one."""

    going = Signal(object)  # the key of another case

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("surface", "true")
        self._cases: tuple[Linked, ...] = ()
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(46, 0, 16, 8)
        self._row.setSpacing(6)
        self.hide()

    @property
    def keys(self) -> tuple[UUID, ...]:
        """The cases in view."""
        return tuple(each.id for each in self._cases)

    def show_case(self, case_id: UUID) -> None:
        """Show what comes before and after a case; without either the strip is hidden."""
        self._cases = self._desk.office.read(linked.around, case_id)
        empty(self._row)
        self.buttons = [self._button(place, each) for place, each in enumerate(self._cases)]
        for made in self.buttons:
            self._row.addWidget(made)
        self._row.addStretch()
        self.setVisible(bool(self._cases))

    def _button(self, place: int, each: Linked) -> QPushButton:
        words = _("Later: {number} ({how})") if each.is_later else _("Follows: {number} ({how})")
        text = words.format(number=each.number, how=_(each.following.label))
        made = button(text, kind="link", name=f"case.linked.{place}")
        made.setAccessibleName(f"{text}, {each.category}, {_(each.stage.label)}")
        set_tip(made, f"{each.number} · {each.category} · {_(each.stage.label)}")
        made.clicked.connect(partial(self.going.emit, each.id))
        return made
