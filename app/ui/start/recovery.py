"""The recovery key, shown once; it goes on only when the key was written down."""

from PySide6.QtCore import Qt, Signal

from app.i18n import _
from app.ui.start.card import Card
from app.ui.widgets.plain import PlainLabel, button


class RecoveryKey(Card):
    """Shows a key and asks for its last group, to be sure that it is on paper."""

    written = Signal()

    def __init__(self) -> None:
        super().__init__(
            "recovery",
            _("Your recovery key"),
            _(
                "Write it down and keep it away from this computer. It opens the casebook when the "
                "passphrase is forgotten, and it is shown only now."
            ),
        )
        self._code = ""
        self.code = PlainLabel(tone="code", wraps=False)
        self.code.setObjectName("recovery.code")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.inside.addWidget(self.code)
        self.last = self.add_field("last", _("Type the last group from your paper"))
        self.button = button(_("I have written it down"), kind="primary", name="recovery.written")
        self.button.setEnabled(False)
        self.add_end(self.button)
        self.last.edit.textChanged.connect(lambda _text: self.button.setEnabled(self._is_right()))
        self.last.entered.connect(self._go_on)
        self.button.clicked.connect(self._go_on)

    def show_code(self, code: str) -> None:
        """Show a key of groups with hyphens, on two lines."""
        self._code = code
        groups = code.split("-")
        half = (len(groups) + 1) // 2
        self.code.setText("-".join(groups[:half]) + "-\n" + "-".join(groups[half:]))
        self.last.edit.clear()
        self.last.edit.setFocus()

    def _is_right(self) -> bool:
        return self.last.text().strip().upper() == self._code.split("-")[-1]

    def _go_on(self) -> None:
        if self._is_right():
            self._code = ""
            self.code.clear()
            self.written.emit()
