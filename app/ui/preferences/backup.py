"""Verified copies of the casebook in a second folder."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import backups
from app.errors import UserError
from app.i18n import _
from app.services import trust
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.widgets.plain import ElidedLabel, PlainLabel, button

WIDEST = 720


class BackupSection(QWidget):
    """Says when the last verified copy was made, and makes another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.folder = ElidedLabel()
        self.folder.setObjectName("preferences.backup.folder")
        self.last = PlainLabel(tone="muted")
        self.last.setObjectName("preferences.backup.last")
        self.choose = button(_("Choose a folder…"), icon="folder-open", name="preferences.backup.choose")
        self.now = button(_("Back up now"), kind="primary", icon="save", name="preferences.backup.now")
        self._assemble()
        self.choose.clicked.connect(self._choose)
        self.now.clicked.connect(self.back_up)

    def _assemble(self) -> None:
        hint = _(
            "A copy on another disk saves the casebook when this one fails. Each copy is opened and checked "
            "before it counts; it is as encrypted as the casebook, and opens with the same passphrases."
        )
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        below = QHBoxLayout()
        below.addWidget(self.now)
        below.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("Backup"), "heading"))
        layout.addWidget(PlainLabel(hint, "muted"))
        layout.addLayout(row)
        layout.addWidget(self.last)
        layout.addLayout(below)
        self.setMaximumWidth(WIDEST)

    def target(self) -> Path | None:
        """Return the folder chosen for this casebook; None while none is."""
        kept = self._desk.settings.backup_folders.get(self._key)
        return Path(kept) if kept else None

    def refresh(self) -> None:
        """Show the folder, and look in a job when the last copy was made."""
        target, casebook = self.target(), Path(self._key)
        self.folder.show_text(str(target) if target else _("No folder chosen."))
        self.now.setEnabled(target is not None)
        if target is None:
            self._show_last(None)
        else:
            self._desk.jobs.start(lambda _step: trust.last_backup(casebook, target), done=self._show_last)

    def leave(self) -> None:
        """Nothing is typed here."""

    def back_up(self) -> None:
        """Make a copy and verify it; without a folder, choose one first."""
        target, office = self.target(), self._desk.office
        if target is None:
            self._choose()
            return
        self.now.setEnabled(False)
        self._desk.jobs.start(
            lambda _step: _backed_up(office, target),
            done=self._made,
            failed=self._fail,
            title=_("Backing up"),
        )

    @property
    def _key(self) -> str:
        return str(Path(self._desk.office.path).absolute())

    def _choose(self) -> None:
        self._desk.messages.choose_folder(_("Folder for backups"), self._keep, str(self.target() or ""))

    def _keep(self, folder: Path) -> None:
        settings = self._desk.settings
        try:
            settings.backup_folders = {**settings.backup_folders, self._key: str(folder)}
        except UserError as error:
            self._desk.messages.trouble(error)
        self.refresh()

    def _made(self, made: trust.Made) -> None:
        self.now.setEnabled(True)
        self._show_last(made.at)
        self._desk.messages.tell(_("Backed up and verified: {file}.").format(file=made.path.name))

    def _fail(self, error: Exception) -> None:
        self.now.setEnabled(True)
        self._desk.messages.trouble(error)

    def _show_last(self, at: datetime | None) -> None:
        self.last.setText(backups.told(at))


def _backed_up(office: Office, target: Path) -> trust.Made:
    """Back up; a folder that is gone is not made anew, where its disk was unplugged."""
    if not target.is_dir():
        raise UserError(
            _("The folder for backups is not there."), _("Connect its disk, or choose another folder.")
        )
    return office.with_casebook(trust.back_up, target)
