"""``python -m tests.db.filler PATH LIMIT``: write until there is no room, and go on once there is.

With a LIMIT no file may grow beyond so many bytes, which the system calls a failing disk; without one (0)
the disk itself is small, and the file ``ballast`` beside the casebook is what can be given up.
"""

import resource
import sys
from pathlib import Path

from app.errors import DatabaseTrouble, DiskFull
from db import backup
from db.casebook import Casebook
from tests.casebooks import LOGIN, PASSPHRASE
from tests.db.operations import add, families

KNOWN: type[DatabaseTrouble] = DatabaseTrouble if int(sys.argv[2]) else DiskFull


def main(path: Path, limit: int) -> None:
    """Fill, read, fail again, back up in vain, make room, go on; each step says one line."""
    book = Casebook.open(path, login=LOGIN, passphrase=PASSPHRASE)
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    written = _fill(book)
    say(f"full after {written}")
    say(f"still there {len(book.read(families))}")
    say(f"again full after {_fill(book)}")
    say(_back_up(book, path.parent))
    (path.parent / "ballast").unlink(missing_ok=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    book.write(add, "after")
    say(f"gone on to {len(book.read(families))}")
    book.close()


def _fill(book: Casebook) -> int:
    for written in range(100_000):
        try:
            book.write(add, f"number {written} " * 50)
        except KNOWN:
            return written
    raise AssertionError("the disk never got full")


def _back_up(book: Casebook, target: Path) -> str:
    assert book.folder
    try:
        backup.make(book.engine, book.folder, book.key, target / "backups")
    except KNOWN:
        return f"no backup, {len(list((target / 'backups').iterdir()))} left behind"
    return "a backup after all"


def say(line: str) -> None:
    """Print one line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
