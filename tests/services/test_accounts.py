"""Who may open the casebook."""

from pathlib import Path

import pytest

from app.errors import NeedsConfirmation, UserError
from app.services import accounts
from db import users
from db.keyslots import CHEAP
from tests.ui.casebooks import opened


def test_removing_somebody_asks_first_and_says_what_it_means(tmp_path: Path) -> None:
    book = opened(tmp_path / "Firm.kasebook")
    users.add(book, "ben", "Ben Example", "another long phrase", CHEAP)
    with pytest.raises(NeedsConfirmation, match=r"(?s)Ben Example.*take over: 0.*new key"):
        accounts.remove_user(book, "ben")
    assert accounts.logins(tmp_path / "Firm.kasebook") == ["ana", "ben"]
    accounts.remove_user(book, "ben", confirmed=True)
    assert accounts.logins(tmp_path / "Firm.kasebook") == ["ana"]
    with pytest.raises(UserError, match="Nobody of this name"):
        accounts.remove_user(book, "ben")
    book.close()
