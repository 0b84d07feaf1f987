"""The way to an open casebook: what is asked, what is refused in place, what is remembered."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.errors import NotFound, UserError, WrongPassphrase
from app.services.trust import Kept
from app.settings import Settings
from app.ui.jobs import Jobs
from app.ui.start.house import House, Rescue
from app.ui.start.pages import StartPages
from tests.ui.doubles import Recorder, click, press

PLACE = Path("Fictional.kasebook")


class Desk:
    """A composition root that notes what it is asked, and refuses what it is told to refuse."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.refusal: Exception | None = None
        self.kept: Kept | None = None
        self.refuses_restore: Exception | None = None
        self.house = House(
            prepare=lambda: self.answer("prepare"),
            logins=lambda path: self.answer("logins", path, result=["ana", "ben"]),
            open=lambda path, login, passphrase: self.answer("open", path, login, passphrase, result="book"),
            recover=lambda path, code: self.answer("recover", path, code, result="book"),
            create=self.create,
            furnish=lambda window, book: self.answer("furnish", book),
            rescue=Rescue(
                newest=lambda path, folder: self.kept,
                restore=self.restore,
                copy=lambda *given: self.answer("copy", *given),
            ),
            load=bootstrap.load,
        )

    def answer(self, *asked: Any, result: Any = None) -> Any:
        self.asked.append(asked)
        if self.refusal is not None and asked[0] == "open" and asked[1] == PLACE:
            raise self.refusal
        if self.refusal is not None and asked[0] in ("create", "recover"):
            raise self.refusal
        return result

    def restore(self, *given: Any) -> None:
        self.answer("restore", *given)
        if self.refuses_restore is not None:
            raise self.refuses_restore

    def create(self, path: Path, **typed: str) -> tuple[Any, str]:
        result: tuple[Any, str] = self.answer("create", path, typed, result=("book", "AAAA-BBBB-CCCC-DDDD"))
        return result


@pytest.fixture
def root() -> Desk:
    return Desk()


@pytest.fixture
def pages(qtbot: QtBot, root: Desk, jobs: Jobs, told: Recorder) -> StartPages:
    pages = StartPages(root.house, jobs, told, Settings())
    qtbot.addWidget(pages)
    pages.resize(900, 700)
    pages.show()
    return pages


@pytest.fixture
def opened(pages: StartPages) -> list[Any]:
    books: list[Any] = []
    pages.opened.connect(books.append)
    return books


def fill(pages: StartPages, **typed: str) -> None:
    usual = {"firm": "Fictional & Söhne", "name": "Ana Sample", "login": "ana"}
    usual |= {"passphrase": "correct horse battery", "again": "correct horse battery"}
    for name, text in {**usual, **typed}.items():
        pages.new.fields[name].edit.setText(text)


def test_without_a_casebook_the_welcome_is_shown(pages: StartPages, root: Desk) -> None:
    pages.begin(None)
    assert pages.currentWidget() is pages.welcome
    assert root.asked == [("prepare",)]


def test_the_casebook_opened_last_is_asked_for_first(pages: StartPages, tmp_path: Path) -> None:
    Settings().recent_casebooks = (str(tmp_path / "gone.kasebook"), str(tmp_path))
    pages._settings = Settings()
    pages.begin(None)
    assert pages.currentWidget() is pages.unlock
    assert pages.unlock.place.whole().startswith(tmp_path.name)


def test_a_casebook_asks_who_opens_it_and_for_the_passphrase(pages: StartPages) -> None:
    pages.begin(str(PLACE))
    offered = [pages.unlock.logins.itemText(at) for at in range(pages.unlock.logins.count())]
    assert offered == ["ana", "ben"]
    assert pages.unlock.logins.isVisible()


def test_one_login_alone_is_not_asked_for(pages: StartPages) -> None:
    pages.begin(str(PLACE))
    pages.unlock.show_logins(["ana"])
    assert not pages.unlock.logins.isVisible()


def test_enter_unlocks_and_the_place_is_remembered(pages: StartPages, root: Desk, opened: list[Any]) -> None:
    pages.begin(str(PLACE))
    pages.unlock.passphrase.edit.setText("secret words")
    press(pages.unlock.passphrase.edit, Qt.Key.Key_Return)
    assert root.asked[-1] == ("open", PLACE, "ana", "secret words")
    assert opened == ["book"]
    assert Settings().recent_casebooks == (str(PLACE),)
    assert pages.unlock.passphrase.text() == ""


def test_a_wrong_passphrase_is_said_beside_it(pages: StartPages, root: Desk, opened: list[Any]) -> None:
    pages.begin(str(PLACE))
    root.refusal = WrongPassphrase("The passphrase is not right.")
    pages.unlock.passphrase.edit.setText("wrong")
    click(pages.unlock.button)
    assert pages.unlock.passphrase.error.text() == "The passphrase is not right."
    assert pages.unlock.passphrase.edit.selectedText() == "wrong"
    assert pages.unlock.frame.isEnabled()
    assert opened == []


def test_other_trouble_is_said_in_place(pages: StartPages, root: Desk, told: Recorder) -> None:
    pages.begin(str(PLACE))
    root.refusal = NotFound("There is no casebook here.")
    click(pages.unlock.button)
    assert pages.unlock.error.text() == "There is no casebook here."
    assert told.troubles == []


def test_the_recovery_key_opens_too(pages: StartPages, root: Desk, opened: list[Any]) -> None:
    pages.begin(str(PLACE))
    pages.unlock.use_code(True)
    assert not pages.unlock.logins.isVisible()
    pages.unlock.code.edit.setText("abcd efgh")
    press(pages.unlock.code.edit, Qt.Key.Key_Return)
    assert root.asked[-1] == ("recover", PLACE, "abcd efgh")
    assert opened == ["book"]


def test_what_is_missing_is_said_under_each_field(pages: StartPages, root: Desk) -> None:
    pages.show_create()
    click(pages.new.button)
    assert all(field.error.isVisible() for field in pages.new.fields.values())
    assert root.asked == []


def test_two_different_passphrases_are_refused(pages: StartPages, root: Desk) -> None:
    pages.show_create()
    fill(pages, again="something else")
    click(pages.new.button)
    assert pages.new.fields["again"].error.text() == "The passphrases differ."
    assert root.asked == []


def test_a_new_casebook_is_named_after_the_firm(pages: StartPages, root: Desk, tmp_path: Path) -> None:
    pages.show_create()
    fill(pages)
    pages.new.show_folder(tmp_path)
    click(pages.new.button)
    name, path, typed = root.asked[-1]
    assert (name, path) == ("create", tmp_path / "Fictional Söhne.kasebook")
    assert typed == {
        "firm": "Fictional & Söhne",
        "name": "Ana Sample",
        "login": "ana",
        "passphrase": "correct horse battery",
    }


def test_a_refusal_stands_under_its_field(pages: StartPages, root: Desk) -> None:
    root.refusal = UserError("The passphrase is too short.", field="passphrase")
    pages.show_create()
    fill(pages)
    click(pages.new.button)
    assert pages.new.fields["passphrase"].error.text() == "The passphrase is too short."


def test_it_goes_on_only_when_the_recovery_key_is_written_down(pages: StartPages, opened: list[Any]) -> None:
    pages.show_create()
    fill(pages)
    click(pages.new.button)
    assert pages.currentWidget() is pages.recovery
    assert "AAAA" in pages.recovery.code.text()
    assert not pages.recovery.button.isEnabled()
    pages.recovery.last.edit.setText("dddd")
    click(pages.recovery.button)
    assert opened == ["book"]
    assert pages.recovery.code.text() == ""


def test_another_casebook_is_chosen_in_the_systems_dialog(
    pages: StartPages, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path
    pages.show_welcome()
    pages.welcome.open_other.emit()
    assert pages.unlock.place.whole().startswith(tmp_path.name)


def test_a_casebook_opened_lately_is_one_click_away(pages: StartPages) -> None:
    pages.welcome.show_recent(["One.kasebook", "Two.kasebook"])
    recent = pages.findChild(QListWidget, "start.recent")
    assert isinstance(recent, QListWidget)
    recent.itemClicked.emit(recent.item(1))
    assert pages.unlock.place.whole().startswith("Two")


def test_a_bug_while_opening_is_reported(pages: StartPages, root: Desk, told: Recorder) -> None:
    pages.begin(str(PLACE))
    root.refusal, told.expected = ValueError("x"), ValueError
    click(pages.unlock.button)
    assert told.troubles == [root.refusal]
