"""Whose cases are mine: my own, and those of whom I stand in for; a line says so."""

from uuid import UUID

from app.i18n import _
from app.services import deputies, firms
from app.settings import today
from app.ui import words
from app.ui.page import Desk
from app.ui.widgets.plain import PlainLabel


class DeputyNote(PlainLabel):
    """Hidden unless somebody's cases are mine meanwhile; ``indent`` is in pixels, as of the page's head."""

    def __init__(self, desk: Desk, *, indent: int = 0) -> None:
        super().__init__(tone="muted")
        self.setContentsMargins(indent, 0, indent, 8 if indent else 0)
        self._desk = desk
        self.hide()

    def owners(self, *, is_mine: bool) -> frozenset[UUID] | None:
        """Return whose cases are wanted, None for everybody's; say for whom I stand in."""
        told = self._said() if is_mine else ""
        self.setText(told)
        self.setVisible(bool(told))
        office = self._desk.office
        return office.read(deputies.mine, office.user[0], today()) if is_mine else None

    def _said(self) -> str:
        office = self._desk.office
        names = office.read(firms.names)
        text = _("You stand in for {name} until {day}: those cases are among yours.")
        return " ".join(
            text.format(name=names.get(each.user_id, ""), day=words.day(each.end))
            for each in office.read(deputies.standing_in, office.user[0], today())
            if each.user_id
        )
