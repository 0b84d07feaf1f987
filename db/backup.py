"""Verified copies of a casebook, and the way back from one.

A backup is a folder like the casebook's own, with a manifest under a MAC. It is written under
another name, opened and checked, and only then given its name: what is called a backup is one.
"""

import hashlib
import hmac
import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, inspect, select, table
from sqlalchemy.engine import Connection

from app.errors import Damaged, NotFound, NotOurs
from app.i18n import _
from db import chain, keyslots, search
from db.engine import sqlite_engine
from db.folder import DATABASE, OBJECTS, SLOTS, Folder, named, working_key
from db.location import refuse_taken, refuse_unsafe
from db.models.operation import Secret
from db.trouble import translated
from db.types import utc_now

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
    at = utc_now()
    name = f"{folder.path.stem} {at:%Y-%m-%d %H%M%S}"
    part = target / f"{name}.part"
    part.mkdir(parents=True, mode=0o700)
    try:
        with translated():
            _copy(engine, folder, part)
            manifest = _examine(Folder(part), key, at)
        _write_manifest(Folder(part), manifest)
        _sync(part)
        done = _free_name(target, name)
        part.rename(done)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    keyslots.sync_folder(target)
    return Made(done, at, sum(manifest["rows"].values()), manifest["operations"])


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


def _sync(part: Path) -> None:
    for file in part.rglob("*"):
        if file.is_file():
            with file.open("rb+") as handle:
                handle.flush()
    keyslots.sync_folder(part)


def _examine(copy: Folder, key: bytes, at: datetime) -> dict[str, Any]:
    """Open the copy as its reader will, check it, and return what its manifest says."""
    engine = sqlite_engine(copy.database, key)
    try:
        with engine.connect() as connection:
            verdict = check(connection)
            secret = connection.scalar(select(Secret.value).where(Secret.name == "backup"))
            rows = counts(connection)
    finally:
        engine.dispose()
    files = {str(file.relative_to(copy.path).as_posix()): digest(file) for file in _files(copy)}
    body = {
        "format": 1,
        "made_at": at.isoformat(),
        "rows": rows,
        "operations": verdict.operations,
        "head": verdict.mac.hex(),
        "files": files,
    }
    return {**body, "mac": _mac(secret or b"", body)}


def _files(copy: Folder) -> list[Path]:
    inside = [copy.database, copy.slots, *copy.objects.rglob("*")]
    return sorted(file for file in inside if file.is_file())


def digest(file: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _mac(secret: bytes, body: dict[str, Any]) -> str:
    return hmac.new(secret, json.dumps(body, sort_keys=True).encode(), hashlib.sha256).hexdigest()


def _write_manifest(copy: Folder, manifest: dict[str, Any]) -> None:
    (copy.path / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True), encoding="utf-8")


def check(connection: Connection) -> chain.Verdict:
    """Check pages, tables, references and the chain. Raises ``Damaged`` saying which failed.

    The pages are checked after a checkpoint, since that check does not see the write-ahead log.
    """
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
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
    names = [n for n in inspect(connection).get_table_names() if not n.startswith(search.INDEX_TABLES)]
    return {n: connection.execute(select(func.count()).select_from(table(n))).scalar_one() for n in names}


def restore(source: Path, target: Path, login: str, passphrase: str) -> Made:
    """Make a new casebook at ``target`` from a backup, after checking all of it.

    Never touches an existing casebook. Raises ``WrongPassphrase``, ``NotFound``, ``NotOurs``, ``Damaged``.
    """
    copy, into = Folder(source), named(target)
    manifest = _manifest(copy)
    keys = keyslots.opened(_slot(copy, login), passphrase)
    key = keys[working_key(copy.database, keys)]
    refuse_unsafe(into.path)
    refuse_taken(into.path)
    with translated():
        found = _examine(copy, key, datetime.fromisoformat(manifest["made_at"]))
    if found != manifest:
        raise Damaged(
            _("This backup is not as it was made."), _("Take an earlier one; nothing was restored.")
        )
    part = into.path.with_name(into.path.name + ".part")
    shutil.copytree(source, part)
    (part / MANIFEST).unlink()
    part.rename(into.path)
    return Made(
        into.path,
        datetime.fromisoformat(manifest["made_at"]),
        sum(manifest["rows"].values()),
        manifest["operations"],
    )


def _slot(copy: Folder, login: str) -> keyslots.Slot:
    slots = keyslots.read(copy.slots)
    if login not in slots:
        raise NotFound(_("Nobody of this name opens this casebook."), _("Choose a name from the list."))
    return slots[login]


def _manifest(copy: Folder) -> dict[str, Any]:
    try:
        manifest = json.loads((copy.path / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotFound(
            _("There is no backup here."), _("Choose a folder that ends in {suffix}.").format(suffix=SUFFIX)
        ) from None
    except ValueError:
        raise Damaged(
            _("This backup is not as it was made."), _("Take an earlier one; nothing was restored.")
        ) from None
    if not isinstance(manifest, dict) or manifest.get("format") != 1:
        raise NotOurs(_("This is not a Kasebook backup."))
    return manifest
