"""Says over the board why a case did not go where it was sent, and leads to where that is settled."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.domain import moving
from app.errors import KasebookError
from app.i18n import _
from app.services.board import Card
from app.ui.case.place import CasePlace
from app.ui.widgets.plain import PlainLabel, button, icon_button


class RefusedBar(QFrame):
    """One refusal at a time; hidden while there is none, and for a case that has moved on since."""

    asking_case = Signal(object)  # the CasePlace where more is said

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("notice", "warn")
        self._place: CasePlace | None = None
        self.text = PlainLabel()
        self.text.setObjectName("board.refused")
        self.open = button(_("Open the case"), icon="briefcase", name="board.refused.open")
        self.away = icon_button("x", _("Put the message away"), name="board.refused.away")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self.text, 1)
        row.addWidget(self.open)
        row.addWidget(self.away)
        self.open.clicked.connect(lambda: self.asking_case.emit(self._place))
        self.away.clicked.connect(self.hide)
        self.hide()

    @property
    def case_id(self) -> UUID | None:
        """The case that was refused."""
        return self._place.case_id if self._place else None

    def show_refusal(self, card: Card, error: KasebookError) -> None:
        """Show whose move was refused and why, with what helps."""
        is_about_form = getattr(error, "field", "") == moving.FORM
        self._place = CasePlace(card.id, "form" if is_about_form else "")
        told = " ".join(part for part in (error.message, error.hint) if part)
        self.text.setText(f"{card.client}, {card.number}: {told}")
        self.open.setText(_("Open its form") if is_about_form else _("Open the case"))
        self.show()
