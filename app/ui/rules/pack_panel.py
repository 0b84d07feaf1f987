"""Who signed the pack in view, the two ways to go on, and whose packs are trusted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KasebookError
from app.i18n import _, plural
from app.services.pack_files import Preview
from app.services.signers import SignerLine
from app.ui import words
from app.ui.widgets.plain import PlainLabel, button, line, set_state
from app.ui.widgets.scrolled import scrolled


class PackPanel(QFrame):
    """Asks by signal to take the file in, to close it, or to trust a signer no more."""

    accepting = Signal(bool)  # whether its signer is trusted from now on
    closing = Signal()
    dropping = Signal(object)  # a SignerLine

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "true")
        self.setMinimumWidth(340)
        self._found: Preview | None = None
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("rules.pack.error")
        self.signer = PlainLabel(tone="heading")
        self.signed = PlainLabel(tone="muted")
        self.standing = PlainLabel()
        self.standing.setObjectName("rules.pack.standing")
        self.trust = QCheckBox(_("Trust this signer from now on"))
        self.trust.setObjectName("rules.pack.trust")
        self.accept = button(_("Take it in"), kind="primary", name="rules.pack.accept")
        self.close_button = button(_("Close"), name="rules.pack.close")
        self.file = QWidget()
        self.own = PlainLabel()
        self.own.setObjectName("rules.pack.own")
        self._signers = QVBoxLayout()
        self._assemble()
        self.accept.clicked.connect(lambda: self.accepting.emit(self.trust.isChecked()))
        self.close_button.clicked.connect(self.closing)

    def _assemble(self) -> None:
        self.notice = QFrame()
        around = QVBoxLayout(self.notice)
        around.setContentsMargins(12, 8, 12, 8)
        around.addWidget(self.standing)
        row = QHBoxLayout()
        row.addWidget(self.accept)
        row.addWidget(self.close_button)
        row.addStretch()
        inside = QVBoxLayout(self.file)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        for part in (self.signer, self.signed, self.notice, self.trust):
            inside.addWidget(part)
        inside.addLayout(row)
        inside.addWidget(line())
        known = QWidget()
        listed = QVBoxLayout(known)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(8)
        listed.addWidget(PlainLabel(_("Trusted signers"), "heading"))
        listed.addLayout(self._signers)
        ours = PlainLabel(_("Our signature"), "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(self.error, self.file, ours, self.own, known))
        self.error.hide()
        self.file.hide()

    def refuse(self, error: KasebookError) -> None:
        """Say what is wrong with a file, or why it can't be taken in."""
        self.error.setText(str(error))
        self.error.show()

    def show_file(self, found: Preview | None) -> None:
        """Show who signed the file in view; None where there is none."""
        self.error.hide()
        self._found = found
        self.file.setVisible(found is not None)
        if found is None:
            return
        self.signer.setText(found.firm)
        text = _("Signed by {name} on {day}. Fingerprint:\n{fingerprint}")
        day = words.day(found.made_on)
        self.signed.setText(text.format(name=found.signer, day=day, fingerprint=found.fingerprint))
        self.standing.setText(_standing(found))
        set_state(self.notice, "notice", "plain" if found.is_trusted or found.is_own else "warn")
        self.trust.setChecked(False)
        self.trust.setVisible(not (found.is_trusted or found.is_own))
        self.accept.setEnabled(found.count > 0)
        self.accept.setText(plural("Take in {count} entry", "Take in {count} entries", found.count))

    def show_signers(self, own: str, trusted: Sequence[SignerLine]) -> None:
        """Show this casebook's own fingerprint, and the signers that are trusted."""
        self.own.setText(
            _("Others compare this fingerprint with you:\n{fingerprint}").format(fingerprint=own)
        )
        while self._signers.count():
            item = self._signers.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, each in enumerate(trusted, 1):
            self._signers.addWidget(self._signer(number, each))
        if not trusted:
            self._signers.addWidget(PlainLabel(_("Nobody yet."), "muted"))

    def _signer(self, number: int, each: SignerLine) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(f"{each.name}\n{each.fingerprint}"), 1)
        remove = button(_("Remove"), kind="link", name=f"rules.pack.signer.{number}")
        remove.setAccessibleName(_("Trust {name} no more").format(name=each.name))
        remove.clicked.connect(lambda: self.dropping.emit(each))
        row.addWidget(remove)
        return whole


def _standing(found: Preview) -> str:
    if found.is_own:
        return _("This casebook made the file itself.")
    if found.is_trusted:
        return _("The signer is trusted here.")
    return _("This signer is not known here: compare the fingerprint with the sender by another way.")
