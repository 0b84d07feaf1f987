"""Who opens the casebook: added, listed, removed; passphrases changed."""

from pathlib import Path

import pytest

from app import bootstrap
from app.services import case_list, case_people, firms
from tests.cli.conftest import PASSPHRASE, Run

NEW = "four other words here"


@pytest.fixture
def with_ben(run: Run, tmp_path: Path) -> Run:
    """Return ``run`` for a casebook that Ben opens too, with a passphrase of his own."""
    file = tmp_path / "new.txt"
    file.write_text(f"{NEW}\nsecond line\n", encoding="utf-8")
    assert run("user", "add", "ben", "--name", "Ben Example", "--new-passphrase-file", str(file)).code == 0
    return run


def test_a_new_user_opens_it_with_a_passphrase_of_their_own(
    with_ben: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert with_ben("client", "list", "--user", "ben").code == 2
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", NEW)
    assert with_ben("client", "list", "--user", "ben").code == 0


def test_who_left_is_still_listed(with_ben: Run) -> None:
    assert with_ben("user", "remove", "ben").code == 0
    found = with_ben("user", "list", "--json").json
    assert [(each["login"], each["left"]) for each in found] == [("ana", False), ("ben", True)]
    assert with_ben("client", "list").code == 0


def test_a_removed_user_opens_nothing(with_ben: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with_ben("user", "remove", "ben")
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", NEW)
    assert with_ben("client", "list", "--user", "ben").code == 2


@pytest.mark.parametrize("words", [("remove", "ana"), ("remove", "nobody"), ("add", "ana")])
def test_what_can_not_be_done_with_users_is_refused(
    run: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KASEBOOK_NEW_PASSPHRASE", NEW)
    assert run("user", *words).code == 2


def test_a_passphrase_is_changed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_NEW_PASSPHRASE", NEW)
    assert run("passphrase").code == 0
    assert run("client", "list").code == 2
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", NEW)
    assert run("client", "list").code == 0


def test_a_weak_new_passphrase_changes_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_NEW_PASSPHRASE", "short")
    assert run("passphrase").code == 2
    assert run("client", "list").code == 0


def test_a_new_recovery_key_takes_the_place_of_the_old(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    key = run("passphrase", "--recovery-key").out.rsplit(" ", 1)[1].strip()
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", key)
    assert run("client", "list", "--user", "recovery").code == 0
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", PASSPHRASE)
    assert run("client", "list").code == 0


def test_an_owner_gives_a_colleague_a_new_passphrase(with_ben: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASEBOOK_NEW_PASSPHRASE", "a quiet river stone")
    assert with_ben("user", "reset", "ben").code == 0
    assert with_ben("user", "reset", "ana").code == 2
    monkeypatch.setenv("KASEBOOK_PASSPHRASE", "a quiet river stone")
    assert with_ben("client", "list", "--user", "ben").code == 0
    assert with_ben("user", "reset", "ana", "--user", "ben").code == 2


def test_who_owns_open_cases_is_not_removed_unless_it_is_said(case: str, with_ben: Run, path: Path) -> None:
    book = bootstrap.open_casebook(path, login="ana", passphrase=PASSPHRASE)
    ben = next(line.id for line in book.read(firms.users) if line.login == "ben")
    book.write(case_people.assign, book.read(case_list.ids)[0], 1, ben)
    book.close()
    refused = with_ben("user", "remove", "ben")
    assert (refused.code, case in refused.error) == (2, True)
    assert with_ben("user", "remove", "ben", "--leave-cases").code == 0


def test_an_owner_makes_another_and_one_always_remains(with_ben: Run) -> None:
    assert "keeps one owner" in with_ben("user", "role", "ana", "consultant").error
    made = with_ben("user", "role", "ben", "owner")
    assert (made.code, made.out) == (0, "“ben” owns the casebook now.\n")
    assert with_ben("user", "role", "ana", "consultant").out == "“ana” is a consultant now.\n"
    refused = with_ben("user", "role", "ana", "owner")
    assert (refused.code, "Only an owner" in refused.error) == (2, True)
