"""Unlock a casebook: who, and the passphrase; or its recovery key."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import KasebookError, WrongPassphrase
from app.i18n import _
from app.ui.start.card import Card
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import ElidedLabel, PlainLabel, button, links


class Unlock(Card):
    """Asks by signal to open the casebook it shows."""

    unlock = Signal(str, str)  # login, passphrase
    recover = Signal(str)  # the recovery key
    other = Signal()  # another casebook
    restore = Signal()  # a backup of it

    def __init__(self) -> None:
        super().__init__("unlock", _("Unlock"))
        self._is_told = False  # who opens it; it is read from the disk
        self._is_asked = False  # before that was told: it is asked again then
        self.place = ElidedLabel(tone="muted")
        self.logins = Combo("unlock.login")
        self.logins.setAccessibleName(_("Login"))
        self.logins.setAccessibleDescription(_("Login"))
        self._who = PlainLabel(_("Login"), "field")
        self._who.setBuddy(self.logins)
        self.inside.addWidget(self.place)
        self.inside.addWidget(self._who)
        self.inside.addWidget(self.logins)
        self.passphrase = self.add_field("passphrase", _("Passphrase"), secret=True)
        self.code = self.add_field("recovery", _("Recovery key"), hint="ABCD-EFGH-…")
        self._with_code = button(_("Use the recovery key"), kind="link", name="unlock.use_recovery")
        self._other = button(_("Another casebook"), kind="link", name="unlock.other")
        self.restore_button = button(_("Restore a backup…"), kind="link", name="unlock.restore")
        self.button = button(_("Unlock"), kind="primary", name="unlock.unlock")
        self.add_end(links(self._with_code, self._other), self.button)
        self.inside.addWidget(links(self.restore_button))
        QWidget.setTabOrder(self.code.edit, self.button)
        QWidget.setTabOrder(self.button, self._with_code)
        self.button.clicked.connect(self._ask)
        self._other.clicked.connect(self.other)
        self.restore_button.clicked.connect(lambda: self.restore.emit())
        self._with_code.clicked.connect(lambda: self.use_code(self.code.isHidden()))
        for field in (self.passphrase, self.code):
            field.entered.connect(self._ask)

    def show_casebook(self, path: Path) -> None:
        """Show which casebook is to be opened; who opens it is told by ``show_logins``."""
        self.forgive()
        self.place.show_text(f"{path.stem}  ·  {path.parent}")
        self._is_told = self._is_asked = False
        self.logins.clear()
        self.passphrase.edit.clear()
        self.code.edit.clear()
        self.use_code(False)

    def show_logins(self, logins: Sequence[str]) -> None:
        """Offer who can open the casebook; one name alone is not asked for."""
        self.logins.clear()
        self.logins.addItems(list(logins))
        self._show_who()
        self._is_told = True
        if self._is_asked:
            self._ask()

    def refuse(self, error: KasebookError) -> None:
        """Show an error; nothing is asked by itself after it."""
        self._is_told, self._is_asked = True, False
        super().refuse(error)

    def use_code(self, with_code: bool) -> None:
        """Ask for the recovery key, or for the passphrase."""
        self.code.setVisible(with_code)
        self.passphrase.setVisible(not with_code)
        self._with_code.setText(_("Use the passphrase") if with_code else _("Use the recovery key"))
        self._show_who()
        (self.code if with_code else self.passphrase).edit.setFocus()

    def _show_who(self) -> None:
        shown = self.logins.count() > 1 and self.code.isHidden()
        self.logins.setVisible(shown)
        self._who.setVisible(shown)

    def refuse_passphrase(self, error: WrongPassphrase) -> None:
        """Show a wrong passphrase beside what was typed, all of it selected to be typed anew."""
        field = self.passphrase if self.code.isHidden() else self.code
        field.refuse(str(error))
        field.edit.selectAll()
        field.edit.setFocus()

    def _ask(self) -> None:
        self.forgive()
        self._is_asked = not self._is_told and self.code.isHidden()
        if self._is_asked:
            return
        if self.code.isHidden():
            self.unlock.emit(self.logins.currentText(), self.passphrase.text())
        else:
            self.recover.emit(self.code.text())
