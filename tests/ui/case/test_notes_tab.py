"""The notes of a case: written in plain text, newest first, never lost while typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services import cases
from app.ui.case.notes_tab import NotesTab
from app.ui.case.page import CasePage
from app.ui.office import Office
from app.ui.page import Desk
from tests.ui.doubles import press


@pytest.fixture
def tab(page: CasePage) -> NotesTab:
    page.tabs.setCurrentWidget(page.notes)
    return page.notes


def texts(tab: NotesTab) -> list[str]:
    found = []
    for at in range(tab._notes.count()):
        card = tab._notes.itemAt(at).widget()  # type: ignore[union-attr]  # there is one
        found.append(card.findChildren(QLabel)[1].text())  # type: ignore[union-attr]
    return found


def write(tab: NotesTab, text: str) -> None:
    tab.edit.setPlainText(text)
    tab.add.click()


def test_notes_are_shown_newest_first_and_literally(tab: NotesTab) -> None:
    write(tab, "First call")
    write(tab, "<b>Second</b> 王小明")
    assert texts(tab) == ["<b>Second</b> 王小明", "First call"]
    assert tab.edit.toPlainText() == ""
    assert tab.nothing.isHidden()


def test_control_enter_adds(tab: NotesTab) -> None:
    tab.edit.setPlainText("Called back")
    press(tab.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(tab) == ["Called back"]


def test_an_empty_note_is_refused_in_place(tab: NotesTab) -> None:
    write(tab, "   ")
    assert tab.error.isVisible()
    assert texts(tab) == []


def test_what_is_typed_survives_a_change_of_page_and_a_restart(
    tab: NotesTab, page: CasePage, desk: Desk, office: Office, qtbot: QtBot
) -> None:
    tab.edit.setPlainText("Half a thou")
    page.can_leave()
    assert page.case is not None
    other = NotesTab(desk)
    qtbot.addWidget(other)
    other.show_case(page.case)
    assert other.edit.toPlainText() == "Half a thou"
    other.add.click()
    assert office.drafts("note:") == {}
    assert [note.text for note in office.read(cases.notes, page.case.id)] == ["Half a thou"]


def test_a_note_can_be_undone(tab: NotesTab, office: Office) -> None:
    write(tab, "First call")
    office.undo()
    assert texts(tab) == []
    assert tab.nothing.isVisible()
