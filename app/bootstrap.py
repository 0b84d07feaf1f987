"""The composition root: decides between window and command line, and gives each what it works with."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import settings
from app.errors import UserError
from app.i18n import _

if TYPE_CHECKING:
    from app.ui.start import House
    from db.casebook import Casebook, Derive

Today = Callable[[], date]
READ_SHEET = "--read-sheet"  # how a frozen program starts the process that reads spreadsheets
READ_MAIL = "--read-mail"  # how a frozen program starts the process that reads e-mail files
WINDOW_BUSY_MS = 50  # the window tries again by timer rather than stand still


def open_casebook(
    path: Path, *, login: str, passphrase: str, today: Today = settings.today, **options: Any
) -> Casebook:
    """Open a casebook so that search rows, checklists and progress follow every change.

    ``today`` tells the day that checklists are computed for; ``options`` are those of ``Casebook``.
    Raises as ``Casebook.open``.
    """
    from db.casebook import Casebook

    wired = {"derive": derivations(today), "pinyin": _read_aloud, **options}
    return Casebook.open(path, login=login, passphrase=passphrase, **wired)


def create_casebook(path: Path, *, today: Today = settings.today, **options: Any) -> tuple[Casebook, str]:
    """Make a casebook and open it as ``open_casebook`` does; return it and its recovery key.

    ``options`` are those of ``Casebook.create``: firm, name, login, passphrase, cost, clock.
    """
    from db.casebook import Casebook

    return Casebook.create(path, derive=derivations(today), pinyin=_read_aloud, **options)


def derivations(today: Today = settings.today) -> tuple[Derive, ...]:
    """Return what recomputes search rows, checklists, progress and deadlines inside every write.

    Its modules are loaded with the first write: a start does not need them.
    """
    return (
        lambda session, changes: load("db.listing.refresh")(session, changes, pinyin=_read_aloud),
        lambda session, changes: load("app.services.checklists.follow")(session, changes, today()),
        lambda session, changes: load("app.services.deadlines.follow")(session, changes, today()),
    )


def _read_aloud(family: str, given: str) -> Iterable[str]:
    """Return how a Chinese name sounds; the tables are loaded with the first such name."""
    from app.domain import pinyin

    return pinyin.readings(family, given)


def run(argv: Sequence[str]) -> int:
    """Open the window, or do what the command ``argv`` says; return the exit code.

    Raises ``KasebookError`` for known trouble. The command line never loads Qt.
    """
    if argv[:1] == [READ_SHEET]:
        return int(load("app.services.sheet_child.main")(argv[1:]))
    if argv[:1] == [READ_MAIL]:
        return int(load("app.services.mail_child.main")())
    if wants_window(argv):
        return _show(argv[0] if argv else None)
    return _command_line(argv)


def _show(path: str | None) -> int:
    check_display(os.environ, sys.platform)
    gc.disable()  # what a start loads stays, and none of it is garbage; the first job's end turns it on again
    from app.ui import start

    return start.start(path, house())


def house() -> House:
    """Return what the window gets from here; each part is loaded when first called, after the first paint."""
    from app.ui.start import House, Rescue

    return House(
        prepare=_prepare,
        logins=_logins,
        open=lambda path, login, passphrase: open_casebook(
            path, login=login, passphrase=passphrase, busy_ms=WINDOW_BUSY_MS
        ),
        recover=_recovered,
        create=_founded,
        furnish=lambda window, book: importlib.import_module("app.ui.pages").furnish(window, book, load),
        rescue=Rescue(
            newest=lambda *given: load("app.services.trust.newest_backup")(*given),
            restore=lambda *given: load("app.services.trust.restore")(*given),
            copy=lambda *given: load("app.services.trust.copy")(*given),
        ),
        load=load,
    )


def _logins(path: Path) -> list[str]:
    from db import folder

    _prepare()  # while the user types the passphrase
    return folder.logins(folder.named(path))


def _prepare() -> None:
    """Load what opening a casebook and its first page need."""
    importlib.import_module("app.ui.pages")
    importlib.import_module("app.ui.today.page")
    gc.freeze()  # no later collection looks through the code again: the first took as long as the first page


def load(where: str) -> Any:
    """Return what the dotted name ``where`` stands for, loading its module."""
    module, _dot, name = where.rpartition(".")
    return getattr(importlib.import_module(module), name)


def _recovered(path: Path, code: str) -> Casebook:
    from db import keyslots

    return open_casebook(path, login=keyslots.RECOVERY, passphrase=code, busy_ms=WINDOW_BUSY_MS)


def _founded(path: Path, *, firm: str, name: str, login: str, passphrase: str) -> tuple[Casebook, str]:
    from app.services import accounts

    accounts.refuse_weak(passphrase, firm, name, login)
    return create_casebook(path, firm=firm, name=name, login=login, passphrase=passphrase)


def _command_line(argv: Sequence[str]) -> int:
    from app import cli

    return cli.main(
        argv, cli.Doors(open=open_casebook, create=create_casebook, show=_show, has_screen=has_screen)
    )


def wants_window(argv: Sequence[str]) -> bool:
    """Say whether ``argv`` opens the window: nothing at all, or one casebook by its path or address.

    A casebook is told from a command by its ending, by being an address, or by a folder in front of it.
    """
    if len(argv) != 1:
        return not argv
    word = argv[0]
    return not word.startswith("-") and (
        word.rstrip("/\\").endswith(".kasebook") or "://" in word or os.path.basename(word) != word
    )


def has_screen() -> bool:
    """Say whether there is a screen to open a window on."""
    try:
        check_display(os.environ, sys.platform)
    except UserError:
        return False
    return True


def check_display(environ: Mapping[str, str], platform: str) -> None:
    """Raise ``UserError`` where there is no screen to open a window on; Qt itself would abort the process."""
    if not platform.startswith("linux"):
        return
    if not any(environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        raise UserError(
            _("There is no screen here to open the window on."),
            _("Everything works on the command line too: kasebook --help"),
        )
