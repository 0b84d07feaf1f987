"""One command under way: its options, the day it counts as today, the casebook it works in."""

from __future__ import annotations

import argparse
import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from app import settings
from app.cli import passphrases
from app.errors import UserError, WrongPassphrase
from app.i18n import _
from app.services import accounts
from app.services.trust import Casebook


@dataclass(frozen=True, slots=True)
class Doors:
    """What the command line gets from outside: how casebooks are opened and made, and the window."""

    open: Callable[..., Casebook]
    create: Callable[..., tuple[Casebook, str]]
    show: Callable[[str | None], int]
    has_screen: Callable[[], bool]


class Call:
    """The options of one command, and what they name."""

    def __init__(self, options: argparse.Namespace, doors: Doors) -> None:
        self.options = options
        self.doors = doors

    def option(self, name: str) -> Any:
        """Return an option that every command shares, or None where it was not given."""
        return getattr(self.options, name, None)

    @cached_property
    def today(self) -> date:
        """The day given by ``--today``, else ``settings.today``."""
        given: date | None = self.option("today")
        return given or settings.today()

    @property
    def path(self) -> Path:
        """The casebook's folder. Raises ``UserError`` where none was named."""
        given: Path | None = self.option("casebook")
        if given is None:
            raise UserError(_("Which casebook?"), _("Name it: --casebook PATH"))
        return refuse_server(given)

    @property
    def as_json(self) -> bool:
        """Whether the answer is to be JSON."""
        return bool(self.option("json"))

    def passphrase(self) -> str:
        """Return the passphrase from the file, the environment or the keyboard."""
        return passphrases.given(self.option("passphrase_file"))

    @contextmanager
    def book(self) -> Iterator[Casebook]:
        """Open the casebook that the options name, and close it afterwards."""
        path = self.path
        login = user(self.option("user"), accounts.logins(path))
        book = self._opened(path, login)
        try:
            yield book
        finally:
            book.close()

    def _opened(self, path: Path, login: str) -> Casebook:
        try:
            return self.doors.open(path, login=login, passphrase=self.passphrase(), today=lambda: self.today)
        except WrongPassphrase as error:
            if self.option("user"):
                raise
            hint = _("It was tried for the user “{login}”; name another with --user.")
            raise WrongPassphrase(error.message, hint.format(login=login)) from None


def refuse_server(path: Path) -> Path:
    """Return ``path``, or raise ``UserError`` where it is the address of a server."""
    if ":/" in str(path) and not path.exists() and len(str(path).partition(":")[0]) > 1:
        raise UserError(
            _("A casebook on a server can't be opened yet."), _("Name a folder that ends in .kasebook.")
        )
    return path


def user(named: str | None, logins: list[str]) -> str:
    """Return who opens the casebook: the one named, else who is logged in here, else the first.

    Raises ``UserError`` where the casebook has nobody.
    """
    if named:
        return named
    if not logins:
        raise UserError(_("Nobody but the recovery key opens this casebook."), "--user recovery")
    return _own_login() if _own_login() in logins else logins[0]


def _own_login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name
        return ""
