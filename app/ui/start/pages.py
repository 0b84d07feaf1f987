"""The way to an open casebook: welcome, unlock, create, recovery key. Errors stand in place."""

from functools import cached_property, partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import KasebookError, WrongPassphrase
from app.i18n import _
from app.settings import Settings
from app.ui.jobs import Jobs
from app.ui.messages import Messages
from app.ui.start.card import Card
from app.ui.start.create import Create
from app.ui.start.house import House
from app.ui.start.recovery import RecoveryKey
from app.ui.start.unlock import Unlock
from app.ui.start.welcome import Welcome

MOST_RECENT = 8


class StartPages(QStackedWidget):
    """Opens or creates a casebook in a job, and gives it by ``opened``. A page is built when first shown."""

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
        page = Welcome()
        page.chosen.connect(self.show_casebook)
        page.open_other.connect(self._choose_casebook)
        page.create_new.connect(self.show_create)
        self.addWidget(page)
        return page

    @cached_property
    def unlock(self) -> Unlock:
        """Who, and the passphrase."""
        page = Unlock()
        page.unlock.connect(self._open)
        page.recover.connect(self._recover)
        page.other.connect(self.show_welcome)
        self.addWidget(page)
        return page

    @cached_property
    def new(self) -> Create:
        """The form for a new casebook."""
        page = Create()
        page.wanted.connect(self._create)
        page.back.connect(self.show_welcome)
        page.choose_place.connect(self._choose_place)
        self.addWidget(page)
        return page

    @cached_property
    def recovery(self) -> RecoveryKey:
        """The recovery key, shown once."""
        page = RecoveryKey()
        page.written.connect(lambda: self.opened.emit(self._book))
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

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)

    def _choose_casebook(self) -> None:
        self._messages.choose_folder(_("Open a casebook"), self.show_casebook)

    def _choose_place(self, start: str) -> None:
        self._messages.choose_folder(_("Where the casebook will lie"), self.new.show_folder, start)

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
        self.unlock.wait(False)
        self.unlock.passphrase.edit.clear()
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
        elif isinstance(error, KasebookError):
            page.refuse(error)
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
