"""The casebook as a whole: when it was last backed up, and who may open it."""

from pathlib import Path

import pytest

from app.errors import NeedsConfirmation, UserError
from app.services import trust
from db import users
from db.casebook import Casebook
from db.keyslots import CHEAP
from tests.ui.casebooks import opened


def _book(folder: Path) -> Casebook:
    return opened(folder / "Firm.kasebook")


def test_the_newest_verified_backup_is_told(tmp_path: Path) -> None:
    book = _book(tmp_path)
    target = tmp_path / "copies"
    assert trust.last_backup(tmp_path / "Firm.kasebook", target) is None
    trust.back_up(book, target)
    made = trust.back_up(book, target)
    assert trust.last_backup(tmp_path / "Firm.kasebook", target) == made.at
    book.close()


def test_another_casebooks_backups_and_foreign_folders_do_not_count(tmp_path: Path) -> None:
    book = _book(tmp_path)
    target = tmp_path / "copies"
    trust.back_up(book, target)
    (target / "Other 1.kasebook-backup").mkdir()
    (target / "Other 1.kasebook-backup" / "manifest.json").write_text("no")
    assert trust.last_backup(tmp_path / "Other.kasebook", target) is None
    book.close()


def test_removing_somebody_asks_first_and_says_what_it_means(tmp_path: Path) -> None:
    book = _book(tmp_path)
    users.add(book, "ben", "Ben Example", "another long phrase", CHEAP)
    with pytest.raises(NeedsConfirmation, match=r"(?s)Ben Example.*take over: 0.*new key"):
        trust.remove_user(book, "ben")
    assert trust.logins(tmp_path / "Firm.kasebook") == ["ana", "ben"]
    trust.remove_user(book, "ben", confirmed=True)
    assert trust.logins(tmp_path / "Firm.kasebook") == ["ana"]
    with pytest.raises(UserError, match="Nobody of this name"):
        trust.remove_user(book, "ben")
    book.close()
