"""The button that withdraws the consent chosen: as easy as giving it was (PIPL Art. 15)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.people import Consent
from app.i18n import _
from app.services import people
from app.settings import today
from app.ui.page import Desk
from app.ui.parts import PartsEditor
from app.ui.widgets.plain import PlainLabel, button


class Withdrawal(QWidget):
    """Follows the consent chosen in a table; shown while that one stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._editor: PartsEditor | None = None
        self.press = button(_("Withdrawn today"), name="people.consents.withdraw")
        text = _("What rests on a consent closes at once when it is withdrawn; nothing recorded is deleted.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.press, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(PlainLabel(text, "muted"))
        self.press.clicked.connect(self._withdraw)

    def follow(self, editor: PartsEditor) -> None:
        """Act on the consent chosen in ``editor``."""
        self._editor = editor
        editor.table.chosen.connect(lambda _key: self._show())
        editor.model.modelReset.connect(self._show)
        editor.model.dataChanged.connect(self._show)
        self._show()

    def _chosen(self) -> Consent | None:
        if self._editor is None:
            return None
        found = self._editor.model.line_at(self._editor.table.currentIndex().row())
        return found if isinstance(found, Consent) else None

    def _show(self) -> None:
        consent = self._chosen()
        self.setVisible(consent is not None and consent.withdrawn_on is None)

    def _withdraw(self) -> None:
        consent, office = self._chosen(), self._desk.office
        if consent is None or consent.id is None:
            return
        key, version = consent.id, consent.version

        def work() -> None:
            office.write(people.withdraw, key, version, today())
            self._desk.messages.tell(_("Withdrawn."), _("Undo"), office.undo)

        office.attempt(work)
