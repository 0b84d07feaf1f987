"""A tester with no mouse: adds a person, opens a case, accepts three papers and prints, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.domain.item_records import ItemState
from app.services import case_list, checklists, history, people_list
from app.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.office import Office
from app.ui.pages import furnish
from tests.builders import TODAY
from tests.ui.casebooks import opened
from tests.ui.doubles import SameThread

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
MOST_TABS = 80


class Keyboard:
    """Sends keys to wherever the focus is, as the keyboard does, and knows no widget."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def focus(self) -> QWidget:
        """Where the next key goes."""
        return QApplication.focusWidget() or self._window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, and let go."""
        QTest.keyClick(self.focus, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type letters of any script."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def tab_to(self, name: str) -> None:
        """Press Tab until the focus is on the widget of this accessible name."""
        passed = []
        for _turn in range(MOST_TABS):
            if _called(self.focus) == name:
                return
            passed.append(self.focus.objectName())
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r}; it comes to {passed}")


def _called(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    window = MainWindow(Settings(tmp_path), SameThread())
    office = furnish(window, opened(tmp_path / "Firm.kasebook"), bootstrap.load)
    window.resize(1240, 800)
    window.show()
    qtbot.waitActive(window)
    yield window
    window.jobs.close()
    office.close()
    window.deleteLater()


@pytest.fixture
def office(window: MainWindow) -> Office:
    page = window.current
    assert page is not None
    return page.desk.office


def test_a_person_a_case_three_checked_papers_and_a_print_need_no_mouse(
    window: MainWindow, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    keyboard = Keyboard(window)
    _add_person(keyboard)
    assert len(office.read(people_list.ids)) == 1
    _open_case(keyboard)
    [case] = office.read(case_list.lines, office.read(case_list.ids))
    assert case.number == "KB-2026-0001"
    _accept(keyboard, 3)
    states = [each.line.state for each in office.read(checklists.lines, case.id, TODAY)]
    assert states.count(ItemState.ACCEPTED) == 3
    _save_as_pdf(keyboard, tmp_path / "checklist.pdf")
    qtbot.waitUntil(lambda: (tmp_path / "checklist.pdf").exists())
    assert office.read(history.entries, limit=1)[0].tag == "case:print"


def _add_person(keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_2, ALT)
    keyboard.press(Qt.Key.Key_N, CONTROL)
    for name, text in (
        ("Family name", "WANG"),
        ("Given names", "Xiaoyang"),
        ("Native family name", "王"),
        ("Native given names", "小样"),
        ("Date of birth", "2 Apr 1998"),
    ):
        keyboard.tab_to(name)
        keyboard.type(text)
    keyboard.tab_to("Add person")
    keyboard.press(Qt.Key.Key_Return)


def _open_case(keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_4, ALT)
    keyboard.press(Qt.Key.Key_N, CONTROL)
    keyboard.tab_to("Client")
    keyboard.type("Xiaoyang")
    keyboard.tab_to("Post")
    keyboard.type("New Delhi")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.tab_to("Open this case")
    keyboard.press(Qt.Key.Key_Return)


def _accept(keyboard: Keyboard, count: int) -> None:
    keyboard.tab_to("Checklist")
    keyboard.press(Qt.Key.Key_Home)
    for _line in range(count):
        keyboard.press(Qt.Key.Key_Space)
        keyboard.press(Qt.Key.Key_Down)


def _save_as_pdf(keyboard: Keyboard, target: Path) -> None:
    keyboard.press(Qt.Key.Key_S, CONTROL)
    keyboard.press(Qt.Key.Key_A, CONTROL)
    keyboard.type(str(target))
    keyboard.press(Qt.Key.Key_Return)
