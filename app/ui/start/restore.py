"""A casebook made from a backup: which backup, where the new one will lie, who opens it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.start.card import Card, require
from app.ui.start.create import SUFFIX
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import ElidedLabel, PlainLabel, button, links


class Restore(Card):
    """Asks by signal for a backup to be brought back beside what is there."""

    wanted = Signal(object, object, str, str)  # backup, new casebook, login, passphrase
    choose_backup = Signal(str)  # the folder proposed so far
    choose_place = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__(
            "restore",
            _("Restore a backup"),
            _("A new casebook is made of it. What is there is not touched, and stays as it is."),
        )
        self._backup: Path | None = None
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self.backup = ElidedLabel()
        self.place = ElidedLabel(tone="muted")
        self.logins = Combo("restore.login")
        self.logins.setAccessibleName(_("Login"))
        self.logins.setAccessibleDescription(_("Login"))
        self.choose = button(
            _("Choose the backup…"), kind="link", icon="folder-open", name="restore.choose_backup"
        )
        self.elsewhere = button(
            _("Choose another folder…"), kind="link", icon="folder-open", name="restore.choose_place"
        )
        self._assemble()
        self._connect()
        self.show_backup(None)

    def _assemble(self) -> None:
        who = PlainLabel(_("Login"), "field")
        who.setBuddy(self.logins)
        for part in (self.backup, links(self.choose), self.place, links(self.elsewhere), who, self.logins):
            self.inside.addWidget(part)
        self.add_field("passphrase", _("Passphrase"), secret=True)
        self.cancel = button(_("Back"), name="restore.back")
        self.button = button(_("Restore"), kind="primary", name="restore.restore")
        self.add_end(self.cancel, self.button)
        QWidget.setTabOrder(self.fields["passphrase"].edit, self.button)

    def _connect(self) -> None:
        self.choose.clicked.connect(lambda: self.choose_backup.emit(str(self._start())))
        self.elsewhere.clicked.connect(lambda: self.choose_place.emit(str(self._folder)))
        self.cancel.clicked.connect(self.back)
        self.button.clicked.connect(self._ask)
        self.fields["passphrase"].entered.connect(self._ask)

    def _start(self) -> Path:
        return self._backup.parent if self._backup else self._folder

    def show_backup(self, backup: Path | None) -> None:
        """Show which backup is meant, None while none is chosen; who opens it is told by ``show_logins``."""
        self._backup = backup
        self.forgive()
        self.logins.clear()
        self.fields["passphrase"].edit.clear()
        self.backup.show_text(backup.name if backup else _("No backup chosen."))
        self.place.show_text(_("It will lie in {path}").format(path=self.path()) if backup else "")
        self.elsewhere.setEnabled(backup is not None)
        self.button.setEnabled(backup is not None)

    def show_place(self, folder: Path) -> None:
        """Put the new casebook into ``folder``."""
        self._folder = folder
        self.place.show_text(_("It will lie in {path}").format(path=self.path()))

    def show_logins(self, logins: Sequence[str]) -> None:
        """Offer who can open the backup."""
        self.logins.clear()
        self.logins.addItems(list(logins))

    def path(self) -> Path:
        """Return where the new casebook will lie: it is named after the backup, day and time included."""
        name = self._backup.stem if self._backup else ""
        return self._folder / f"{name}{SUFFIX}"

    def _ask(self) -> None:
        self.forgive()
        if self._backup is not None and require(self, ["passphrase"]):
            passphrase = self.fields["passphrase"].text()
            self.wanted.emit(self._backup, self.path(), self.logins.currentText(), passphrase)
