"""Who opens a casebook when nobody is named."""

import pytest

from app.cli.call import user
from app.errors import UserError


@pytest.fixture(autouse=True)
def _logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "priya")


def test_the_one_named_opens_it() -> None:
    assert user("siti", ["wei", "priya"]) == "siti"


def test_else_who_is_logged_in_here() -> None:
    assert user(None, ["wei", "priya"]) == "priya"


def test_else_the_first() -> None:
    assert user(None, ["wei", "siti"]) == "wei"


def test_a_user_without_a_name_is_the_first_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", nameless)
    assert user(None, ["wei"]) == "wei"


def test_a_casebook_without_users_is_told_how_it_opens() -> None:
    with pytest.raises(UserError, match="recovery"):
        user(None, [])
