"""The casebook as a folder on disk: its database, its key slots, its papers."""

import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from app import errors
from app.i18n import _
from db import keyfile, keyslots
from db.engine import prepare, sqlite_engine
from db.keyfile import KeyFile
from db.keyslots import Slot
from db.location import refuse_unsafe
from db.trouble import full, read_only, translated

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


@contextmanager
def made_whole(folder: Folder) -> Iterator[Folder]:
    """Give a folder to fill under another name beside ``folder``; it gets its name once it is complete.

    On any error it is removed, so nobody finds half a casebook.
    """
    folder.path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder.path.parent)
    part = Path(mkdtemp(dir=folder.path.parent, prefix=_PART))  # for this user only
    try:
        yield Folder(part)
        sync_all(part)
        if folder.path.exists():
            folder.path.rmdir()  # an empty folder may stand there; a full one was refused, and stays
        part.rename(folder.path)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    keyfile.sync_folder(folder.path.parent)


_PART = ".kasebook-part-"


def _sweep(parent: Path) -> None:
    """Remove what was left half made by a program that was killed, a day ago or longer."""
    for part in parent.glob(f"{_PART}*"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > 24 * 60 * 60:
                shutil.rmtree(part, ignore_errors=True)


def sync_all(folder: Path) -> None:
    """Make the files of ``folder``, at any depth, durable."""
    for file in folder.rglob("*"):
        if file.is_dir():
            keyfile.sync_folder(file)
        else:
            with file.open("rb+") as handle:
                os.fsync(handle.fileno())
    keyfile.sync_folder(folder)


def logins(folder: Folder) -> list[str]:
    """Return who has a key slot, the recovery key left out. Raises as ``keyfile.read``."""
    refuse_absent(folder)
    return [login for login in keys_of(folder).slots if login != keyslots.RECOVERY]


def keys_of(folder: Folder) -> KeyFile:
    """Return the folder's key file. Raises as ``keyfile.read``."""
    return keyfile.read(folder.slots, folder.database)


def unlocked(held: KeyFile, login: str, passphrase: str) -> tuple[bytes, ...]:
    """Return the database keys that a slot opens. Raises ``WrongPassphrase``, or ``NotOurs``: forged."""
    if login not in held.slots:
        raise errors.WrongPassphrase(
            _("Nobody of this name opens this casebook."), _("Choose a name from the list.")
        )
    keys = keyslots.opened(held.slots[login], passphrase)
    keyfile.refuse_forged(held, keys)
    return keys


def refuse_absent(folder: Folder) -> None:
    """Refuse a folder without a database, or with an empty one. Raises ``NotFound`` or ``EmptyFile``."""
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
    refuse_absent(folder)
    refuse_unsafe(folder.path)
    held = keys_of(folder)
    keys = unlocked(held, login, passphrase)
    key = working_key(folder.database, keys, busy_ms)
    if held.slots[login].pending:
        key = _finish(folder, held, key, keys[-1])
    return sqlite_engine(folder.database, key, busy_ms=busy_ms), key


def working_key(database: Path, keys: tuple[bytes, ...], busy_ms: int = 5000) -> bytes:
    """Return the one of ``keys`` that opens the database; the last one's error is raised if none does."""
    for key in keys[:-1]:
        try:
            _try(database, key, busy_ms)
        except errors.NotOurs:
            continue
        return key
    _try(database, keys[-1], busy_ms)
    return keys[-1]


def _try(database: Path, key: bytes, busy_ms: int) -> None:
    engine = sqlite_engine(database, key, busy_ms=busy_ms)
    try:
        with translated(), engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except errors.Busy:
        raise errors.OpenElsewhere(
            _("This casebook is open in another program."), _("Close it there, then try again.")
        ) from None
    except errors.DatabaseTrouble as error:
        raise _told_better(error, database) from None
    finally:
        engine.dispose()


def _told_better(error: errors.DatabaseTrouble, database: Path) -> errors.DatabaseTrouble:
    """Return what is behind an error that SQLite tells badly, where it can't put its log beside the file."""
    folder = database.parent
    if isinstance(error, errors.NotFound) and not os.access(folder, os.W_OK):
        return read_only()
    if type(error) is errors.DatabaseTrouble and shutil.disk_usage(folder).free < _LOG_ROOM:
        return full()
    return error


_LOG_ROOM = 64 * 1024  # bytes


def _finish(folder: Folder, held: KeyFile, working: bytes, pending: bytes) -> bytes:
    """End a rekey that was cut off: whoever was removed must not keep a key that opens the file."""
    if working != pending:
        with closing(_alone(folder.database, working)) as raw:
            _rewrite(raw, pending)
    _write(folder, keyslots.sealed_to(held.slots, pending), pending)
    return pending


def rekey(folder: Folder, old: bytes, new: bytes, keep: Iterable[str]) -> None:
    """Give the database a new key, sealed to the slots of ``keep`` alone.

    The old engine must be closed. A crash at any point leaves a casebook that opens, for those who
    remain, and whose next opening ends the rekey. Raises ``Busy``, and changes nothing, while another
    window has the casebook open; ``NotOurs`` where the key file was changed by who had no key.
    """
    with closing(_alone(folder.database, old)) as raw:
        held = keys_of(folder)
        keyfile.refuse_forged(held, (old,))
        kept = {login: slot for login, slot in held.slots.items() if login in set(keep)}
        pending = {n: replace(slot, pending=keyslots.seal(slot.public, new)) for n, slot in kept.items()}
        _write(folder, pending, old)
        _rewrite(raw, new)
        _write(folder, keyslots.sealed_to(kept, new), new)


def _write(folder: Folder, slots: Mapping[str, Slot], key: bytes) -> None:
    keyfile.write(folder.slots, folder.database, slots, key)


def _alone(database: Path, key: bytes) -> dbapi2.Connection:
    """Return a driver connection that holds the file exclusively, until it is closed."""
    raw = dbapi2.connect(f"{database.as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        with translated():
            prepare(raw, key, busy_ms=1000, journal="DELETE")  # so that one journal covers all pages
            raw.execute("PRAGMA locking_mode=EXCLUSIVE")
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("COMMIT")
    except errors.Busy:
        raw.close()
        raise errors.Busy(
            _("The casebook is open in another window."), _("Close it there, then try again.")
        ) from None
    except BaseException:
        raw.close()
        raise
    return raw


def _rewrite(raw: dbapi2.Connection, key: bytes) -> None:
    with translated():
        raw.execute(f"PRAGMA rekey=\"x'{key.hex()}'\"")
