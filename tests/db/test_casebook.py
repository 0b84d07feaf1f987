"""Create, open, read, write: a casebook as its user meets it."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Busy, UserError, WrongPassphrase
from db import trail
from db.casebook import Casebook
from db.engine import writing
from db.models.draft import Draft
from db.models.firm import Firm, User
from db.models.operation import Operation, Secret
from db.types import utc_now
from tests.casebooks import LOGIN, PASSPHRASE, OpenBook, colleague, create, reopen
from tests.db.operations import add, families, fault, note, rename, set_note


def test_a_new_casebook_opens_with_its_passphrase(file: Casebook) -> None:
    again = reopen(file)
    assert again.read(lambda s: s.scalars(select(Firm.name)).one()) == "Fictional Firm"
    assert again.actor == file.actor
    again.close()


def test_it_opens_by_its_folder_or_a_file_in_it(file: Casebook) -> None:
    assert file.folder
    file.close()
    for path in (file.folder.path, file.folder.database, file.folder.slots):
        Casebook.open(path, login=LOGIN, passphrase=PASSPHRASE).close()


def test_it_opens_with_its_recovery_key(tmp_path: Path) -> None:
    book, code = create(tmp_path / "Firm.kasebook")
    reopen(book, login="recovery", passphrase=code.lower()).close()


def test_fifty_wrong_passphrases_open_nothing(file: Casebook) -> None:
    tries = [PASSPHRASE[:n] for n in range(len(PASSPHRASE))]
    tries += [PASSPHRASE + letter for letter in " \n\x00s1"]
    tries += [PASSPHRASE.upper(), PASSPHRASE.title(), PASSPHRASE[::-1], file.key.hex(), ""]
    tries += [f"guess number {n}" for n in range(50 - len(tries))]
    for passphrase in tries:
        with pytest.raises(WrongPassphrase, match="passphrase is not right"):
            reopen(file, passphrase=passphrase)
    assert len(tries) == 50
    reopen(file).close()


def test_a_login_that_is_nobodys_opens_nothing(file: Casebook) -> None:
    with pytest.raises(WrongPassphrase, match="Nobody of this name"):
        reopen(file, login="nobody")


def test_its_first_user_owns_it(book: Casebook) -> None:
    owner = book.read(lambda s: s.scalars(select(User)).one())
    assert (owner.id, owner.login, owner.name, owner.role) == (book.actor.id, "ana", "Ana Sample", "owner")


def test_its_making_is_its_first_operation(book: Casebook) -> None:
    first = book.read(lambda s: s.scalars(select(Operation)).one())
    assert (first.seq, first.tag, first.undo) == (1, "casebook:create", "barrier")
    assert fault(book) is None


def test_every_casebook_has_keys_of_its_own(tmp_path: Path) -> None:
    def secrets(session: Session) -> set[bytes]:
        return set(session.scalars(select(Secret.value)))

    first, second = (create(tmp_path / f"{n}.kasebook")[0] for n in "ab")
    assert len(first.read(secrets) | second.read(secrets)) == 2 * len(first.read(secrets)) > 0
    assert first.key != second.key
    first.close()
    second.close()


def test_nothing_but_the_casebook_lies_in_its_folder(file: Casebook) -> None:
    file.write(add, "Sample")
    file.close()
    assert file.folder
    assert sorted(path.name for path in file.folder.path.iterdir()) == [
        "casebook.db",
        "keyslots.json",
        "objects",
    ]


def test_what_is_written_is_there_for_the_next_who_opens(file: Casebook) -> None:
    file.write(add, "Sample")
    again = reopen(file)
    assert again.read(families) == ["Sample"]
    again.close()


def test_a_write_gives_back_what_the_operation_returned_and_what_it_changed(book: Casebook) -> None:
    written = book.write(add, "Sample")
    assert ("person", written.result) in written.changes.rows
    assert written.changes.seq == book.head() == 2


def test_undo_and_redo_tell_what_they_did(book: Casebook) -> None:
    book.write(add, "Sample")
    book.write(rename, "Example")
    assert book.undoable() == ("Rename", "")
    assert book.undo().result == "Rename"
    assert book.undoable() == ("Add person", "Rename")
    assert book.redo().result == "Rename"
    assert book.read(families) == ["Example"]


def test_a_draft_is_kept_and_leaves_no_history(book: Casebook) -> None:
    head = book.head()
    draft = Draft(user_id=book.actor.id, field="person.note", text="half typ", at=utc_now())
    book.keep(lambda session: session.add(draft))
    assert book.read(lambda s: s.scalars(select(Draft.text)).all()) == ["half typ"]
    assert book.head() == head


def test_a_draft_survives_an_operation_that_fails(book: Casebook) -> None:
    draft = Draft(user_id=book.actor.id, field="person.note", text="half typ", at=utc_now())
    book.keep(lambda session: session.add(draft))

    @trail.operation("test:fail", "Fail")
    def run(session: Session) -> None:
        raise UserError("no")

    with pytest.raises(UserError):
        book.write(run)
    assert book.read(lambda s: s.scalars(select(Draft.text)).all()) == ["half typ"]


def test_another_window_that_is_saving_is_waited_for_and_then_named(open_file: OpenBook) -> None:
    book = open_file(busy_ms=50)
    with writing(book.engine).begin(), pytest.raises(Busy, match="Another window is saving"):
        book.write(add, "Sample")
    book.write(add, "Sample")


def test_two_users_at_once_lose_nothing(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    books = [colleague(book, name) for name in ("Ben Example", "Chen Example")]

    @trail.operation("test:append", "Append")
    def append(session: Session, letter: str) -> None:
        set_note(session, key, note(session, key) + letter)

    def work(each: Casebook, letter: str) -> None:
        for _ in range(20):
            each.write(append, letter)

    threads = [threading.Thread(target=work, args=pair) for pair in zip(books, "bc", strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    written = book.read(note, key)
    assert (written.count("b"), written.count("c")) == (20, 20)
    assert fault(book) is None
    assert book.head() == 42


def test_a_window_sees_what_another_has_saved(file: Casebook) -> None:
    assert file.folder
    window = Casebook.open(file.folder.path, login=LOGIN, passphrase=PASSPHRASE)
    file.write(add, "Sample")
    assert window.read(families) == ["Sample"]
    window.write(rename, "Example")
    assert file.read(families) == ["Example"]
    window.close()


def test_closing_twice_is_harmless(file: Casebook) -> None:
    file.close()
    file.close()


def test_a_read_sees_one_state_though_somebody_writes_meanwhile(book: Casebook) -> None:
    book.write(add, "Sample")

    def look_twice(session: Session) -> tuple[list[str], list[str]]:
        first = families(session)
        colleague(book).write(add, "Example")
        return first, families(session)

    assert book.read(look_twice) == (["Sample"], ["Sample"])
    assert book.read(families) == ["Example", "Sample"]
