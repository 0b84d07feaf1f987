"""The casebook as a whole: verified, copied to a second folder, restored."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import UserError
from app.i18n import _
from db import backup, copies
from db.backup import Made as Made  # the window names it, and knows it from here
from db.casebook import Casebook as Casebook  # the command line names it, and knows it from here
from db.trouble import translated


@dataclass(frozen=True, slots=True)
class Kept:
    """A verified backup that is there, and when it was made (UTC)."""

    path: Path
    at: datetime


@dataclass(frozen=True, slots=True)
class Verified:
    """A casebook that passed every check: its operations, and the chain's head in hexadecimal."""

    operations: int
    head: str


def verify(book: Casebook) -> Verified:
    """Check pages, tables, references and the chain of operations. Raises ``Damaged`` saying which failed."""
    with translated(), book.engine.connect() as connection:
        verdict = backup.check(connection)
    return Verified(verdict.operations, verdict.mac.hex())


def back_up(book: Casebook, target: Path) -> Made:
    """Write a verified copy of the open casebook into a new folder under ``target``."""
    if book.folder is None:
        raise UserError(_("A casebook on a server is backed up by the server."))
    return backup.make(book.engine, book.folder, book.key, target)


def last_backup(casebook: Path, target: Path) -> datetime | None:
    """Return when the newest backup of ``casebook`` under ``target`` was made (UTC), None for none."""
    newest = newest_backup(casebook, target)
    return newest.at if newest else None


def newest_backup(casebook: Path, target: Path) -> Kept | None:
    """Return the newest backup of ``casebook`` under ``target``, None for none.

    Every backup was verified before it got its name. Slow where the folder is far away.
    """
    found: list[Kept] = []
    for manifest in target.glob(f"*{backup.SUFFIX}/{backup.MANIFEST}"):
        if manifest.parent.name.startswith(f"{casebook.stem} "):
            try:
                made_at = datetime.fromisoformat(json.loads(manifest.read_text("utf-8"))["made_at"])
                found.append(Kept(manifest.parent, made_at))
            except (OSError, ValueError, KeyError, TypeError):
                continue  # not one of ours, or not whole
    return max(found, key=lambda kept: kept.at, default=None)


def restore(source: Path, target: Path, login: str, passphrase: str) -> Made:
    """Make a new casebook at ``target`` from the backup ``source``; nothing that is there is touched."""
    return backup.restore(source, target, login, passphrase)


def copy(source: Path, target: Path, login: str, passphrase: str) -> None:
    """Make a checked copy of a casebook that can't be written at the new folder ``target``."""
    copies.copy(source, target, login, passphrase)
