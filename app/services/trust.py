"""The casebook as a whole: who may open it; verified, copied to a second folder, restored."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain import passphrases
from app.errors import NeedsConfirmation, UserError
from app.i18n import _
from app.services import case_list, firms
from db import backup, folder, users
from db.backup import Made as Made  # the window names it, and knows it from here
from db.casebook import Casebook as Casebook  # the command line names it, and knows it from here
from db.trouble import translated


@dataclass(frozen=True, slots=True)
class Verified:
    """A casebook that passed every check: its operations, and the chain's head in hexadecimal."""

    operations: int
    head: str


def logins(path: Path) -> list[str]:
    """Return who may open the casebook at ``path``, its owner first. Raises ``NotFound``, ``EmptyFile``, …"""
    return folder.logins(folder.named(path))


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
    """Return when the newest backup of ``casebook`` under ``target`` was made (UTC), None for none.

    Every backup was verified before it got its name. Slow where the folder is far away.
    """
    found = []
    for manifest in target.glob(f"*{backup.SUFFIX}/{backup.MANIFEST}"):
        if manifest.parent.name.startswith(f"{casebook.stem} "):
            try:
                found.append(datetime.fromisoformat(json.loads(manifest.read_text("utf-8"))["made_at"]))
            except (OSError, ValueError, KeyError, TypeError):
                continue  # not one of ours, or not whole
    return max(found, default=None)


def restore(source: Path, target: Path, login: str, passphrase: str) -> Made:
    """Make a new casebook at ``target`` from the backup ``source``; nothing that is there is touched."""
    return backup.restore(source, target, login, passphrase)


def refuse_weak(passphrase: str, *known: str) -> None:
    """Refuse a passphrase that is guessed at once; ``known`` is what anybody knows, such as the login.

    Raises ``UserError``.
    """
    passphrases.refuse_weak(passphrase, known)


def add_user(book: Casebook, login: str, name: str, passphrase: str) -> None:
    """Let somebody open the casebook with a passphrase of their own. Raises ``UserError``."""
    refuse_weak(passphrase, login, name)
    users.add(book, login, name, passphrase)


def remove_user(book: Casebook, login: str, *, confirmed: bool = False) -> None:
    """End somebody's access; the database gets a new key.

    Raises ``NeedsConfirmation``, which says what it means, until it is ``confirmed``; then ``UserError``
    or ``Busy``.
    """
    if not confirmed:
        raise _what_removing_means(book, login)
    users.remove(book, login)


def _what_removing_means(book: Casebook, login: str) -> NeedsConfirmation:
    user = next((one for one in book.read(firms.users) if one.login == login), None)
    if user is None:
        raise UserError(_("Nobody of this name opens this casebook."), field="login")
    theirs = book.read(case_list.ids, owner_id=user.id, is_open=True)
    means = [
        _("Open cases of theirs, for somebody else to take over: {count}.").format(count=len(theirs)),
        _("The casebook gets a new key, which only those who remain can open."),
        _("A copy of the casebook from before still opens with their passphrase."),
        _("Their name stays in the history. This can't be undone, and needs every other window closed."),
    ]
    return NeedsConfirmation(_("End the access of {name}?").format(name=user.name), "\n".join(means))


def change_passphrase(book: Casebook, login: str, old: str, new: str) -> None:
    """Replace a user's passphrase. Raises ``WrongPassphrase`` or ``UserError``."""
    refuse_weak(new, login)
    users.change_passphrase(book, login, old, new)


def new_recovery_key(book: Casebook) -> str:
    """Replace the recovery key; return the new one, which is shown once."""
    return users.new_recovery_code(book)
