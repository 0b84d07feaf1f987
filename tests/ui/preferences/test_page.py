"""The preferences: the firm's as operations, this user's in the profile, backups verified, keys renewed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import firms, trust
from app.settings import Settings
from app.ui import theme
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.preferences.page import TITLES, PreferencesPage
from db import folder, keyslots
from db.folder import Folder
from tests.ui.casebooks import PASSPHRASE
from tests.ui.doubles import Recorder, type_text

NEW = "four new words here"


def test_every_section_can_be_shown(page: PreferencesPage) -> None:
    for at, name in enumerate(TITLES):
        page.show_what(name)
        assert page.stack.currentIndex() == at


def test_a_field_of_the_firm_is_saved_as_one_step(page: PreferencesPage, office: Office) -> None:
    type_text(page.firm.form.form.rows["name_zh"].editor.widget, "虚构咨询公司")
    page.can_leave()
    assert office.read(firms.firm).name_zh == "虚构咨询公司"
    assert office.undoable()[0] == "Edit firm"
    office.undo()
    assert page.firm.form.form.rows["name_zh"].editor.raw() == ""


def test_a_prefix_that_can_not_be_is_said_under_its_field(page: PreferencesPage, office: Office) -> None:
    row = page.firm.form.form.rows["case_prefix"]
    row.editor.show_raw("1-")
    row.flush()
    assert "can't begin case numbers" in row.below.text()
    assert office.read(firms.firm).case_prefix == "KB"


def test_an_office_is_added(page: PreferencesPage, office: Office) -> None:
    page.show_what("offices")
    page.offices.add.click()
    type_text(page.offices.new.form.rows["name"].editor.widget, "Bengaluru desk")
    page.offices.new._ask()
    assert [line.name for line in office.read(firms.offices)] == ["Bengaluru desk"]
    assert page.offices.model.rowCount() == 1
    assert page.offices.new.isHidden()


def test_choices_of_this_computer_are_kept_at_once(page: PreferencesPage) -> None:
    page.show_what("computer")
    for combo, value in ((page.computer.paper, "letter"), (page.computer.language, "zh")):
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
    page.computer.idle.setCurrentIndex(page.computer.idle.findData(15))
    page.computer.idle.activated.emit(0)
    kept = Settings()
    assert (kept.paper_size, kept.language, kept.idle_lock_minutes) == ("letter", "zh", 15)


def test_the_look_changes_at_once(page: PreferencesPage, qapp: QApplication) -> None:
    scheme = page.computer.scheme
    scheme.setCurrentIndex(scheme.findData("dark"))
    scheme.activated.emit(scheme.currentIndex())
    assert theme.scheme() == "dark"
    assert Settings().scheme == "dark"
    theme.dress(qapp, "light")


def test_a_backup_is_made_verified_and_dated(page: PreferencesPage, told: Recorder, tmp_path: Path) -> None:
    page.show_what("backup")
    assert not page.backup.now.isEnabled()
    told.path = tmp_path / "copies"
    told.path.mkdir()
    page.backup.choose.click()
    assert page.backup.last.text() == "No verified backup there yet."
    page.backup.now.click()
    assert page.backup.last.text().startswith("Last verified backup: ")
    assert told.told[-1].startswith("Backed up and verified: Test ")
    assert len(list(told.path.glob("*.kasebook-backup"))) == 1


def test_the_folder_is_remembered_for_this_casebook(
    page: PreferencesPage, desk: Desk, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path
    page.backup.choose.click()
    assert desk.settings.backup_folders == {desk.office.path: str(tmp_path)}


def test_a_backup_that_fails_is_told(page: PreferencesPage, told: Recorder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told.path = tmp_path / "file"
    page.backup.choose.click()
    page.backup.now.click()
    assert told.troubles != []
    assert page.backup.now.isEnabled()


def test_a_passphrase_is_changed_by_who_knows_it(
    page: PreferencesPage, office: Office, told: Recorder
) -> None:
    page.show_what("access")
    for edit, text in zip(
        (page.access.old, page.access.new, page.access.again), (PASSPHRASE, NEW, NEW), strict=True
    ):
        edit.setText(text)
    page.access.change.click()
    assert told.told == ["The passphrase is changed."]
    assert page.access.old.text() == ""
    slot = folder.keys_of(Folder(Path(office.path))).slots["ana"]
    assert keyslots.opened(slot, NEW)


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("wrong passphrase", NEW, NEW, "not right"),
        (PASSPHRASE, NEW, "other words again", "not the same"),
        (PASSPHRASE, "short", "short", "too short"),
    ],
)
def test_a_passphrase_that_is_not_right_is_refused_in_place(
    page: PreferencesPage, old: str, new: str, again: str, said: str
) -> None:
    page.access.old.setText(old)
    page.access.new.setText(new)
    page.access.again.setText(again)
    page.access.change.click()
    assert said in page.access.error.text()


def test_a_new_recovery_key_is_shown_once(
    page: PreferencesPage, office: Office, told: Recorder, qtbot: QtBot
) -> None:
    page.show_what("access")
    page.access.renew.click()
    assert told.told == ["Make a new recovery key?"]
    code = page.access.code.text()
    slot = folder.keys_of(Folder(Path(office.path))).slots[keyslots.RECOVERY]
    assert keyslots.opened(slot, code)
    page.show_what("firm")
    assert page.access.code.text() == ""
    assert page.access.shown.isHidden()


def test_the_last_backup_of_a_folder_that_is_gone_is_none(tmp_path: Path) -> None:
    assert trust.last_backup(tmp_path / "Test.kasebook", tmp_path / "gone") is None
