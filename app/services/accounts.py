"""Who may open the casebook: users, their passphrases, the recovery key."""

from collections.abc import Sequence
from pathlib import Path

from app.domain import passphrases
from app.errors import NeedsConfirmation, UserError
from app.i18n import _
from app.services import case_list, firms
from db import folder, users
from db.casebook import Casebook

MOST_NAMED = 12  # cases


def logins(path: Path) -> list[str]:
    """Return who may open the casebook at ``path``, its owner first. Raises ``NotFound``, ``EmptyFile``, …"""
    return folder.logins(folder.named(path))


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


def reset_passphrase(book: Casebook, login: str, new: str) -> None:
    """Give a colleague who forgot theirs a new passphrase; only an owner may. Raises ``UserError``."""
    user = next((one for one in book.read(firms.users) if one.login == login), None)
    refuse_weak(new, login, user.name if user else "")
    users.reset_passphrase(book, login, new)


def set_role(book: Casebook, login: str, role: str) -> None:
    """Make somebody an owner, or a consultant again. Raises as ``firms.set_role`` does."""
    user = _known(book, login)
    book.write(firms.set_role, user.id, user.version, role)


def open_cases(book: Casebook, login: str) -> list[str]:
    """Return the numbers of the open cases that somebody owns. Raises ``UserError`` for an unknown login."""
    theirs = book.read(case_list.ids, owner_id=_known(book, login).id, is_open=True)
    return [line.number for line in book.read(case_list.lines, theirs)]


def _known(book: Casebook, login: str) -> firms.UserLine:
    user = next((one for one in book.read(firms.users) if one.login == login), None)
    if user is None:
        raise UserError(_("Nobody of this name opens this casebook."), field="login")
    return user


def _what_removing_means(book: Casebook, login: str) -> NeedsConfirmation:
    theirs = open_cases(book, login)
    users.refuse_no_owner(book)
    user = _known(book, login)
    means = [
        told_cases(theirs),
        _("The casebook gets a new key, which only those who remain can open."),
        _("A copy of the casebook from before still opens with their passphrase."),
        _("Their name stays in the history. This can't be undone, and needs every other window closed."),
    ]
    return NeedsConfirmation(_("End the access of {name}?").format(name=user.name), "\n".join(means))


def told_cases(numbers: Sequence[str]) -> str:
    """Say which open cases somebody leaves behind, the first few by number."""
    if not numbers:
        return _("No open case is theirs.")
    named = ", ".join(numbers[:MOST_NAMED])
    if len(numbers) > MOST_NAMED:
        named = _("{items} and {count} more").format(items=named, count=len(numbers) - MOST_NAMED)
    text = _("Open cases of theirs, for somebody else to take over ({count}): {numbers}.")
    return text.format(count=len(numbers), numbers=named)


def change_passphrase(book: Casebook, login: str, old: str, new: str) -> None:
    """Replace a user's passphrase. Raises ``WrongPassphrase`` or ``UserError``."""
    refuse_weak(new, login)
    users.change_passphrase(book, login, old, new)


def new_recovery_key(book: Casebook) -> str:
    """Replace the recovery key; return the new one, which is shown once."""
    return users.new_recovery_code(book)
