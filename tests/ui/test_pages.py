"""The list of pages says what their classes say, without loading them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.services import relisting
from app.settings import Settings, today
from app.ui.main_window import MainWindow
from app.ui.page import Desk, Page
from app.ui.pages import WHERE, furnish
from db.casebook import Casebook
from tests.services.ledgers import a_visa, enter
from tests.ui.doubles import SameThread


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path), SameThread())
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.mark.parametrize("where", WHERE)
def test_an_entry_says_what_its_page_says(where: str) -> None:
    page = bootstrap.load(where)
    assert issubclass(page, Page)
    entry = WHERE[where]
    assert (entry.name, entry.title, entry.icon) == (page.name, page.title, page.icon)
    assert entry.under == page.under


@pytest.mark.parametrize("where", WHERE)
def test_a_page_that_goes_leaves_nothing_behind(where: str, desk: Desk) -> None:
    before = set(QApplication.allWidgets())
    page: Page = bootstrap.load(where)(desk)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [each for each in QApplication.allWidgets() if each not in before]
    assert [f"{type(each).__name__} {each.objectName()}" for each in left if each.parent() is None] == []


def test_deadlines_of_an_older_version_are_listed_anew_after_the_start(
    book: Casebook, window: MainWindow, qtbot: QtBot
) -> None:
    enter(book, a_visa(book))
    assert not book.read(relisting.is_current, today())
    office = furnish(window, book, bootstrap.load)
    qtbot.waitUntil(lambda: book.read(relisting.is_current, today()))
    office.close()


def test_no_two_actions_of_one_page_share_their_keys(book: Casebook, window: MainWindow) -> None:
    office = furnish(window, book, bootstrap.load)
    for entry in WHERE.values():
        window.go(entry.name)
        keys = [action.shortcut for action in window.available().values() if action.shortcut]
        assert sorted(keys) == sorted(set(keys)), entry.name
    window.jobs.close()
    office.close()
