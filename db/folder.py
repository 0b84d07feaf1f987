"""The casebook as a folder on disk: its database, its key slots, its papers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from app import errors
from app.i18n import _
from db import keyslots
from db.engine import SETTINGS, prepare, sqlite_engine
from db.keyslots import Slot
from db.location import refuse_unsafe
from db.trouble import translated

DATABASE, SLOTS, OBJECTS = "casebook.db", "keyslots.json", "objects"
SUFFIX = ".kasebook"


@dataclass(frozen=True, slots=True)
class Folder:
    """The places inside a casebook's folder."""

    path: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.path / DATABASE

    @property
    def slots(self) -> Path:
        """The key slots."""
        return self.path / SLOTS

    @property
    def objects(self) -> Path:
        """The encrypted papers."""
        return self.path / OBJECTS


def named(path: Path) -> Folder:
    """Return the casebook folder meant by ``path``: the folder itself, or a file in it."""
    path = path.expanduser().absolute()
    return Folder(path.parent if path.name in (DATABASE, SLOTS) else path)


def logins(folder: Folder) -> list[str]:
    """Return who has a key slot, the recovery key left out. Raises as ``keyslots.read``."""
    _refuse_absent(folder)
    return [login for login in keyslots.read(folder.slots) if login != keyslots.RECOVERY]


def _refuse_absent(folder: Folder) -> None:
    try:
        size = folder.database.stat().st_size
    except OSError:
        raise errors.NotFound(
            _("There is no casebook here, or no permission to open it."), _("Nothing was created.")
        ) from None
    if size == 0:
        raise errors.EmptyFile(
            _("The casebook's file is empty."),
            _("It was left as it is. Restore a backup into a new casebook."),
        )


def unlock(folder: Folder, login: str, passphrase: str, *, busy_ms: int) -> tuple[Engine, bytes]:
    """Open the database with one key slot; return its engine and the database key.

    Finishes a rekey that was interrupted. Every kind of trouble has its own error.
    """
    _refuse_absent(folder)
    refuse_unsafe(folder.path)
    slots = keyslots.read(folder.slots)
    if login not in slots:
        raise errors.WrongPassphrase(
            _("Nobody of this name opens this casebook."), _("Choose a name from the list.")
        )
    keys = keyslots.opened(slots[login], passphrase)
    at = working_key(folder.database, keys)
    if slots[login].pending:
        settle(folder, slots, pending=at == 1)
    return sqlite_engine(folder.database, keys[at], busy_ms=busy_ms), keys[at]


def working_key(database: Path, keys: tuple[bytes, ...]) -> int:
    """Return which of ``keys`` opens the database; the last one's error is raised if none does."""
    for at, key in enumerate(keys):
        try:
            _try(database, key)
        except errors.NotOurs:
            if at + 1 == len(keys):
                raise
        else:
            return at
    raise errors.NotOurs(_("The key file of this casebook is damaged."))


def _try(database: Path, key: bytes) -> None:
    engine = sqlite_engine(database, key)
    try:
        with translated(), engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except errors.Busy:
        raise errors.OpenElsewhere(
            _("This casebook is open in another program."), _("Close it there, then try again.")
        ) from None
    finally:
        engine.dispose()


def settle(folder: Folder, slots: dict[str, Slot], *, pending: bool) -> None:
    """End a rekey in the key file: the pending key becomes the key, or is forgotten."""
    settled = {
        n: replace(s, sealed=s.pending if pending else s.sealed, pending=b"") for n, s in slots.items()
    }
    keyslots.write(folder.slots, settled)


def rekey(folder: Folder, old: bytes, new: bytes, keep: Iterable[str]) -> None:
    """Give the database a new key, sealed to the slots of ``keep`` alone.

    The old engine must be closed. A crash at any point leaves a casebook that opens.
    """
    slots = {n: s for n, s in keyslots.read(folder.slots).items() if n in set(keep)}
    keyslots.write(
        folder.slots, {n: replace(s, pending=keyslots.seal(s.public, new)) for n, s in slots.items()}
    )
    raw = dbapi2.connect(str(folder.database), isolation_level=None)
    try:
        prepare(raw, old)
        raw.execute("PRAGMA journal_mode=DELETE")  # every page is written anew, in one journalled transaction
        raw.execute(f"PRAGMA rekey=\"x'{new.hex()}'\"")
        raw.execute(f"PRAGMA journal_mode={SETTINGS['journal_mode']}")
    finally:
        raw.close()
    settle(folder, keyslots.read(folder.slots), pending=True)
