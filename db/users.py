"""Who may open the casebook: add, remove, passphrases, recovery key."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Conflict, UserError
from app.i18n import N_, _
from db import folder, keyfile, keyslots, owners, trail
from db.casebook import Casebook
from db.engine import sqlite_engine, writing
from db.folder import Folder
from db.keyslots import Cost
from db.models.firm import User
from db.trouble import translated


def add(book: Casebook, login: str, name: str, passphrase: str, cost: Cost | None = None) -> None:
    """Let a new user open the casebook. Raises ``UserError`` for a login that is, or was, somebody's."""
    login = login.strip()
    taken = {slot.casefold() for slot in folder.keys_of(_on_disk(book)).slots} | {keyslots.RECOVERY}
    if not login or login.casefold() in taken:
        raise UserError(_("Somebody of this login is there already."), field="login")
    book.write(_add, login, name)
    set_passphrase(book, login, passphrase, cost)


@trail.operation("user:add", N_("Add user"), trail.FINAL)
def _add(session: Session, login: str, name: str) -> None:
    """Write the user's row; the key slot stands beside the database, so this is not undone.

    A row without a slot is there after a crash between the two; it is taken as it is.
    """
    known = session.scalars(select(User).where(User.login == login)).one_or_none()
    if known is None:
        known = User(login=login, name=name)
        session.add(known)
        session.flush()
    elif known.archived:
        raise UserError(
            _("This login belonged to somebody who left."), _("Choose another one."), field="login"
        )
    trail.note(session, about=known.id)


def set_passphrase(book: Casebook, login: str, passphrase: str, cost: Cost | None = None) -> None:
    """Give ``login`` a new passphrase without the old one, which the open casebook's key allows."""
    slot = keyslots.new_slot(login, passphrase, book.key, cost or Cost())
    with _slots(book) as slots:
        slots[login] = slot


def change_passphrase(book: Casebook, login: str, old: str, new: str, cost: Cost | None = None) -> None:
    """Replace a passphrase by its owner. Raises ``WrongPassphrase``, ``UserError`` or ``Conflict``."""
    before = folder.keys_of(_on_disk(book)).slots.get(login)
    if before is None:
        raise UserError(_("Nobody of this name opens this casebook."), field="login")
    after = keyslots.with_passphrase(before, old, new, cost or Cost())
    with _slots(book) as slots:
        if slots.get(login) != before:
            raise Conflict(_("This passphrase was changed in another window."), _("Try again."))
        slots[login] = after


def reset_passphrase(book: Casebook, login: str, passphrase: str, cost: Cost | None = None) -> None:
    """Give a colleague a new passphrase without the old one; only an owner may, and it is recorded.

    Raises ``UserError``.
    """
    if login == keyslots.RECOVERY or login not in folder.keys_of(_on_disk(book)).slots:
        raise UserError(_("Nobody of this name opens this casebook."), field="login")
    book.write(_reset, login)
    set_passphrase(book, login, passphrase, cost)


@trail.operation("user:reset-passphrase", N_("Reset a passphrase"), trail.FINAL)
def _reset(session: Session, login: str) -> None:
    """Record that somebody's passphrase was reset; the key slot stands beside the database."""
    owners.refuse_others(session)
    user = session.scalars(select(User).where(User.login == login, User.archived.is_(False))).one_or_none()
    if user is None:
        raise UserError(_("Nobody of this name opens this casebook."), field="login")
    if user.id == trail.of(session).actor.id:
        raise UserError(_("Your own passphrase is changed by who knows the old one."))
    trail.note(session, about=user.id)


def refuse_no_owner(book: Casebook) -> None:
    """Refuse what only an owner may do. The recovery key acts for the owner. Raises ``UserError``."""
    book.read(owners.refuse_others, book.actor.id)


@contextmanager
def _slots(book: Casebook) -> Iterator[dict[str, keyslots.Slot]]:
    """Give the slots to change, and save them; the write lock keeps other windows from doing so meanwhile."""
    place = _on_disk(book)
    with translated(), writing(book.engine).begin():
        held = folder.keys_of(place)
        keyfile.refuse_forged(held, (book.key,))
        slots = dict(held.slots)
        yield slots
        keyfile.write(place.slots, place.database, slots, book.key)


def new_recovery_code(book: Casebook, cost: Cost | None = None) -> str:
    """Replace the recovery key; return the new one, shown once."""
    code = keyslots.recovery_code()
    set_passphrase(book, keyslots.RECOVERY, code, cost)
    return code


def remove(book: Casebook, login: str) -> None:
    """End a user's access: the slot goes and the database gets a new key.

    Whoever copied the old file and knows the passphrase still has what was in it then. Raises ``Busy``,
    and removes nobody, while another window has the casebook open; ``UserError`` for who is no owner.
    """
    place, new = _on_disk(book), os.urandom(32)
    refuse_no_owner(book)
    if login == keyslots.RECOVERY or login == book.read(_login_of, book.actor.id):
        raise UserError(_("You can't remove yourself; another owner can."))
    if not book.read(_is_known, login):
        raise UserError(_("Nobody of this name opens this casebook."), field="login")
    book.engine.dispose()
    keep = [slot for slot in folder.keys_of(place).slots if slot != login]
    folder.rekey(place, book.key, new, keep)
    book.use(sqlite_engine(place.database, new, busy_ms=book.busy_ms), new)
    book.write(_archive, login)


@trail.operation("user:remove", N_("Remove user"), trail.FINAL)
def _archive(session: Session, login: str) -> None:
    """Archive the user's row; cases keep the name."""
    leaver = session.scalars(select(User).where(User.login == login)).one()
    leaver.archived = True
    trail.note(session, about=leaver.id)


def _login_of(session: Session, user_id: UUID) -> str:
    return session.scalar(select(User.login).where(User.id == user_id)) or ""


def _is_known(session: Session, login: str) -> bool:
    return session.scalar(select(User.id).where(User.login == login)) is not None


def _on_disk(book: Casebook) -> Folder:
    if book.folder is None:
        raise UserError(_("Passphrases of a server are kept by the server."))
    return book.folder
