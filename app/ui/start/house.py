"""What the composition root hands to the window, so that nothing heavy is loaded before the first paint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from app.ui.office import Office


class Create(Protocol):
    """Makes a casebook; returns it open, with its recovery key."""

    def __call__(self, path: Path, *, firm: str, name: str, login: str, passphrase: str) -> tuple[Any, str]:
        """Raise a class of ``app.errors`` for known trouble."""


class Backup(Protocol):
    """A verified backup that is there."""

    @property
    def path(self) -> Path:
        """Its folder."""

    @property
    def at(self) -> datetime:
        """When it was made (UTC)."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What helps where a casebook does not open; each runs in a job and raises ``app.errors``.

    ``newest(casebook, folder)`` finds its newest backup, ``restore(backup, new, login, passphrase)`` makes
    a casebook of one, ``copy(casebook, new, login, passphrase)`` copies one that can't be written.
    """

    newest: Callable[[Path, Path], Backup | None]
    restore: Callable[[Path, Path, str, str], object]
    copy: Callable[[Path, Path, str, str], object]


@dataclass(frozen=True, slots=True)
class House:
    """Each is loaded when first called. All but ``furnish`` run in a job, and raise ``app.errors``.

    ``logins(path)`` says who opens a casebook, ``open(path, login, passphrase)`` opens it,
    ``recover(path, code)`` opens it with its recovery key. ``furnish`` gives the window the pages of an
    open casebook, on the window's thread, and returns its office.
    """

    prepare: Callable[[], object]
    logins: Callable[[Path], list[str]]
    open: Callable[[Path, str, str], Any]
    recover: Callable[[Path, str], Any]
    create: Create
    furnish: Callable[[MainWindow, Any], Office]
    rescue: Rescue
    load: Callable[[str], Any]  # a class by its dotted name, for what a start page builds when first shown
