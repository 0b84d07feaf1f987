"""The page that unlocks: it asks no sooner than it is known who opens the casebook."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.errors import NotFound
from app.ui.start.unlock import Unlock
from tests.ui.doubles import press, type_text

PLACE = Path("Fictional.kasebook")


@pytest.fixture
def page(qtbot: QtBot) -> Unlock:
    made = Unlock()
    qtbot.addWidget(made)
    made.show_casebook(PLACE)
    made.show()
    return made


@pytest.fixture
def asked(page: Unlock) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    page.unlock.connect(lambda login, passphrase: told.append((login, passphrase)))
    return told


def test_a_passphrase_typed_before_the_names_are_read_waits_for_them(
    page: Unlock, asked: list[tuple[str, str]]
) -> None:
    type_text(page.passphrase.edit, "secret words")
    press(page.passphrase.edit, Qt.Key.Key_Return)
    assert asked == []
    page.show_logins(["ana", "ben"])
    assert asked == [("ana", "secret words")]


def test_the_names_ask_for_nothing_by_themselves(page: Unlock, asked: list[tuple[str, str]]) -> None:
    type_text(page.passphrase.edit, "secret words")
    page.show_logins(["ana", "ben"])
    assert asked == []
    press(page.passphrase.edit, Qt.Key.Key_Return)
    assert asked == [("ana", "secret words")]


def test_where_the_names_can_not_be_read_it_is_asked_again_by_hand(
    page: Unlock, asked: list[tuple[str, str]]
) -> None:
    press(page.passphrase.edit, Qt.Key.Key_Return)
    page.refuse(NotFound("There is no casebook here."))
    assert asked == []
    press(page.passphrase.edit, Qt.Key.Key_Return)
    assert asked == [("", "")]
