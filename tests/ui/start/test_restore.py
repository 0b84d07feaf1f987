"""The form for a casebook made from a backup."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.errors import WrongPassphrase
from app.ui.start.pages import StartPages
from app.ui.start.restore import Restore
from tests.ui.doubles import click
from tests.ui.start.test_pages import Desk, pages, root

__all__ = ["pages", "root"]  # fixtures
BACKUP = Path("/copies/Firm 2026-11-20 140200.kasebook-backup")


@pytest.fixture
def form(qtbot: QtBot) -> Restore:
    form = Restore()
    qtbot.addWidget(form)
    form.show()
    return form


def test_nothing_is_restored_before_a_backup_is_chosen(form: Restore) -> None:
    assert not form.button.isEnabled()
    assert form.backup.whole() == "No backup chosen."


def test_the_new_casebook_is_named_after_the_backup(form: Restore, tmp_path: Path) -> None:
    form.show_backup(BACKUP)
    form.show_place(tmp_path)
    assert form.path() == tmp_path / "Firm 2026-11-20 140200.kasebook"
    assert str(form.path()) in form.place.whole()


def test_the_passphrase_is_needed(form: Restore) -> None:
    form.show_backup(BACKUP)
    form.show_logins(["ana"])
    click(form.button)
    assert form.fields["passphrase"].error.isVisible()


def test_a_wrong_passphrase_is_said_beside_it(pages: StartPages, root: Desk) -> None:
    root.refuses_restore = WrongPassphrase("The passphrase is not right.")
    pages.show_restore(BACKUP)
    pages.restore.fields["passphrase"].edit.setText("wrong")
    click(pages.restore.button)
    assert pages.restore.fields["passphrase"].error.text() == "The passphrase is not right."
    assert pages.restore.frame.isEnabled()


def test_it_is_offered_before_any_casebook_is_opened(pages: StartPages) -> None:
    pages.show_welcome()
    pages.welcome.restore.emit()
    assert pages.currentWidget() is pages.restore
    click(pages.restore.cancel)
    assert pages.currentWidget() is pages.welcome
