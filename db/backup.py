"""Verified copies of a casebook, and the way back from one.

A backup is a folder like the casebook's own, with a manifest under a MAC. It is written under
another name, opened and checked, and only then given its name: what is called a backup is one.
"""

import hashlib
import hmac
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, inspect, select, table
from sqlalchemy.engine import Connection

from app.errors import Busy, Damaged, DiskFull, NotFound, NotOurs, TooNew
from app.i18n import _
from db import chain, search_index
from db.engine import sqlite_engine
from db.folder import DATABASE, OBJECTS, SLOTS, Folder, keys_of, made_whole, named, unlocked, working_key
from db.location import refuse_taken, refuse_unsafe
from db.models.operation import Secret
from db.trouble import translated
from db.types import utc_now

FORMAT = 1
MANIFEST = "manifest.json"
SUFFIX = ".kasebook-backup"


@dataclass(frozen=True, slots=True)
class Made:
    """A verified backup: where it is, when it was made (UTC), how many rows and operations it holds."""

    path: Path
    at: datetime
    rows: int
    operations: int


def make(engine: Engine, folder: Folder, key: bytes, target: Path) -> Made:
    """Copy the casebook into a new folder under ``target`` while it is in use, and verify the copy.

    Raises ``DiskFull``, ``Damaged`` or another known trouble; then no backup of that name exists.
    """
    try:
        with translated():
            return _make(engine, folder, key, target)
    except DiskFull:
        raise DiskFull(
            _("No backup was made: the disk is full."),
            _("Earlier backups are intact; free some space there."),
        ) from None


def _make(engine: Engine, folder: Folder, key: bytes, target: Path) -> Made:
    at = utc_now()
    done = _free_name(target, f"{folder.path.stem} {at:%Y-%m-%d %H%M%S}")
    with made_whole(Folder(done)) as part:
        _copy(engine, folder, part.path)
        found = examine(part, key)
        body = {"format": FORMAT, "made_at": at.isoformat(), **found.said, "files": _digests(part)}
        manifest = json.dumps({**body, "mac": _mac(found.secret, body)}, indent=1, sort_keys=True)
        (part.path / MANIFEST).write_text(manifest, encoding="utf-8")
    return _made(done, body)


def _made(path: Path, manifest: Mapping[str, Any]) -> Made:
    at = datetime.fromisoformat(manifest["made_at"])
    return Made(path, at, sum(manifest["rows"].values()), manifest["operations"])


def _free_name(target: Path, name: str) -> Path:
    names = (f"{name}{f' ({n})' if n else ''}{SUFFIX}" for n in range(1000))
    return next(path for path in (target / n for n in names) if not path.exists())


def _copy(engine: Engine, folder: Folder, part: Path) -> None:
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("VACUUM INTO ?", (str(part / DATABASE),))  # encrypted with the same key
    shutil.copy2(folder.slots, part / SLOTS)
    if folder.objects.exists():
        shutil.copytree(folder.objects, part / OBJECTS)


@dataclass(frozen=True, slots=True)
class Found:
    """What a checked copy says about itself, and the key of its manifest's MAC."""

    said: dict[str, Any]
    secret: bytes


def examine(copy: Folder, key: bytes) -> Found:
    """Open a copy as its reader will, and check all of it. Raises as ``check``."""
    engine = sqlite_engine(copy.database, key, journal="DELETE")
    try:
        with engine.connect() as connection:
            verdict = check(connection)
            secret = connection.scalar(select(Secret.value).where(Secret.name == "backup"))
            rows = counts(connection)
    finally:
        engine.dispose()
    said = {"rows": rows, "operations": verdict.operations, "head": verdict.mac.hex()}
    return Found(said, secret or b"")


def _digests(copy: Folder) -> dict[str, str]:
    inside = [copy.database, copy.slots, *copy.objects.rglob("*")]
    return {file.relative_to(copy.path).as_posix(): digest(file) for file in inside if file.is_file()}


def digest(file: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _mac(secret: bytes, body: Mapping[str, Any]) -> str:
    return hmac.new(secret, json.dumps(body, sort_keys=True).encode(), hashlib.sha256).hexdigest()


def check(connection: Connection) -> chain.Verdict:
    """Check pages, tables, references and the chain. Raises ``Damaged`` saying which failed.

    The pages are checked after a checkpoint, since that check does not see the write-ahead log; so the
    connection must not have read anything yet. Raises ``Busy`` while another window reads.
    """
    if connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar():
        raise Busy(_("Another window is saving."), _("Try again in a moment."))
    if connection.exec_driver_sql("PRAGMA cipher_integrity_check").first():
        raise Damaged(_("Part of the casebook is damaged."), _("A page fails its checksum."))
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        raise Damaged(_("Part of the casebook is damaged."), _("A table or an index is inconsistent."))
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise Damaged(_("Part of the casebook is damaged."), _("A row refers to one that is not there."))
    key = connection.scalar(select(Secret.value).where(Secret.name == "audit"))
    verdict = chain.verify(connection, key or b"")
    if verdict.fault:
        raise Damaged(
            _("The history of the casebook was altered."),
            f"{_(verdict.fault.what)} ({verdict.fault.seq})",
        )
    return verdict


def counts(connection: Connection) -> dict[str, int]:
    """Return the number of rows of every ordinary table."""
    names = [n for n in inspect(connection).get_table_names() if not n.startswith(search_index.INDEX_TABLES)]
    return {n: connection.execute(select(func.count()).select_from(table(n))).scalar_one() for n in names}


@translated()
def restore(source: Path, target: Path, login: str, passphrase: str) -> Made:
    """Make a new casebook at ``target`` from a backup, after checking all of it.

    Never touches an existing casebook, nor the backup, which may lie on a medium that can't be written.
    Raises ``WrongPassphrase``, ``NotFound``, ``NotOurs``, ``Damaged``; then nothing was made.
    """
    copy, into = Folder(source.expanduser().absolute()), named(target)
    manifest = _manifest(copy)
    refuse_unsafe(into.path)
    refuse_taken(into.path)
    if not all((copy.path / file).is_file() for file in manifest["files"]):
        raise _changed()
    keys = unlocked(keys_of(copy), login, passphrase)
    with made_whole(into) as part:
        for file in manifest["files"]:
            _bring(copy.path, part.path, file)
        if _digests(part) != manifest["files"]:
            raise _changed()
        part.objects.mkdir(mode=0o700, exist_ok=True)
        _refuse_changed(examine(part, working_key(part.database, keys)), manifest)
    return _made(into.path, manifest)


def _refuse_changed(found: Found, manifest: dict[str, Any]) -> None:
    body = {name: value for name, value in manifest.items() if name != "mac"}
    if {**body, **found.said} != body or _mac(found.secret, body) != manifest["mac"]:
        raise _changed()


def _bring(source: Path, target: Path, file: str) -> None:
    """Copy one file that the manifest names, and nothing from outside the backup."""
    inside = (target / file).resolve()
    if not inside.is_relative_to(target.resolve()):
        raise _changed()
    inside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(source / file, inside)
    inside.chmod(0o600)


def _changed() -> Damaged:
    return Damaged(_("This backup is not as it was made."), _("Take an earlier one; nothing was restored."))


def _manifest(copy: Folder) -> dict[str, Any]:
    try:
        manifest = json.loads((copy.path / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotFound(
            _("There is no backup here."), _("Choose a folder that ends in {suffix}.").format(suffix=SUFFIX)
        ) from None
    except ValueError:
        raise _changed() from None
    if not isinstance(manifest, dict) or "format" not in manifest:
        raise NotOurs(_("This is not a Kasebook backup."))
    if manifest["format"] != FORMAT:
        raise TooNew(_("This backup was made by a newer version of Kasebook."), _("Update the program."))
    if not _SHAPE.items() <= {name: type(value) for name, value in manifest.items()}.items():
        raise _changed()
    return manifest


_SHAPE = {"made_at": str, "rows": dict, "operations": int, "head": str, "files": dict, "mac": str}
