"""The saved searches in the rail: opened, renamed, moved and removed by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.services import saved_searches
from app.ui.page import Desk
from app.ui.pinned import Pinned, PinnedEntry
from app.ui.searches import Searches
from tests.builders import open_case
from tests.ui.doubles import Recorder, press, type_text


@pytest.fixture
def pinned(desk: Desk, qtbot: QtBot) -> Iterator[Pinned]:
    for name, typed in (("Mine", "owner:me"), ("Held", "hold:yes")):
        desk.office.write(saved_searches.save, "cases", name, typed)
    frame = QFrame()
    qtbot.addWidget(frame)
    pinned = Pinned("cases")
    QVBoxLayout(frame).addWidget(pinned)
    searches = Searches(desk, [pinned], frame)
    frame.show()
    frame.activateWindow()
    yield pinned
    desk.office.changed.disconnect(searches._follow)


def names(pinned: Pinned) -> list[str]:
    return [entry.search.name for entry in pinned.entries]


def entry(pinned: Pinned, at: int) -> PinnedEntry:
    pinned.entries[at].button.setFocus()
    return pinned.entries[at]


def test_each_search_is_shown_with_its_number_of_rows(pinned: Pinned, desk: Desk, qtbot: QtBot) -> None:
    assert names(pinned) == ["Mine", "Held"]
    qtbot.waitUntil(lambda: pinned.entries[0].button.accessibleName() == "Mine, 0 rows")


def test_the_numbers_follow_the_casebook(pinned: Pinned, desk: Desk, qtbot: QtBot) -> None:
    open_case(desk.office._book)
    desk.office.look()
    qtbot.waitUntil(lambda: pinned.entries[0].button.count.text() == "1")


def test_enter_opens(pinned: Pinned, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pinned.opened) as opened:
        press(entry(pinned, 1).button, Qt.Key.Key_Return)
    assert opened.args[0].typed == "hold:yes"


def test_f2_renames_in_place_and_escape_gives_up(pinned: Pinned) -> None:
    press(entry(pinned, 0).button, Qt.Key.Key_F2)
    type_text(pinned.entries[0].edit, "我的案件")
    press(pinned.entries[0].edit, Qt.Key.Key_Return)
    assert names(pinned) == ["我的案件", "Held"]
    press(entry(pinned, 0).button, Qt.Key.Key_F2)
    type_text(pinned.entries[0].edit, "other")
    press(pinned.entries[0].edit, Qt.Key.Key_Escape)
    assert names(pinned) == ["我的案件", "Held"]


def test_alt_and_an_arrow_move_and_the_focus_stays_with_the_search(pinned: Pinned) -> None:
    press(entry(pinned, 1).button, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(pinned) == ["Held", "Mine"]
    assert pinned.entries[0].button.hasFocus()
    press(pinned.entries[0].button, Qt.Key.Key_Down)
    assert pinned.entries[1].button.hasFocus()


def test_delete_removes_and_offers_undo(pinned: Pinned, told: Recorder) -> None:
    press(entry(pinned, 0).button, Qt.Key.Key_Delete)
    assert names(pinned) == ["Held"]
    told.offers["Undo"]()
    assert names(pinned) == ["Mine", "Held"]
