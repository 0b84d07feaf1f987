"""Every trouble that opening can meet has its own class and message, and changes nothing."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2

from app import errors
from db import backup, trail
from db.casebook import Casebook
from db.engine import prepare, writing
from db.folder import Folder
from db.models.firm import User
from db.models.person import PersonRow
from db.trouble import translated
from tests.casebooks import LOGIN, PASSPHRASE, create, reopen
from tests.db import children
from tests.db.operations import add

PAGE = 4096
Spoil = Callable[[Folder], object]


@pytest.fixture
def closed(file: Casebook) -> tuple[Casebook, Folder]:
    """A closed casebook with 100 persons, and where it lies."""
    for n in range(4):
        file.write(add, *(f"Family name number {n}-{m}" for m in range(25)))
    file.close()
    assert file.folder
    return file, file.folder


def _foreign_sqlite(folder: Folder) -> None:
    folder.database.unlink()
    with closing(sqlite3.connect(folder.database)) as strange:
        strange.execute("CREATE TABLE person (x)")
        strange.commit()


def _other_casebook(folder: Folder) -> None:
    other, _code = create(folder.path.with_name("Other.kasebook"))
    other.close()
    assert other.folder
    other.folder.database.replace(folder.database)


def _truncate(folder: Folder, part: float) -> None:
    content = folder.database.read_bytes()
    folder.database.write_bytes(content[: int(len(content) * part)])


def _flip(folder: Folder, at: int) -> None:
    content = bytearray(folder.database.read_bytes())
    content[at] ^= 1
    folder.database.write_bytes(content)


REPLACED = "not the casebook that its key file opens"
SPOILT: list[tuple[str, Spoil, type[errors.KasebookError], str]] = [
    ("missing database", lambda f: f.database.unlink(), errors.NotFound, "no casebook here"),
    ("missing key file", lambda f: f.slots.unlink(), errors.NotFound, "key file of this casebook is missing"),
    ("zero bytes", lambda f: f.database.write_bytes(b""), errors.EmptyFile, "file is empty"),
    (
        "empty key file",
        lambda f: f.slots.write_bytes(b""),
        errors.NotOurs,
        "key file of this casebook is damaged",
    ),
    ("text", lambda f: f.database.write_text("Dear Sir or Madam" * 500), errors.NotOurs, REPLACED),
    ("zeros", lambda f: f.database.write_bytes(bytes(PAGE * 9)), errors.NotOurs, REPLACED),
    ("plain database", _foreign_sqlite, errors.NotOurs, REPLACED),
    ("another casebook", _other_casebook, errors.NotOurs, REPLACED),
    ("first page damaged", lambda f: _flip(f, 200), errors.NotOurs, "or it is damaged"),
    ("cut within the first page", lambda f: _truncate(f, 0.001), errors.NotOurs, "or it is damaged"),
    ("cut in half", lambda f: _truncate(f, 0.5), errors.Damaged, "is damaged. The file was not changed"),
]


@pytest.mark.parametrize(("name", "spoil", "kind", "message"), SPOILT, ids=[each[0] for each in SPOILT])
def test_a_file_that_cannot_be_opened_is_told_and_left_as_it_is(
    closed: tuple[Casebook, Folder], name: str, spoil: Spoil, kind: type[errors.KasebookError], message: str
) -> None:
    _book, folder = closed
    spoil(folder)
    before = {path: path.read_bytes() for path in folder.path.rglob("*") if path.is_file()}
    with pytest.raises(kind, match=message):
        reopen(_book)
    assert {path: path.read_bytes() for path in folder.path.rglob("*") if path.is_file()} == before


def test_a_folder_that_is_not_there_stays_not_there(tmp_path: Path) -> None:
    with pytest.raises(errors.NotFound, match=r"no casebook here.*Nothing was created"):
        Casebook.open(tmp_path / "Absent.kasebook", login=LOGIN, passphrase=PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_a_newer_casebook_is_told(file: Casebook) -> None:
    with writing(file.engine).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(errors.TooNew, match="newer version"):
        reopen(file)


def test_a_casebook_of_no_version_is_not_ours(file: Casebook) -> None:
    with writing(file.engine).begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    with pytest.raises(errors.NotOurs):
        reopen(file)


@pytest.fixture
def held(closed: tuple[Casebook, Folder]) -> Iterator[dbapi2.Connection]:
    """The casebook, held exclusively by another program."""
    book, folder = closed
    raw = dbapi2.connect(str(folder.database), isolation_level=None)
    prepare(raw, book.key)
    raw.execute("PRAGMA locking_mode=EXCLUSIVE")
    raw.execute("BEGIN EXCLUSIVE")
    yield raw
    raw.close()


def test_a_casebook_held_by_another_program_is_told(
    closed: tuple[Casebook, Folder], held: dbapi2.Connection
) -> None:
    with pytest.raises(errors.OpenElsewhere, match="open in another program"):
        reopen(closed[0], busy_ms=50)
    held.execute("ROLLBACK")
    held.close()
    reopen(closed[0]).close()


def test_a_file_that_cannot_be_written_is_told(closed: tuple[Casebook, Folder]) -> None:
    _book, folder = closed
    folder.database.chmod(0o444)
    [said] = children.output("tests.db.opener", folder.path, before=children.obey_permissions)
    assert said == "ReadOnly This casebook is read-only. Check the permissions of its folder."


def test_a_folder_that_cannot_be_written_is_told(closed: tuple[Casebook, Folder]) -> None:
    _book, folder = closed
    folder.path.chmod(0o555)
    [said] = children.output("tests.db.opener", folder.path, before=children.obey_permissions)
    folder.path.chmod(0o755)
    assert said.startswith("ReadOnly This casebook is read-only.")


@pytest.mark.parametrize("part", ["database", "slots"])
def test_a_file_that_may_not_be_read_is_told(closed: tuple[Casebook, Folder], part: str) -> None:
    _book, folder = closed
    getattr(folder, part).chmod(0)
    [said] = children.output("tests.db.opener", folder.path, before=children.obey_permissions)
    assert said.startswith("NotFound ")
    assert "no permission" in said


def test_a_page_that_was_altered_anywhere_is_found(closed: tuple[Casebook, Folder]) -> None:
    """One bit of each page in turn: opening or reading everything says so, and never gives a wrong row."""
    book, folder = closed
    sound = folder.database.read_bytes()
    for page in range(len(sound) // PAGE):
        folder.database.write_bytes(sound)
        _flip(folder, page * PAGE + 100 + page % 3000)
        with pytest.raises((errors.Damaged, errors.NotOurs)):
            _read_everything(book)
    folder.database.write_bytes(sound)
    assert _read_everything(book) == 4


def _read_everything(book: Casebook) -> int:
    again = reopen(book)
    try:
        with translated(), again.engine.connect() as connection:
            backup.check(connection)
        return len(again.read(lambda session: session.scalars(select(PersonRow.id)).all()))
    finally:
        again.close()


@pytest.mark.parametrize("part", [n / 20 for n in range(20)])
def test_a_truncated_file_never_opens_as_if_whole(closed: tuple[Casebook, Folder], part: float) -> None:
    book, folder = closed
    _truncate(folder, part)
    with pytest.raises((errors.Damaged, errors.NotOurs, errors.EmptyFile)):
        _read_everything(book)


def test_swapped_pages_are_found(closed: tuple[Casebook, Folder]) -> None:
    book, folder = closed
    content = folder.database.read_bytes()
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    pages[-1], pages[-2] = pages[-2], pages[-1]
    folder.database.write_bytes(b"".join(pages))
    with pytest.raises(errors.Damaged):
        _read_everything(book)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, errors.DiskFull),
        (errno.EDQUOT, errors.DiskFull),
        (errno.EROFS, errors.ReadOnly),
        (errno.EACCES, errors.ReadOnly),
        (errno.EIO, errors.DatabaseTrouble),
    ],
)
def test_what_the_system_refuses_is_told(code: int, kind: type[errors.KasebookError]) -> None:
    with pytest.raises(kind), translated():
        raise OSError(code, "…")


@pytest.mark.parametrize("bug", [OSError(errno.ENOENT, "…"), ValueError("…"), RuntimeError("…")])
def test_a_bug_stays_a_bug(bug: Exception) -> None:
    with pytest.raises(type(bug)) as raised, translated():
        raise bug
    assert raised.value is bug


def test_a_broken_constraint_is_a_bug_that_names_the_column(book: Casebook) -> None:
    @trail.operation("test:twice", "Add twice")
    def add_twice(session: Session) -> None:
        session.add_all(User(login="ben", name="Ben Example") for _ in range(2))

    with pytest.raises(IntegrityError, match=r"user_account\.login|uq_user_account_login"):
        book.write(add_twice)


def test_a_row_that_changed_under_the_pen_is_a_conflict() -> None:
    with pytest.raises(errors.Conflict, match="changed this meanwhile"), translated():
        raise StaleDataError
