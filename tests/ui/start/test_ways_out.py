"""Where a casebook does not open, its last backup is named and offered, or a copy that can be written."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.errors import Damaged, KasebookError, ReadOnly
from app.services.trust import Kept
from app.settings import Settings
from app.ui.start.pages import StartPages
from tests.ui.doubles import Recorder, click, press
from tests.ui.start.test_pages import PLACE, Desk, opened, pages, root

__all__ = ["opened", "pages", "root"]  # fixtures
AT = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)
BACKUP = Path("copies/Fictional 2026-11-20 140200.kasebook-backup")


@pytest.fixture
def kept(root: Desk) -> Kept:
    Settings().backup_folders = {str(PLACE.absolute()): "copies"}
    root.kept = Kept(BACKUP, AT)
    return root.kept


def meet(pages: StartPages, root: Desk, trouble: KasebookError) -> None:
    pages._settings = Settings()
    pages.begin(str(PLACE))
    root.refusal = trouble
    pages.unlock.passphrase.edit.setText("secret words")
    click(pages.unlock.button)


def test_damage_names_the_day_of_the_last_verified_backup_and_offers_it(
    pages: StartPages, root: Desk, kept: Kept, opened: list[Any], tmp_path: Path
) -> None:
    meet(pages, root, Damaged("Part of the casebook is damaged."))
    assert pages.unlock.error.text().startswith("Part of the casebook is damaged. Last verified backup: ")
    assert "20 Nov 2026" in pages.unlock.error.text() or "21 Nov 2026" in pages.unlock.error.text()
    click(pages.unlock.way_out)
    assert pages.currentWidget() is pages.restore
    assert pages.restore.backup.whole() == BACKUP.name
    pages.restore.show_place(tmp_path)
    pages.restore.fields["passphrase"].edit.setText("secret words")
    press(pages.restore.fields["passphrase"].edit, Qt.Key.Key_Return)
    place = tmp_path / "Fictional 2026-11-20 140200.kasebook"
    assert root.asked[-2:] == [
        ("restore", BACKUP, place, "ana", "secret words"),
        ("open", place, "ana", "secret words"),
    ]
    assert opened == ["book"]
    assert Settings().recent_casebooks[0] == str(place)


def test_damage_without_a_known_backup_says_so_and_lets_one_be_chosen(
    pages: StartPages, root: Desk, told: Recorder
) -> None:
    meet(pages, root, Damaged("Part of the casebook is damaged."))
    assert "No verified backup of it is known on this computer." in pages.unlock.error.text()
    assert not pages.unlock.way_out.isVisible()
    click(pages.unlock.restore_button)
    assert not pages.restore.button.isEnabled()
    told.path = BACKUP
    click(pages.restore.choose)
    assert pages.restore.backup.whole() == BACKUP.name
    assert pages.restore.button.isEnabled()


def test_what_is_read_only_is_copied_elsewhere_and_the_copy_opened(
    pages: StartPages, root: Desk, told: Recorder, opened: list[Any], tmp_path: Path
) -> None:
    meet(pages, root, ReadOnly("This casebook is read-only."))
    assert pages.unlock.way_out.text() == "Make a copy elsewhere…"
    told.path = tmp_path
    click(pages.unlock.way_out)
    place = tmp_path / PLACE.name
    assert root.asked[-2:] == [
        ("copy", PLACE, place, "ana", "secret words"),
        ("open", place, "ana", "secret words"),
    ]
    assert opened == ["book"]


def test_another_try_takes_the_offer_away(pages: StartPages, root: Desk) -> None:
    meet(pages, root, ReadOnly("This casebook is read-only."))
    root.refusal = None
    pages.unlock.forgive()
    assert not pages.unlock.way_out.isVisible()
