"""What is killed during an upgrade: a casebook of today, opened by a program one revision newer.

Afterwards the old casebook opens and can be upgraded, or the new one is there with the backup before it;
and whatever is called a backup can be restored. Nothing of the content is lost in either case.
"""

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import alembic.command  # noqa: F401  loaded before the fork, as the kill is for the upgrade
import pytest

from app.bootstrap import create_casebook, open_casebook
from app.errors import TooNew
from app.services import people
from db import backup
from db.casebook import Casebook
from db.keyslots import CHEAP
from tests.builders import TODAY, a_person
from tests.casebooks import FIRM, LOGIN, NAME, PASSPHRASE
from tests.db import later
from tests.db.content import content_hash

PERSONS = 40


@contextmanager
def newer(place: Path) -> Iterator[None]:
    """Be the newer program inside the block."""
    with pytest.MonkeyPatch.context() as patch:
        later.make(place / "migrations", patch)
        yield


def before(place: Path) -> None:
    """Make the casebook of today that every round begins with, and keep its content's hash."""
    book, _code = create_casebook(
        place / "Old.kasebook", firm=FIRM, name=NAME, login=LOGIN, passphrase=PASSPHRASE, cost=CHEAP
    )
    for _person in range(PERSONS):
        book.write(people.add, a_person(), TODAY)
    (place / "content").write_text(content_hash(book))
    book.close()
    _anew(place)


def upgrade(place: Path, say: Callable[[str], None]) -> None:
    """Open the casebook with the newer program, which upgrades it."""
    with newer(place):
        say("ready")
        _open(place / "Test.kasebook").close()
        say("upgraded")
        time.sleep(60)


def after(place: Path, said: list[str]) -> Counter[str]:
    """Check what is there, upgrade it where it is old still, and begin anew."""
    is_old = _is_old(place)
    assert not (said and is_old), "the upgrade was acknowledged, and the casebook is the old one"
    with newer(place):
        _check(place / "Test.kasebook", place)
    backups = sorted((place / "Test.kasebook" / "before-upgrade").glob(f"*{backup.SUFFIX}"))
    assert backups, "upgraded without the backup before it"
    for copy in backups:
        backup.restore(copy, place / "Restored.kasebook", LOGIN, PASSPHRASE)
        _check(place / "Restored.kasebook", place)
        shutil.rmtree(place / "Restored.kasebook")
    shutil.rmtree(place / "Test.kasebook")
    _anew(place)
    return Counter(old=is_old, new=not is_old, restored=len(backups))


def _is_old(place: Path) -> bool:
    try:
        _check(place / "Test.kasebook", place)
    except TooNew:
        return False
    return True


def _check(path: Path, place: Path) -> None:
    """Open a casebook, with this program or the newer one, and compare all it holds."""
    book = _open(path)
    with book.engine.connect() as connection:
        backup.check(connection)
    assert content_hash(book) == (place / "content").read_text(), "something was lost"
    book.close()


def _open(path: Path) -> Casebook:
    return open_casebook(path, login=LOGIN, passphrase=PASSPHRASE, today=lambda: TODAY)


def _anew(place: Path) -> None:
    shutil.copytree(place / "Old.kasebook", place / "Test.kasebook")
