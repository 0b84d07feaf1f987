"""The program from first paint to lock: nothing heavy before the one, a fresh process after the other."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.errors import Damaged
from app.services import firms
from app.settings import Settings
from app.ui.start.house import House
from app.ui.start.program import Program, language_of
from db.casebook import Casebook
from db.keyslots import CHEAP
from tests.tree import ROOT
from tests.ui.casebooks import PASSPHRASE, again, opened


@pytest.fixture
def place(tmp_path: Path) -> Path:
    opened(tmp_path / "Test.kasebook").close()
    return tmp_path / "Test.kasebook"


@pytest.fixture
def relaunched() -> list[str]:
    return []


@pytest.fixture
def program(qtbot: QtBot, relaunched: list[str]) -> Iterator[Program]:
    house = House(
        prepare=lambda: None,
        logins=bootstrap.house().logins,
        open=lambda path, login, passphrase: again(path),
        recover=lambda path, code: again(path),
        create=_create,
        furnish=bootstrap.house().furnish,
        rescue=bootstrap.house().rescue,
        load=bootstrap.load,
    )
    program = Program(Settings(), house, relaunched.append)
    yield program
    program.window.close()
    program.window.deleteLater()


def _create(path: Path, **typed: Any) -> tuple[Casebook, str]:
    return bootstrap.create_casebook(path, cost=CHEAP, **typed)


def unlock(program: Program, place: Path, qtbot: QtBot) -> None:
    program.show(str(place))
    qtbot.waitUntil(lambda: program.start_pages.unlock.logins.count() == 1)
    program.start_pages.unlock.passphrase.edit.setText(PASSPHRASE)
    program.start_pages.unlock.button.click()
    qtbot.waitUntil(lambda: program.window.current is not None)


def test_nothing_of_the_database_is_loaded_before_the_first_paint() -> None:
    code = "import sys, app.ui.start; print(*{name.split('.')[0] for name in sys.modules})"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    heavy = {
        "sqlalchemy",
        "sqlcipher3",
        "babel",
        "alembic",
        "reportlab",
        "pikepdf",
        "cryptography",
        "phonenumbers",
    }
    assert heavy.isdisjoint(result.stdout.split())


def test_a_casebook_is_unlocked_and_its_first_page_shown(program: Program, place: Path, qtbot: QtBot) -> None:
    unlock(program, place, qtbot)
    assert program.window.current is not None
    assert program.window.current.name == "today"
    assert program.window.windowTitle() == "Kasebook"


def test_a_casebook_is_created_and_entered(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    pages = program.start_pages
    program.show(None)
    qtbot.waitUntil(lambda: pages.currentWidget() is pages.welcome)
    pages.show_create()
    typed = {"firm": "Fictional Firm", "name": "Ana", "login": "ana", "passphrase": PASSPHRASE}
    for name, text in {**typed, "again": PASSPHRASE}.items():
        pages.new.fields[name].edit.setText(text)
    pages.new.show_folder(tmp_path)
    pages.new.button.click()
    qtbot.waitUntil(lambda: pages.currentWidget() is pages.recovery)
    pages.recovery.last.edit.setText(pages.recovery.code.text()[-4:])
    pages.recovery.button.click()
    qtbot.waitUntil(lambda: program.window.current is not None)
    assert (tmp_path / "Fictional Firm.kasebook" / "casebook.db").exists()


def test_locking_closes_the_casebook_and_starts_anew(
    program: Program, place: Path, relaunched: list[str], qtbot: QtBot
) -> None:
    unlock(program, place, qtbot)
    program.window.locking.emit()
    assert relaunched == [str(place)]
    assert program.window.isHidden()


def test_locking_without_a_casebook_starts_nothing(program: Program, relaunched: list[str]) -> None:
    program.lock()
    assert relaunched == []


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [("en", "en"), ("zh", "zh"), ("system", "zh" if QLocale.system().name().startswith("zh") else "en")],
)
def test_the_language_is_the_one_chosen_or_the_systems(chosen: str, expected: str) -> None:
    settings = Settings()
    settings.language = chosen
    assert language_of(settings) == expected


def test_the_house_is_wired_with_real_doors(tmp_path: Path) -> None:
    opened(tmp_path / "Test.kasebook").close()
    house = bootstrap.house()
    assert house.logins(tmp_path / "Test.kasebook") == ["ana"]
    book = house.open(tmp_path / "Test.kasebook", "ana", PASSPHRASE)
    assert book.head() > 0
    book.close()


@pytest.mark.parametrize("changed", [True, False])
def test_closing_leaves_a_verified_backup_of_what_was_changed(
    program: Program, place: Path, qtbot: QtBot, tmp_path: Path, changed: bool
) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    program._settings.backup_folders = {str(place): str(backups)}
    unlock(program, place, qtbot)
    if changed:
        program._office.write(firms.set_firm_field, 1, "phone", "+65 6000 0000")
    program.window.close()
    assert [one.suffix for one in backups.iterdir()] == [".kasebook-backup"] * changed


def test_damage_met_at_work_names_the_last_backup(
    program: Program, place: Path, relaunched: list[str], qtbot: QtBot
) -> None:
    unlock(program, place, qtbot)
    program.window.messages.trouble(Damaged("Part of the casebook is damaged."))
    toast = program.window.messages.toast
    qtbot.waitUntil(lambda: "No verified backup" in toast.label.text())
    toast.button.click()
    assert relaunched == [str(place)]
