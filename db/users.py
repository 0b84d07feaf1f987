"""Who may open the casebook: add, remove, passphrases, recovery key."""

import os

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.i18n import N_, _
from db import folder, keyslots, trail
from db.casebook import Casebook
from db.engine import sqlite_engine
from db.folder import Folder
from db.keyslots import Cost
from db.models.firm import User


def add(book: Casebook, login: str, name: str, passphrase: str, cost: Cost | None = None) -> None:
    """Let a new user open the casebook."""
    if login == keyslots.RECOVERY or login in keyslots.read(_on_disk(book).slots):
        raise UserError(_("Somebody of this login is there already."), field="login")
    book.write(_add, login, name)
    set_passphrase(book, login, passphrase, cost)


@trail.operation("user:add", N_("Add user"), trail.FINAL)
def _add(session: Session, login: str, name: str) -> None:
    """Write the user's row; the key slot stands beside the database, so this is not undone."""
    session.add(User(login=login, name=name))


def set_passphrase(book: Casebook, login: str, passphrase: str, cost: Cost | None = None) -> None:
    """Give ``login`` a new passphrase without the old one, which the open casebook's key allows."""
    slots = keyslots.read(_on_disk(book).slots)
    slots[login] = keyslots.new_slot(login, passphrase, book.key, cost or Cost())
    keyslots.write(_on_disk(book).slots, slots)


def change_passphrase(book: Casebook, login: str, old: str, new: str, cost: Cost | None = None) -> None:
    """Replace a passphrase by its owner. Raises ``WrongPassphrase``."""
    slots = keyslots.read(_on_disk(book).slots)
    slots[login] = keyslots.with_passphrase(slots[login], old, new, cost or Cost())
    keyslots.write(_on_disk(book).slots, slots)


def new_recovery_code(book: Casebook, cost: Cost | None = None) -> str:
    """Replace the recovery key; return the new one, shown once."""
    code = keyslots.recovery_code()
    set_passphrase(book, keyslots.RECOVERY, code, cost)
    return code


def remove(book: Casebook, login: str) -> None:
    """End a user's access: the slot goes and the database gets a new key.

    Whoever copied the old file and knows the passphrase still has what was in it then.
    """
    if login == keyslots.RECOVERY or login == _login_of(book):
        raise UserError(_("You can't remove yourself; another owner can."))
    book.write(_archive, login)
    place, old, new = _on_disk(book), book.key, os.urandom(32)
    book.engine.dispose()
    keep = [slot for slot in keyslots.read(place.slots) if slot != login]
    folder.rekey(place, old, new, keep)
    book.use(sqlite_engine(place.database, new), new)


@trail.operation("user:remove", N_("Remove user"), trail.FINAL)
def _archive(session: Session, login: str) -> None:
    """Archive the user's row; cases keep the name."""
    session.scalars(select(User).where(User.login == login)).one().archived = True


def _login_of(book: Casebook) -> str:
    return book.read(lambda session: session.scalar(select(User.login).where(User.id == book.actor.id)) or "")


def _on_disk(book: Casebook) -> Folder:
    if book.folder is None:
        raise UserError(_("Passphrases of a server are kept by the server."))
    return book.folder
