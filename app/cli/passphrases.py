"""Passphrases from a file, from the environment or from the keyboard; never from the command's own words."""

import getpass
import os
import sys
from pathlib import Path

from app.cli import files
from app.errors import UserError
from app.i18n import _

OLD, NEW = "KASEBOOK_PASSPHRASE", "KASEBOOK_NEW_PASSPHRASE"


def given(file: Path | None) -> str:
    """Return the passphrase that opens a casebook. Raises ``UserError`` where there is none."""
    return _found(file, OLD, "--passphrase-file") or _typed(_("Passphrase: "), OLD, "--passphrase-file")


def for_new_casebook(file: Path | None) -> str:
    """Return the passphrase of a casebook to be made; typed, it is asked for twice."""
    return _found(file, OLD, "--passphrase-file") or _typed_twice(OLD, "--passphrase-file")


def new(file: Path | None) -> str:
    """Return a passphrase to be set; typed, it is asked for twice."""
    return _found(file, NEW, "--new-passphrase-file") or _typed_twice(NEW, "--new-passphrase-file")


def _found(file: Path | None, variable: str, option: str) -> str:
    if file is None:
        return os.environ.get(variable, "")
    lines = files.text(file).splitlines()
    if not lines or not lines[0]:
        raise UserError(_("The file of {option} is empty.").format(option=option))
    return lines[0]


def _typed(question: str, variable: str, option: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(
            _("No passphrase was given."),
            _("Give it with {option} FILE, or in {variable}.").format(option=option, variable=variable),
        )
    typed = getpass.getpass(question)
    if not typed:
        raise UserError(_("No passphrase was given."))
    return typed


def _typed_twice(variable: str, option: str) -> str:
    typed = _typed(_("New passphrase: "), variable, option)
    if typed != getpass.getpass(_("Once more: ")):
        raise UserError(_("The two passphrases differ."), _("Nothing was changed."))
    return typed
