"""Who may open the casebook."""

from pathlib import Path

import pytest

from app.errors import NeedsConfirmation, UserError
from app.services import accounts, firms
from db import users
from db.keyslots import CHEAP
from tests.builders import open_case
from tests.ui.casebooks import again, opened


def test_removing_somebody_asks_first_and_says_what_it_means(tmp_path: Path) -> None:
    book = opened(tmp_path / "Firm.kasebook")
    users.add(book, "ben", "Ben Example", "another long phrase", CHEAP)
    with pytest.raises(NeedsConfirmation, match=r"(?s)Ben Example.*No open case is theirs.*new key"):
        accounts.remove_user(book, "ben")
    assert accounts.logins(tmp_path / "Firm.kasebook") == ["ana", "ben"]
    accounts.remove_user(book, "ben", confirmed=True)
    assert accounts.logins(tmp_path / "Firm.kasebook") == ["ana"]
    with pytest.raises(UserError, match="Nobody of this name"):
        accounts.remove_user(book, "ben")
    book.close()


def test_the_open_cases_of_a_leaver_are_named(tmp_path: Path) -> None:
    book = opened(tmp_path / "Firm.kasebook")
    users.add(book, "ben", "Ben Example", "another long phrase", CHEAP)
    ben = next(line.id for line in book.read(firms.users) if line.login == "ben")
    theirs = [open_case(book, owner_id=ben).number for _each in range(2)]
    with pytest.raises(NeedsConfirmation) as asked:
        accounts.remove_user(book, "ben")
    assert f"(2): {', '.join(theirs)}." in asked.value.hint
    assert accounts.open_cases(book, "ana") == []
    book.close()


def test_many_cases_are_named_up_to_a_dozen() -> None:
    said = accounts.told_cases([f"KB-2026-{n:04}" for n in range(20)])
    assert "(20)" in said
    assert "KB-2026-0011 and 8 more" in said


def test_a_weak_passphrase_is_given_to_nobody(tmp_path: Path) -> None:
    book = opened(tmp_path / "Firm.kasebook")
    users.add(book, "ben", "Ben Example", "another long phrase", CHEAP)
    with pytest.raises(UserError, match="guessed"):
        accounts.reset_passphrase(book, "ben", "ben example 99")
    accounts.reset_passphrase(book, "ben", "a quiet river stone")
    book.close()
    again(tmp_path / "Firm.kasebook").close()


def test_who_owns_the_casebook_is_said_by_login(tmp_path: Path) -> None:
    book = opened(tmp_path / "Firm.kasebook")
    users.add(book, "ben", "Ben Example", "another long phrase", CHEAP)
    accounts.set_role(book, "ben", "owner")
    accounts.set_role(book, "ana", "consultant")
    assert [(line.login, line.role) for line in book.read(firms.users)] == [
        ("ana", "consultant"),
        ("ben", "owner"),
    ]
    with pytest.raises(UserError, match="Nobody of this name"):
        accounts.set_role(book, "cy", "owner")
    book.close()
