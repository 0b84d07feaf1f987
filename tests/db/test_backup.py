"""A backup is a verified copy, and a restore gives back exactly what it held, or nothing."""

import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from sqlcipher3 import dbapi2

from app.errors import (
    Damaged,
    DiskFull,
    KasebookError,
    NotFound,
    NotOurs,
    TooNew,
    UnsafePlace,
    WrongPassphrase,
)
from db import backup, folder, users
from db.backup import Made
from db.casebook import Casebook
from db.engine import prepare
from db.folder import Folder
from db.keyslots import CHEAP
from db.models.operation import Change
from tests.casebooks import LOGIN, PASSPHRASE
from tests.db import children
from tests.db.content import content_hash
from tests.db.operations import add, families, table, tamper

PAPER = b"an encrypted paper " * 1000


@pytest.fixture
def working(file: Casebook) -> Casebook:
    """A casebook with persons and a paper."""
    file.write(add, "Sample", "नमूना")
    assert file.folder
    (file.folder.objects / "ab").mkdir(parents=True)
    (file.folder.objects / "ab" / "cdef").write_bytes(PAPER)
    return file


def make(book: Casebook, target: Path) -> Made:
    assert book.folder
    return backup.make(book.engine, book.folder, book.key, target)


@pytest.fixture
def made(working: Casebook, tmp_path: Path) -> Made:
    """A backup of it."""
    return make(working, tmp_path / "backups")


def test_a_backup_is_a_folder_with_a_manifest(made: Made, working: Casebook) -> None:
    assert made.path.name.startswith("Test 20")
    assert made.path.suffix == ".kasebook-backup"
    assert {p.relative_to(made.path).as_posix() for p in made.path.rglob("*") if p.is_file()} == {
        "casebook.db",
        "keyslots.json",
        "manifest.json",
        "objects/ab/cdef",
    }
    manifest = json.loads((made.path / "manifest.json").read_text())
    assert (manifest["operations"], manifest["rows"]["person_name"]) == (working.head(), 2)
    assert made.operations == 2
    assert made.rows == sum(manifest["rows"].values())


def test_a_backup_is_for_its_owner_alone(made: Made) -> None:
    assert made.path.stat().st_mode & 0o077 == 0


def test_a_restored_casebook_holds_what_was_saved(made: Made, working: Casebook, tmp_path: Path) -> None:
    before = content_hash(working)
    working.write(add, "Later")
    restored = backup.restore(made.path, tmp_path / "New.kasebook", LOGIN, PASSPHRASE)
    assert (restored.rows, restored.operations, restored.at) == (made.rows, made.operations, made.at)
    book = Casebook.open(restored.path, login=LOGIN, passphrase=PASSPHRASE)
    assert content_hash(book) == before
    assert book.folder
    assert (book.folder.objects / "ab" / "cdef").read_bytes() == PAPER
    assert not (book.folder.path / "manifest.json").exists()
    book.write(add, "Goes on")
    book.close()
    assert working.read(families) == ["Later", "Sample", "नमूना"]


def test_the_recovery_key_restores_too(working: Casebook, tmp_path: Path) -> None:
    code = users.new_recovery_code(working, CHEAP)
    made = make(working, tmp_path / "backups")
    restored = backup.restore(made.path, tmp_path / "New.kasebook", "recovery", code.lower())
    Casebook.open(restored.path, login=LOGIN, passphrase=PASSPHRASE).close()


def test_backups_of_one_moment_do_not_meet(working: Casebook, tmp_path: Path) -> None:
    paths = {make(working, tmp_path / "backups").path for _ in range(3)}
    assert len(paths) == 3
    assert {path.name for path in (tmp_path / "backups").iterdir()} == {path.name for path in paths}


def test_a_backup_made_while_somebody_writes_is_one_state(working: Casebook, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            working.write(add, "Busy")

    thread = threading.Thread(target=write)
    thread.start()
    try:
        found = [make(working, tmp_path / "backups") for _ in range(3)]
    finally:
        stop.set()
        thread.join()
    assert [each.operations for each in found] == sorted(each.operations for each in found)
    last = backup.restore(found[-1].path, tmp_path / "New.kasebook", LOGIN, PASSPHRASE)
    book = Casebook.open(last.path, login=LOGIN, passphrase=PASSPHRASE)
    assert len(book.read(families)) == last.operations
    book.close()


def test_a_backup_needs_nothing_writable_to_be_restored(made: Made, tmp_path: Path) -> None:
    for path in [made.path, *made.path.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    new = tmp_path / "New.kasebook"
    children.output("tests.db.restorer", made.path, new, before=children.obey_permissions)
    assert (new / "casebook.db").stat().st_mode & 0o777 == 0o600
    for path in [made.path, *made.path.rglob("*")]:
        path.chmod(0o755)


def test_restoring_leaves_the_backup_as_it_was(made: Made, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in made.path.rglob("*") if path.is_file()}
    backup.restore(made.path, tmp_path / "New.kasebook", LOGIN, PASSPHRASE)
    assert {path: path.read_bytes() for path in made.path.rglob("*") if path.is_file()} == before


def test_an_existing_casebook_is_never_restored_over(made: Made, working: Casebook) -> None:
    assert working.folder
    with pytest.raises(UnsafePlace, match="left as it is"):
        backup.restore(made.path, working.folder.path, LOGIN, PASSPHRASE)
    assert working.read(families) == ["Sample", "नमूना"]


@pytest.mark.parametrize(("login", "passphrase"), [(LOGIN, "wrong"), ("ben", PASSPHRASE)])
def test_nobody_else_restores(made: Made, tmp_path: Path, login: str, passphrase: str) -> None:
    with pytest.raises((WrongPassphrase, NotFound)):
        backup.restore(made.path, tmp_path / "New.kasebook", login, passphrase)
    assert not (tmp_path / "New.kasebook").exists()


def _flip(path: Path, at: int = -20) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def _edit(path: Path, **values: Any) -> None:
    manifest = json.loads((path / "manifest.json").read_text())
    (path / "manifest.json").write_text(json.dumps({**manifest, **values}))


def _smuggle(path: Path) -> None:
    """Name a file outside the backup, as a forged manifest might."""
    files = json.loads((path / "manifest.json").read_text())["files"]
    _edit(path, files={**files, "../../smuggled": "00"})
    (path.parent.parent / "smuggled").write_text("x")


SPOILT: dict[str, tuple[Callable[[Path], object], type[KasebookError]]] = {
    "database altered": (lambda p: _flip(p / "casebook.db"), Damaged),
    "key file altered": (lambda p: _flip(p / "keyslots.json", 5), KasebookError),
    "paper altered": (lambda p: _flip(p / "objects" / "ab" / "cdef"), Damaged),
    "paper missing": (lambda p: (p / "objects" / "ab" / "cdef").unlink(), Damaged),
    "database missing": (lambda p: (p / "casebook.db").unlink(), Damaged),
    "database cut": (
        lambda p: (p / "casebook.db").write_bytes((p / "casebook.db").read_bytes()[:9000]),
        Damaged,
    ),
    "key file missing": (lambda p: (p / "keyslots.json").unlink(), Damaged),
    "manifest missing": (lambda p: (p / "manifest.json").unlink(), NotFound),
    "manifest not JSON": (lambda p: (p / "manifest.json").write_text("{"), Damaged),
    "manifest of bytes": (lambda p: (p / "manifest.json").write_bytes(b"\xff\xfe"), Damaged),
    "manifest a list": (lambda p: (p / "manifest.json").write_text("[]"), NotOurs),
    "manifest empty": (lambda p: (p / "manifest.json").write_text("{}"), NotOurs),
    "manifest newer": (lambda p: _edit(p, format=2), TooNew),
    "manifest of odd types": (lambda p: _edit(p, rows=[]), Damaged),
    "other operations": (lambda p: _edit(p, operations=1), Damaged),
    "other rows": (lambda p: _edit(p, rows={}), Damaged),
    "other head": (lambda p: _edit(p, head="00"), Damaged),
    "other date": (lambda p: _edit(p, made_at="2030-01-01T00:00:00+00:00"), Damaged),
    "no date": (lambda p: _edit(p, made_at="yesterday"), Damaged),
    "other mac": (lambda p: _edit(p, mac="00"), Damaged),
    "more said": (lambda p: _edit(p, more=1), Damaged),
    "no files": (lambda p: _edit(p, files={}), KasebookError),
    "a file outside": (_smuggle, Damaged),
    "not there": (shutil.rmtree, NotFound),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_backup_that_is_not_as_it_was_made_is_refused(made: Made, tmp_path: Path, name: str) -> None:
    spoil, kind = SPOILT[name]
    spoil(made.path)
    with pytest.raises(kind):
        backup.restore(made.path, tmp_path / "New.kasebook", LOGIN, PASSPHRASE)
    assert {path.name for path in tmp_path.iterdir()} <= {"Test.kasebook", "backups", "smuggled"}


def test_files_of_two_backups_do_not_mix(made: Made, working: Casebook, tmp_path: Path) -> None:
    working.write(add, "Later")
    later = make(working, tmp_path / "backups")
    shutil.copy(made.path / "casebook.db", later.path / "casebook.db")
    with pytest.raises(Damaged):
        backup.restore(later.path, tmp_path / "New.kasebook", LOGIN, PASSPHRASE)


def test_a_damaged_casebook_makes_no_backup(working: Casebook, tmp_path: Path) -> None:
    tamper(working, update(table(Change)).values(after="{}"))
    with pytest.raises(Damaged, match="history of the casebook was altered"):
        make(working, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_full_disk_makes_no_backup(
    working: Casebook, tmp_path: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any, **kwargs: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(DiskFull, match="No backup was made"):
        make(working, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == [made.path]


def test_a_check_names_what_is_wrong(working: Casebook) -> None:
    assert working.folder
    raw = dbapi2.connect(str(working.folder.database), isolation_level=None)
    prepare(raw, working.key)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("UPDATE person_name SET person_id = zeroblob(16)")
    raw.close()
    with working.engine.connect() as connection, pytest.raises(Damaged, match="refers to one that is not"):
        backup.check(connection)


def test_a_sound_casebook_in_use_passes_its_check(working: Casebook) -> None:
    with working.engine.connect() as connection:
        assert backup.check(connection).operations == working.head()


def test_rows_are_counted_by_table_without_the_search_index(book: Casebook) -> None:
    book.write(add, "Sample", "Example")
    with book.engine.connect() as connection:
        found = backup.counts(connection)
    assert (found["person"], found["person_name"], found["operation"]) == (1, 2, 2)
    assert not [name for name in found if name.startswith(("person_trigram", "person_token"))]


def test_a_backup_of_somebody_who_left_still_opens_for_them(working: Casebook, tmp_path: Path) -> None:
    """Said plainly in the window: what they could read then, they can still read there."""
    users.add(working, "ben", "Ben Example", "another long phrase", CHEAP)
    made = make(working, tmp_path / "backups")
    users.remove(working, "ben")
    after = make(working, tmp_path / "backups")
    backup.restore(made.path, tmp_path / "Old.kasebook", "ben", "another long phrase")
    with pytest.raises(WrongPassphrase, match="Nobody of this name"):
        backup.restore(after.path, tmp_path / "New.kasebook", "ben", "another long phrase")
    assert "ben" not in folder.keys_of(Folder(after.path)).slots
