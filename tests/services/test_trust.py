"""The casebook as a whole: when it was last backed up."""

from pathlib import Path

from app.services import trust
from db.casebook import Casebook
from tests.ui.casebooks import PASSPHRASE, again, opened


def _book(folder: Path) -> Casebook:
    return opened(folder / "Firm.kasebook")


def test_the_newest_verified_backup_is_told(tmp_path: Path) -> None:
    book = _book(tmp_path)
    target = tmp_path / "copies"
    assert trust.last_backup(tmp_path / "Firm.kasebook", target) is None
    trust.back_up(book, target)
    made = trust.back_up(book, target)
    assert trust.last_backup(tmp_path / "Firm.kasebook", target) == made.at
    assert trust.newest_backup(tmp_path / "Firm.kasebook", target) == trust.Kept(made.path, made.at)
    book.close()


def test_another_casebooks_backups_and_foreign_folders_do_not_count(tmp_path: Path) -> None:
    book = _book(tmp_path)
    target = tmp_path / "copies"
    trust.back_up(book, target)
    (target / "Other 1.kasebook-backup").mkdir()
    (target / "Other 1.kasebook-backup" / "manifest.json").write_text("no")
    assert trust.last_backup(tmp_path / "Other.kasebook", target) is None
    book.close()


def test_a_copy_elsewhere_opens_as_the_casebook_did(tmp_path: Path) -> None:
    _book(tmp_path).close()
    trust.copy(tmp_path / "Firm.kasebook", tmp_path / "copy" / "Firm.kasebook", "ana", PASSPHRASE)
    again(tmp_path / "copy" / "Firm.kasebook").close()
