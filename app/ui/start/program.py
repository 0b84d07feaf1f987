"""Run the window: the shell is painted first, then the casebook; locking ends in a fresh process."""

import faulthandler
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QLoggingCategory, QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from app import i18n
from app.domain import backups
from app.errors import KasebookError
from app.i18n import _
from app.settings import Settings, profile_folder
from app.ui import theme
from app.ui.idle import Idle
from app.ui.main_window import MainWindow
from app.ui.start import ways_out
from app.ui.start.house import Backup, House
from app.ui.start.pages import StartPages

LOG_BYTES = 500_000


def start(path: str | None, house: House) -> int:
    """Show the window, for the casebook ``path`` if one is given; return when it is closed."""
    # Fallback asks every font before the right one, and each that lacks the script would say so.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Kasebook")
    app.setDesktopFileName("kasebook")
    _keep_log(profile_folder())
    settings = Settings()
    i18n.use(language_of(settings))
    theme.dress(app, settings.scheme)
    app.setWindowIcon(theme.icon("briefcase-business", "accent"))
    program = Program(settings, house)
    program.window.messages.catch_all()
    program.show(path)
    return app.exec()


def language_of(settings: Settings) -> str:
    """Return the window's language: the one chosen, else the system's where we have it."""
    if settings.language != "system":
        return settings.language
    return "zh" if QLocale.system().name().startswith("zh") else "en"


def _keep_log(folder: Path) -> None:
    """Write warnings, and where a crash of Qt happened, into the profile; neither holds client data.

    A log that is full is put aside at the next start; until then it keeps what came first. The standard
    library's handler that changes files meanwhile loads sockets and more, before the first paint.
    """
    path = folder / "kasebook.log"
    if path.exists() and path.stat().st_size >= LOG_BYTES:
        path.replace(folder / "kasebook.log.1")
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.addFilter(lambda _record: path.stat().st_size < LOG_BYTES)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    faulthandler.enable(open(folder / "crash.log", "w", encoding="utf-8"))  # noqa: SIM115  open until the end


def relaunch(path: str) -> None:
    """Start the program anew on a casebook: a fresh process holds no key and no client data."""
    command = [path] if getattr(sys, "frozen", False) else ["-m", "app", path]
    QProcess.startDetached(sys.executable, command, os.getcwd())


class Program(QObject):
    """Holds the window and the open casebook together, from the first paint to the end."""

    def __init__(self, settings: Settings, house: House, relaunch: Callable[[str], None] = relaunch) -> None:
        super().__init__()
        self._settings = settings
        self._house = house
        self._relaunch = relaunch
        self._office: Any = None
        self._idle: Idle | None = None
        self.window = MainWindow(settings)
        self.start_pages = StartPages(house, self.window.jobs, self.window.messages, settings)
        self.window.begin(self.start_pages)
        self.start_pages.opened.connect(self._furnish)
        self.window.locking.connect(self.lock)
        self.window.messages.damaged.connect(self._name_backup)
        self.window.closed.connect(self._close)

    def show(self, path: str | None) -> None:
        """Paint the window, and only then ask for the casebook."""
        self.window.show()
        QTimer.singleShot(0, self, lambda: self.start_pages.begin(path))

    def _furnish(self, book: object) -> None:
        self._office = self._house.furnish(self.window, book)
        self._idle = Idle(self._settings.idle_lock_minutes, self)
        self._idle.idle.connect(self.lock)

    def _name_backup(self, error: KasebookError) -> None:
        """Say of a damaged casebook when it was last backed up; the locked window offers to restore that."""
        if self._office is None:
            return

        def tell(kept: Backup | None) -> None:
            said = backups.known(kept.at if kept else None)
            self.window.messages.tell(f"{error} {said}", _("Lock, and restore a backup"), self.lock)

        path = Path(self._office.path)
        ways_out.find(self._house, self.window.jobs, self._settings, path, tell)

    def lock(self) -> None:
        """Save what was typed, close, and start anew, locked."""
        path = self._office.path if self._office is not None else ""
        self.window.leave()
        self._close()
        if path:
            self._relaunch(path)
        self.window.hide()
        QApplication.quit()

    def _close(self) -> None:
        self.window.jobs.close()
        if self._office is not None:
            kept = self._settings.backup_folders.get(str(Path(self._office.path).absolute()))
            self._office.close(Path(kept) if kept else None)
            self._office = None
