"""Who may open the casebook."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Busy, Conflict, UserError, WrongPassphrase
from db import keyslots, users
from db.casebook import Casebook
from db.engine import writing
from db.keyslots import CHEAP
from db.models.firm import User
from db.models.operation import Operation
from tests.casebooks import LOGIN, PASSPHRASE, OpenBook, colleague, reopen
from tests.db.operations import add, families

BEN = "another long phrase"


def rows(session: Session) -> list[tuple[str, str, bool]]:
    return [(u.login, u.name, u.archived) for u in session.scalars(select(User).order_by(User.id))]


def open_as(book: Casebook, login: str, passphrase: str) -> Casebook:
    return reopen(book, login=login, passphrase=passphrase)


def test_somebody_added_opens_the_casebook_under_their_own_name(file: Casebook) -> None:
    file.write(add, "Sample")
    users.add(file, " ben ", "Ben Example", BEN, CHEAP)
    theirs = open_as(file, "ben", BEN)
    assert theirs.actor.name == "Ben Example"
    assert theirs.read(families) == ["Sample"]
    theirs.write(add, "Theirs")
    assert theirs.undoable() == ("Add person", "")
    theirs.close()


@pytest.mark.parametrize("login", ["ana", "ANA", " ana", "recovery", "Recovery", "", "  "])
def test_a_login_that_is_taken_is_refused(file: Casebook, login: str) -> None:
    with pytest.raises(UserError) as raised:
        users.add(file, login, "Ben Example", BEN, CHEAP)
    assert raised.value.field == "login"
    assert file.read(rows) == [("ana", "Ana Sample", False)]


def test_the_login_of_somebody_who_left_is_not_given_out_again(file: Casebook) -> None:
    users.add(file, "ben", "Ben Example", BEN, CHEAP)
    users.remove(file, "ben")
    with pytest.raises(UserError, match="who left"):
        users.add(file, "ben", "Another Ben", BEN, CHEAP)
    assert file.read(rows)[1] == ("ben", "Ben Example", True)


def test_somebody_whose_slot_was_cut_off_by_a_crash_is_added_again(file: Casebook) -> None:
    with pytest.MonkeyPatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(users, "set_passphrase", _fail)
        users.add(file, "ben", "Ben Example", BEN, CHEAP)
    users.add(file, "ben", "Ben Example", BEN, CHEAP)
    assert len(file.read(rows)) == 2
    open_as(file, "ben", BEN).close()


def _fail(*args: object) -> None:
    raise RuntimeError("cut off")


def test_a_changed_passphrase_opens_and_the_old_one_does_not(file: Casebook) -> None:
    users.change_passphrase(file, LOGIN, PASSPHRASE, BEN, CHEAP)
    open_as(file, LOGIN, BEN).close()
    with pytest.raises(WrongPassphrase):
        open_as(file, LOGIN, PASSPHRASE)


def test_a_passphrase_is_changed_by_who_knows_it(file: Casebook) -> None:
    with pytest.raises(WrongPassphrase):
        users.change_passphrase(file, LOGIN, "wrong", BEN, CHEAP)
    with pytest.raises(UserError, match="Nobody of this name"):
        users.change_passphrase(file, "ben", PASSPHRASE, BEN, CHEAP)
    open_as(file, LOGIN, PASSPHRASE).close()


def test_a_passphrase_changed_elsewhere_meanwhile_is_a_conflict(
    file: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = keyslots.with_passphrase

    def slowly(*args: object) -> keyslots.Slot:
        users.set_passphrase(file, LOGIN, "set by another window", CHEAP)
        return change(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(keyslots, "with_passphrase", slowly)
    with pytest.raises(Conflict):
        users.change_passphrase(file, LOGIN, PASSPHRASE, BEN, CHEAP)
    open_as(file, LOGIN, "set by another window").close()


def test_slots_are_changed_by_one_window_at_a_time(open_file: OpenBook) -> None:
    book = open_file(busy_ms=50)
    with writing(book.engine).begin(), pytest.raises(Busy):
        users.set_passphrase(book, LOGIN, BEN, CHEAP)


def test_a_forgotten_passphrase_is_set_anew_with_the_recovery_key(file: Casebook) -> None:
    code = users.new_recovery_code(file, CHEAP)
    recovered = open_as(file, "recovery", code.lower().replace("-", " "))
    users.set_passphrase(recovered, LOGIN, BEN, CHEAP)
    recovered.close()
    open_as(file, LOGIN, BEN).close()


def test_a_new_recovery_key_replaces_the_old_one(file: Casebook) -> None:
    old = users.new_recovery_code(file, CHEAP)
    new = users.new_recovery_code(file, CHEAP)
    open_as(file, "recovery", new).close()
    with pytest.raises(WrongPassphrase):
        open_as(file, "recovery", old)


def test_the_recovery_key_acts_for_the_owner_and_the_history_says_so(file: Casebook) -> None:
    recovered = open_as(file, "recovery", users.new_recovery_code(file, CHEAP))
    assert (recovered.actor.id, recovered.actor.name) == (file.actor.id, "Ana Sample (recovery key)")
    recovered.close()


def test_whoever_left_is_archived_and_their_name_stays(file: Casebook) -> None:
    users.add(file, "ben", "Ben Example", BEN, CHEAP)
    users.remove(file, "ben")
    assert file.read(rows) == [("ana", "Ana Sample", False), ("ben", "Ben Example", True)]
    with pytest.raises(WrongPassphrase, match="Nobody of this name"):
        open_as(file, "ben", BEN)


def test_an_archived_user_with_a_slot_still_does_not_get_in(file: Casebook) -> None:
    users.add(file, "ben", "Ben Example", BEN, CHEAP)
    file.write(users._archive, "ben")
    with pytest.raises(WrongPassphrase, match="Nobody of this name"):
        open_as(file, "ben", BEN)


@pytest.mark.parametrize("login", ["ana", "recovery"])
def test_nobody_removes_themselves_or_the_recovery_key(file: Casebook, login: str) -> None:
    with pytest.raises(UserError, match="can't remove yourself"):
        users.remove(file, login)


def test_nobody_is_removed_who_is_not_there(file: Casebook) -> None:
    key = file.key
    with pytest.raises(UserError, match="Nobody of this name"):
        users.remove(file, "ben")
    assert file.key == key


def test_adding_and_removing_are_in_the_history_and_are_not_undone(file: Casebook) -> None:
    file.write(add, "Sample")
    users.add(file, "ben", "Ben Example", BEN, CHEAP)
    users.remove(file, "ben")
    assert file.head() == 4
    assert file.undoable() == ("Add person", "")


def test_work_goes_on_after_a_removal(file: Casebook) -> None:
    users.add(file, "ben", "Ben Example", BEN, CHEAP)
    users.remove(file, "ben")
    file.write(add, "Sample")
    again = reopen(file)
    assert again.read(families) == ["Sample"]
    again.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda book: users.add(book, "ben", "Ben Example", BEN, CHEAP),
        lambda book: users.set_passphrase(book, "ana", BEN, CHEAP),
        lambda book: users.remove(book, "ben"),
    ],
    ids=["add", "set passphrase", "remove"],
)
def test_the_passphrases_of_a_server_are_not_ours(file: Casebook, change: Callable[[Casebook], None]) -> None:
    served = colleague(file)
    served.folder = None
    with pytest.raises(UserError, match="kept by the server"):
        change(served)


def consultant(book: Casebook) -> Casebook:
    users.add(book, "ben", "Ben Example", BEN, CHEAP)
    return open_as(book, "ben", BEN)


def test_an_owner_gives_a_colleague_a_new_passphrase_and_it_is_recorded(file: Casebook) -> None:
    users.add(file, "ben", "Ben Example", "a phrase that is forgotten", CHEAP)
    users.reset_passphrase(file, "ben", BEN, CHEAP)
    open_as(file, "ben", BEN).close()
    with pytest.raises(WrongPassphrase):
        open_as(file, "ben", "a phrase that is forgotten")
    assert file.read(last_step) == ("user:reset-passphrase", "Ben Example")
    assert file.undoable() == ("", "")


def last_step(session: Session) -> tuple[str, str | None]:
    done = session.scalars(select(Operation).order_by(Operation.seq.desc())).first()
    assert done is not None
    return done.tag, session.scalar(select(User.name).where(User.id == done.about))


def test_who_is_no_owner_resets_and_removes_nobody(file: Casebook) -> None:
    theirs = consultant(file)
    with pytest.raises(UserError, match="Only an owner"):
        users.reset_passphrase(theirs, LOGIN, "yet another phrase", CHEAP)
    with pytest.raises(UserError, match="Only an owner"):
        users.remove(theirs, LOGIN)
    theirs.close()
    open_as(file, LOGIN, PASSPHRASE).close()


@pytest.mark.parametrize(
    ("login", "said"), [(LOGIN, "Your own"), ("nobody", "Nobody"), ("recovery", "Nobody")]
)
def test_only_a_colleagues_passphrase_is_reset(file: Casebook, login: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        users.reset_passphrase(file, login, BEN, CHEAP)


def test_the_recovery_key_resets_for_the_owner(file: Casebook) -> None:
    code = users.new_recovery_code(file, CHEAP)
    consultant(file).close()
    recovered = open_as(file, "recovery", code)
    users.reset_passphrase(recovered, "ben", "yet another phrase", CHEAP)
    recovered.close()
    open_as(file, "ben", "yet another phrase").close()
