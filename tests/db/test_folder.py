"""The casebook as a folder on disk: made whole or not at all, unlocked, and given another key."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.errors import Busy, KasebookError, NotFound, NotOurs, WrongPassphrase
from db import folder, keyfile, keyslots, users
from db.casebook import Casebook
from db.engine import sqlite_engine
from db.folder import Folder, made_whole
from db.keyslots import CHEAP
from tests.casebooks import LOGIN, PASSPHRASE, create
from tests.db.operations import add, families

BEN = "another long phrase"


def test_a_casebook_is_meant_by_its_folder_or_a_file_in_it(tmp_path: Path) -> None:
    path = tmp_path / "Firm.kasebook"
    assert folder.named(path) == folder.named(path / "casebook.db") == folder.named(path / "keyslots.json")
    assert folder.named(Path("~/x")).path == Path.home() / "x"


def test_who_may_open_it_is_listed_without_the_recovery_key(file: Casebook) -> None:
    users.add(file, "ben", "Ben Example", BEN, CHEAP)
    assert file.folder
    assert folder.logins(file.folder) == ["ana", "ben"]


def test_nobody_is_listed_where_there_is_no_casebook(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        folder.logins(Folder(tmp_path))


def test_a_folder_gets_its_name_once_it_is_complete(tmp_path: Path) -> None:
    with made_whole(Folder(tmp_path / "New")) as part:
        (part.path / "a").mkdir()
        (part.path / "a" / "b").write_text("x")
        assert not (tmp_path / "New").exists()
    assert (tmp_path / "New" / "a" / "b").read_text() == "x"
    assert [path.name for path in tmp_path.iterdir()] == ["New"]
    assert (tmp_path / "New").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError), made_whole(Folder(tmp_path / "New")) as part:
        (part.path / "a").write_text("x")
        raise ValueError
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_half_made_is_removed_after_a_day(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in (".kasebook-part-old", ".kasebook-part-new", ".other-old"))
    for path in (old, new, other):
        path.mkdir()
        (path / "casebook.db").write_bytes(b"x")
    for path in (old, other):
        os.utime(path, (0, 0))
    create(tmp_path / "Firm.kasebook")[0].close()
    assert {path.name for path in tmp_path.iterdir()} == {new.name, other.name, "Firm.kasebook"}


def test_a_new_casebook_that_fails_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.tables.create", _fail)
    with pytest.raises(RuntimeError, match="cut off"):
        create(tmp_path / "deeper" / "Firm.kasebook")
    assert list((tmp_path / "deeper").iterdir()) == []


def _fail(*args: Any, **kwargs: Any) -> None:
    raise RuntimeError("cut off")


def test_all_of_a_casebook_is_for_its_owner_alone(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        create(tmp_path / "Firm.kasebook")[0].close()
    finally:
        os.umask(mask)
    assert (tmp_path / "Firm.kasebook").stat().st_mode & 0o077 == 0
    assert (tmp_path / "Firm.kasebook" / "objects").stat().st_mode & 0o077 == 0


@pytest.fixture
def shared(tmp_path: Path) -> tuple[Casebook, str]:
    """A casebook of Ana and Ben with a person in it, and its recovery key."""
    book, code = create(tmp_path / "Firm.kasebook")
    users.add(book, "ben", "Ben Example", BEN, CHEAP)
    users.add(book, "chen", "Chen Example", "a third long phrase", CHEAP)
    book.write(add, "Sample")
    return book, code


def opens(book: Casebook, login: str, passphrase: str) -> bool:
    assert book.folder
    try:
        again = Casebook.open(book.folder.path, login=login, passphrase=passphrase)
    except (WrongPassphrase, NotOurs):
        return False
    found = again.read(families) == ["Sample"]
    again.close()
    return found


def test_whoever_is_removed_opens_nothing_and_the_others_all(shared: tuple[Casebook, str]) -> None:
    book, code = shared
    users.remove(book, "ben")
    assert book.read(families) == ["Sample"]
    book.close()
    assert opens(book, LOGIN, PASSPHRASE)
    assert opens(book, "chen", "a third long phrase")
    assert opens(book, "recovery", code.lower())
    assert not opens(book, "ben", BEN)


def test_the_key_that_a_removed_user_had_opens_nothing(shared: tuple[Casebook, str]) -> None:
    book, _code = shared
    assert book.folder
    old = book.key
    before = folder.keys_of(book.folder)
    users.remove(book, "ben")
    book.close()
    with pytest.raises(NotOurs):
        folder.working_key(book.folder.database, (old,))
    keyfile.write(book.folder.slots, book.folder.database, before.slots, old)
    assert not opens(book, "ben", BEN)


def test_the_write_ahead_log_of_the_old_key_is_gone(shared: tuple[Casebook, str]) -> None:
    book, _code = shared
    users.remove(book, "ben")
    book.close()
    assert book.folder
    assert sorted(path.name for path in book.folder.path.iterdir()) == [
        "casebook.db",
        "keyslots.json",
        "objects",
    ]


# Where a removal can be cut off: before or after each of its three durable steps.
CUTS: list[tuple[str, Callable[[pytest.MonkeyPatch], None]]] = [
    ("before the new key is noted", lambda patch: patch.setattr(keyfile, "write", _fail)),
    ("before the pages are written anew", lambda patch: patch.setattr(folder, "_rewrite", _fail)),
    (
        "after the pages are written anew",
        lambda patch: patch.setattr(folder, "_rewrite", _after(folder._rewrite)),
    ),
    ("before the new key is settled", lambda patch: patch.setattr(keyslots, "sealed_to", _fail)),
    ("before the user is archived", lambda patch: patch.setattr(users, "sqlite_engine", _fail)),
]


def _after(function: Callable[..., Any]) -> Callable[..., Any]:
    def run(*args: Any) -> None:
        function(*args)
        raise RuntimeError("cut off")

    return run


@pytest.mark.parametrize(("where", "cut"), CUTS, ids=[name for name, _cut in CUTS])
@pytest.mark.parametrize("first", [LOGIN, "chen", "recovery"])
def test_a_removal_cut_off_anywhere_locks_nobody_out(
    shared: tuple[Casebook, str], where: str, cut: Callable[[pytest.MonkeyPatch], None], first: str
) -> None:
    book, code = shared
    with pytest.MonkeyPatch.context() as patch, suppress(RuntimeError):
        cut(patch)
        users.remove(book, "ben")
    book.close()
    old = book.key
    remaining = {LOGIN: PASSPHRASE, "chen": "a third long phrase", "recovery": code}
    for login in (first, *remaining):
        assert opens(book, login, remaining[login]), f"{login}, {where}"
    begun = where != "before the new key is noted"
    assert opens(book, "ben", BEN) is not begun
    assert book.folder
    assert not any(slot.pending for slot in folder.keys_of(book.folder).slots.values())
    if begun:
        with pytest.raises(NotOurs):
            folder.working_key(book.folder.database, (old,))


def test_a_removal_that_was_cut_off_can_be_asked_for_again(shared: tuple[Casebook, str]) -> None:
    book, _code = shared
    with pytest.MonkeyPatch.context() as patch, suppress(RuntimeError):
        patch.setattr(users, "sqlite_engine", _fail)
        users.remove(book, "ben")
    book.close()
    assert book.folder
    again = Casebook.open(book.folder.path, login=LOGIN, passphrase=PASSPHRASE)
    users.remove(again, "ben")
    again.close()
    assert opens(book, LOGIN, PASSPHRASE)
    assert not opens(book, "ben", BEN)


def test_a_removal_waits_for_other_windows_and_changes_nothing(shared: tuple[Casebook, str]) -> None:
    book, _code = shared
    assert book.folder
    before = folder.keys_of(book.folder)
    window = Casebook.open(book.folder.path, login="chen", passphrase="a third long phrase")
    with pytest.raises(Busy, match="open in another window"):
        users.remove(book, "ben")
    assert folder.keys_of(book.folder) == before
    assert book.read(families) == window.read(families) == ["Sample"]
    window.close()
    users.remove(book, "ben")
    assert not opens(book, "ben", BEN)


def test_somebody_added_while_a_removal_was_cut_off_is_not_locked_out(shared: tuple[Casebook, str]) -> None:
    book, _code = shared
    with pytest.MonkeyPatch.context() as patch, suppress(RuntimeError):
        patch.setattr(folder, "_rewrite", _fail)
        users.remove(book, "ben")
    users.add(book, "dao", "Dao Example", "a fourth long phrase", CHEAP)
    book.close()
    assert opens(book, LOGIN, PASSPHRASE)
    assert opens(book, "dao", "a fourth long phrase")


def test_a_strange_database_under_our_key_is_not_ours(tmp_path: Path) -> None:
    book, _code = create(tmp_path / "Firm.kasebook")
    book.close()
    assert book.folder
    book.folder.database.unlink()
    engine = sqlite_engine(book.folder.database, book.key, create=True)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (x TEXT)"))
    engine.dispose()
    before = book.folder.database.read_bytes()
    with pytest.raises(NotOurs, match="not the casebook that its key file opens"):
        Casebook.open(book.folder.path, login=LOGIN, passphrase=PASSPHRASE)
    assert book.folder.database.read_bytes() == before


def test_every_trouble_of_opening_is_known_trouble(shared: tuple[Casebook, str]) -> None:
    book, _code = shared
    book.close()
    assert book.folder
    with pytest.raises(KasebookError):
        folder.unlock(book.folder, "nobody", PASSPHRASE, busy_ms=50)
