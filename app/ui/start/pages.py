"""The way to an open casebook: welcome, unlock, create, recovery key. Errors stand in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import KasebookError, WrongPassphrase
from app.i18n import _
from app.settings import Settings
from app.ui.jobs import Jobs, Step
from app.ui.messages import Messages
from app.ui.start import ways_out
from app.ui.start.card import Card
from app.ui.start.house import Backup, House

if TYPE_CHECKING:
    from app.ui.start.create import Create
    from app.ui.start.recovery import RecoveryKey
    from app.ui.start.restore import Restore
    from app.ui.start.unlock import Unlock
    from app.ui.start.welcome import Welcome

MOST_RECENT = 8
Make = Callable[[Path, Path, str, str], object]


class StartPages(QStackedWidget):
    """Opens or creates a casebook in a job, and gives it by ``opened``.

    A page is loaded and built when first shown.
    """

    opened = Signal(object)  # an open casebook
    _path: Path

    def __init__(self, house: House, jobs: Jobs, messages: Messages, settings: Settings) -> None:
        super().__init__()
        self._house = house
        self._jobs = jobs
        self._messages = messages
        self._settings = settings
        self._path = Path()
        self._book: Any = None

    @cached_property
    def welcome(self) -> Welcome:
        """The casebooks opened lately."""
        page: Welcome = self._house.load("app.ui.start.welcome.Welcome")()
        page.chosen.connect(self.show_casebook)
        page.open_other.connect(self._choose_casebook)
        page.create_new.connect(self.show_create)
        page.restore.connect(self.show_restore)
        self.addWidget(page)
        return page

    @cached_property
    def unlock(self) -> Unlock:
        """Who, and the passphrase."""
        page: Unlock = self._house.load("app.ui.start.unlock.Unlock")()
        page.unlock.connect(self._open)
        page.recover.connect(self._recover)
        page.other.connect(self.show_welcome)
        page.restore.connect(self._restore_this)
        self.addWidget(page)
        return page

    @cached_property
    def new(self) -> Create:
        """The form for a new casebook."""
        page: Create = self._house.load("app.ui.start.create.Create")()
        page.wanted.connect(self._create)
        page.back.connect(self.show_welcome)
        page.choose_place.connect(self._choose_place)
        self.addWidget(page)
        return page

    @cached_property
    def recovery(self) -> RecoveryKey:
        """The recovery key, shown once."""
        page: RecoveryKey = self._house.load("app.ui.start.recovery.RecoveryKey")()
        page.written.connect(lambda: self.opened.emit(self._book))
        self.addWidget(page)
        return page

    @cached_property
    def restore(self) -> Restore:
        """The form for a casebook made from a backup."""
        page: Restore = self._house.load("app.ui.start.restore.Restore")()
        page.wanted.connect(self._restore)
        page.back.connect(self.show_welcome)
        page.choose_backup.connect(self._choose_backup)
        page.choose_place.connect(self._choose_place_of_copy)
        self.addWidget(page)
        return page

    def begin(self, path: str | None) -> None:
        """Show the casebook ``path``, else the one opened last, else the welcome."""
        recent = [one for one in self._settings.recent_casebooks if _is_there(one)]
        if path is not None or recent:
            self.show_casebook(Path(path or recent[0]))
        else:
            self.show_welcome()
            self._jobs.start(lambda step: self._house.prepare())

    def show_welcome(self) -> None:
        """Show the casebooks opened lately."""
        self.welcome.show_recent(self._settings.recent_casebooks)
        self._show(self.welcome)

    def show_create(self) -> None:
        """Show the form for a new casebook."""
        self._show(self.new)
        self.new.fields["firm"].edit.setFocus()

    def show_casebook(self, path: Path) -> None:
        """Ask for the passphrase of a casebook, and who opens it."""
        self._path = path
        self.unlock.show_casebook(path)
        self._show(self.unlock)
        self.unlock.passphrase.edit.setFocus()
        self._jobs.start(
            lambda step: self._house.logins(path),
            done=self.unlock.show_logins,
            failed=partial(self._refuse, self.unlock),
        )

    def show_restore(self, backup: Path | None = None) -> None:
        """Ask which backup is to be brought back, and who opens it."""
        self._show(self.restore)
        self.restore.show_backup(backup)
        if backup is None:
            self.restore.choose.setFocus()
            return
        self.restore.fields["passphrase"].edit.setFocus()
        self._jobs.start(
            lambda step: self._house.logins(backup),
            done=self.restore.show_logins,
            failed=partial(self._refuse, self.restore),
        )

    def _restore_this(self) -> None:
        """Offer the newest backup of the casebook that is shown."""
        self._find_backup(lambda kept: self.show_restore(kept.path if kept else None))

    def _find_backup(self, then: Callable[[Backup | None], object]) -> None:
        ways_out.find(self._house, self._jobs, self._settings, self._path, then)

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)

    def _choose_casebook(self) -> None:
        self._messages.choose_folder(_("Open a casebook"), self.show_casebook)

    def _choose_place(self, start: str) -> None:
        self._messages.choose_folder(_("Where the casebook will lie"), self.new.show_folder, start)

    def _choose_backup(self, start: str) -> None:
        self._messages.choose_folder(_("Choose the backup"), self.show_restore, start)

    def _choose_place_of_copy(self, start: str) -> None:
        self._messages.choose_folder(_("Where the casebook will lie"), self.restore.show_place, start)

    def _choose_copy(self) -> None:
        self._messages.choose_folder(_("Where the copy will lie"), self._copy)

    def _copy(self, folder: Path) -> None:
        """Copy the casebook that can't be written, and open the copy."""
        login, passphrase = self.unlock.logins.currentText(), self.unlock.passphrase.text()
        self._make(
            self.unlock, self._house.rescue.copy, self._path, folder / self._path.name, login, passphrase
        )

    def _restore(self, backup: Path, place: Path, login: str, passphrase: str) -> None:
        self._make(self.restore, self._house.rescue.restore, backup, place, login, passphrase)

    def _make(self, page: Card, make: Make, source: Path, place: Path, login: str, passphrase: str) -> None:
        """Make one casebook of another, or of a backup, and open it."""
        house = self._house

        def work(_step: Step) -> object:
            make(source, place, login, passphrase)
            return house.open(place, login, passphrase)

        def made(book: object) -> None:
            self._path = place
            self._opened(book)

        page.forgive()
        page.wait(True)
        self._jobs.start(work, done=made, failed=partial(self._refuse, page))

    def _open(self, login: str, passphrase: str) -> None:
        path = self._path
        self.unlock.wait(True)
        self._jobs.start(
            lambda step: self._house.open(path, login, passphrase),
            done=self._opened,
            failed=partial(self._refuse, self.unlock),
        )

    def _recover(self, code: str) -> None:
        path = self._path
        self.unlock.wait(True)
        self._jobs.start(
            lambda step: self._house.recover(path, code),
            done=self._opened,
            failed=partial(self._refuse, self.unlock),
        )

    def _opened(self, book: object) -> None:
        for page in (self.unlock, self.restore):
            page.wait(False)
            page.fields["passphrase"].edit.clear()
        self.unlock.code.edit.clear()
        self._remember(self._path)
        self.opened.emit(book)

    def _create(self, typed: dict[str, Any]) -> None:
        self._path = typed["path"]
        self.new.wait(True)
        self._jobs.start(
            lambda step: self._house.create(typed.pop("path"), **typed),
            done=self._created,
            failed=partial(self._refuse, self.new),
        )

    def _created(self, made: tuple[object, str]) -> None:
        self._book, code = made
        self.new.wait(False)
        for name in ("passphrase", "again"):
            self.new.fields[name].edit.clear()
        self._remember(self._path)
        self._show(self.recovery)
        self.recovery.show_code(code)

    def _refuse(self, page: Card, error: Exception) -> None:
        page.wait(False)
        if isinstance(error, WrongPassphrase) and page is self.unlock:
            self.unlock.refuse_passphrase(error)
        elif isinstance(error, WrongPassphrase) and page is self.restore:
            self.restore.fields["passphrase"].refuse(str(error))
        elif isinstance(error, KasebookError):
            page.refuse(error)
            if page is self.unlock:
                ways_out.offer(
                    page, error, newest=self._find_backup, restore=self.show_restore, copy=self._choose_copy
                )
        else:
            self._messages.trouble(error)

    def _remember(self, path: Path) -> None:
        recent = [str(path), *(one for one in self._settings.recent_casebooks if one != str(path))]
        try:
            self._settings.recent_casebooks = tuple(recent[:MOST_RECENT])
        except KasebookError as error:
            self._messages.trouble(error)


def _is_there(path: str) -> bool:
    return "://" in path or Path(path).exists()
