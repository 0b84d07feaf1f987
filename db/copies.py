"""A copy of a casebook that can't be written: one on a disc, or in a folder of somebody else's."""

import shutil
from pathlib import Path

from db import backup
from db.folder import Folder, keys_of, made_whole, named, refuse_absent, unlocked, working_key
from db.location import refuse_taken, refuse_unsafe
from db.trouble import translated


@translated()
def copy(source: Path, target: Path, login: str, passphrase: str) -> None:
    """Copy the casebook ``source`` to the new folder ``target``; it gets its name once it is checked.

    ``source`` may lie anywhere, and is only read. What its write-ahead log still holds comes along.
    Raises ``WrongPassphrase``, ``UnsafePlace``, ``NotFound``, ``NotOurs`` or ``Damaged`` and makes nothing.
    """
    place, into = named(source), named(target)
    refuse_absent(place)
    refuse_unsafe(into.path)
    refuse_taken(into.path)
    keys = unlocked(keys_of(place), login, passphrase)
    with made_whole(into) as part:
        for file in _files(place):
            _bring(place.path / file, part.path / file)
        part.objects.mkdir(mode=0o700, exist_ok=True)
        backup.examine(part, working_key(part.database, keys))


def _files(place: Folder) -> list[Path]:
    log = place.database.with_name(f"{place.database.name}-wal")
    inside = [place.database, place.slots, log, *place.objects.rglob("*")]
    return [file.relative_to(place.path) for file in inside if file.is_file()]


def _bring(source: Path, target: Path) -> None:
    """Copy one file so that its copy can be written, whatever the original allows."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o600)
