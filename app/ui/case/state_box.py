"""The state of one checklist line, and where it may go from there; a return or waiver asks for its reason."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.item_records import NEEDS_REASON, STATE_MOVES, ItemState
from app.i18n import N_, _
from app.ui.widgets.plain import LineEdit, PlainLabel, button, set_state

MOVES = {
    ItemState.NEEDED: N_("Mark as needed"),
    ItemState.REQUESTED: N_("Mark as requested"),
    ItemState.RECEIVED: N_("Mark as received"),
    ItemState.RETURNED: N_("Return to client…"),
    ItemState.ACCEPTED: N_("Mark as checked by us"),
    ItemState.WAIVED: N_("Waive…"),
}


class StateBox(QWidget):
    """Asks by signal to move the line."""

    moving = Signal(object, str)  # the ItemState wanted, the reason

    def __init__(self) -> None:
        super().__init__()
        self._wanted: ItemState | None = None
        self.state = button("", name="case.line.state")
        self.menu = QMenu(self.state)
        self.state.setMenu(self.menu)
        self.why = PlainLabel("", "field")
        self.reason = LineEdit()
        self.reason.setObjectName("case.line.reason")
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setMaxLength(500)
        self.confirm = button(_("Return"), kind="primary", name="case.line.reason.save")
        self.cancel = button(_("Cancel"), name="case.line.reason.cancel")
        self._box = self._asking()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.state)
        row.addStretch()
        layout.addLayout(row)
        layout.addWidget(self._box)
        self.confirm.clicked.connect(self._move_with_reason)
        self.reason.returnPressed.connect(self._move_with_reason)
        self.cancel.clicked.connect(self._box.hide)

    def _asking(self) -> QWidget:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 4, 0, 4)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        layout.addWidget(self.why)
        layout.addWidget(self.reason)
        layout.addLayout(row)
        whole.hide()
        return whole

    def show_state(self, state: ItemState) -> None:
        """Show a state with its moves."""
        self.state.setText(_(state.label))
        self.state.setAccessibleName(_("State: {state}").format(state=_(state.label)))
        self._box.hide()
        self.menu.clear()
        fill(self.menu, state, self.ask_to_move)

    def ask_to_move(self, to: ItemState) -> None:
        """Ask to move the line, after its reason where one is needed."""
        if to in NEEDS_REASON:
            self.ask_reason(to)
        else:
            self.moving.emit(to, "")

    def ask_reason(self, to: ItemState) -> None:
        """Let a reason be typed."""
        self._wanted = to
        is_return = to is ItemState.RETURNED
        self.why.setText(
            _("Why it goes back, in words for the client") if is_return else _("Why it is waived")
        )
        self.confirm.setText(_("Return") if is_return else _("Waive"))
        self.reason.clear()
        set_state(self.reason, "state", "")
        self._box.show()
        self.reason.setFocus()

    def _move_with_reason(self) -> None:
        if not self.reason.text().strip():
            set_state(self.reason, "state", "invalid")
            self.reason.setFocus()
        elif self._wanted is not None:
            self.moving.emit(self._wanted, self.reason.text())


def fill(menu: QMenu, state: ItemState, move: Callable[[ItemState], object]) -> None:
    """Fill a menu with the moves from ``state``."""
    for to in STATE_MOVES[state]:
        made = menu.addAction(_(MOVES[to]))
        made.setObjectName(f"case.line.move.{to.value}")
        made.triggered.connect(lambda _on=False, to=to: move(to))
