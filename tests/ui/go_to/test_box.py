"""The box of Ctrl+K by its keys: choose, go, close, and what a screen reader is told."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.go_to.box import GoToBox
from app.ui.go_to.hits import Hit
from tests.ui.doubles import click, press, type_text


class Host(QWidget):
    """A window with one field under the box."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.gone: list[str] = []
        QVBoxLayout(self).addWidget(self.field)
        self.box = GoToBox(self)

    def hit(self, title: str) -> Hit:
        """Return a line that notes that it was gone to."""
        return Hit(title, "detail", "Case", "briefcase", lambda: self.gone.append(title))

    def search(self, typed: str) -> list[Hit]:
        """Find what contains what is typed."""
        return [self.hit(title) for title in ("one", "two", "three") if typed in title]


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    host = Host()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    host.activateWindow()
    host.field.setFocus()
    yield host
    host.box.close_box()


def titles(host: Host) -> list[str]:
    return [host.box.found.item(at).text() for at in range(host.box.found.count())]


def test_it_opens_over_the_window_and_enter_goes(host: Host) -> None:
    host.box.begin(host.search)
    assert titles(host) == ["one", "two", "three"]
    assert host.box.typed.hasFocus()
    type_text(host.box.typed, "t")
    press(host.box.typed, Qt.Key.Key_Return)  # before the pause after typing is over
    assert host.gone == ["two"]
    assert host.box.isHidden()
    assert host.field.hasFocus()
    assert host.box.typed.text() == ""


def test_arrow_keys_choose_and_are_read_out(host: Host) -> None:
    host.box.begin(host.search)
    press(host.box.typed, Qt.Key.Key_Down)
    assert host.box.typed.accessibleDescription() == "Case, two, detail"
    press(host.box.typed, Qt.Key.Key_Return)
    assert host.gone == ["two"]


def test_escape_closes_and_leads_nowhere(host: Host) -> None:
    host.box.begin(host.search)
    press(host.box.typed, Qt.Key.Key_Escape)
    assert host.box.isHidden()
    assert host.gone == []
    assert host.field.hasFocus()


def test_a_click_goes_and_a_click_elsewhere_closes(host: Host) -> None:
    host.box.begin(host.search)
    place = host.box.found.visualItemRect(host.box.found.item(2)).center()
    QTest.mouseClick(host.box.found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert host.gone == ["three"]
    host.box.begin(host.search)
    host.field.setFocus()
    assert host.box.isHidden()
    click(host.field)


def test_what_nobody_is_called_says_so(host: Host) -> None:
    host.box.begin(host.search)
    type_text(host.box.typed, "<b>王")
    host.box.look()
    assert titles(host) == []
    assert host.box.nothing.isVisible()
    press(host.box.typed, Qt.Key.Key_Return)
    assert not host.box.isHidden()


def test_what_is_found_later_is_added_if_it_is_still_asked_for(host: Host) -> None:
    host.box.begin(host.search)
    type_text(host.box.typed, "thr")
    host.box.look()
    host.box.add("th", [host.hit("stale")])
    host.box.add("thr", [host.hit("through")])
    assert titles(host) == ["three", "through"]


def test_it_follows_the_window_and_stays_when_tab_is_pressed(host: Host) -> None:
    host.box.begin(host.search)
    host.resize(500, 400)
    assert host.box.width() < 500
    press(host.box.typed, Qt.Key.Key_Tab)
    assert host.box.typed.hasFocus()
