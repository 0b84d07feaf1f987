"""The notes of a case: written in plain text, newest first, never lost while typed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.timeline import NoteKind
from app.services import cases
from app.ui.case.notes_tab import NotesTab
from app.ui.case.page import CasePage
from app.ui.case.timeline_cards import WRITTEN
from app.ui.office import Office
from app.ui.page import Desk
from tests.services.test_mail_reader import LETTER
from tests.ui.doubles import Recorder, press


@pytest.fixture
def tab(page: CasePage) -> NotesTab:
    page.tabs.setCurrentWidget(page.notes)
    return page.notes


def texts(tab: NotesTab) -> list[str]:
    """Return what the cards say, the latest first."""
    return [entry.text for entry in tab._entries if entry.strand in WRITTEN]


def write(tab: NotesTab, text: str) -> None:
    tab.edit.setPlainText(text)
    tab.add.click()


def test_notes_are_shown_newest_first_and_literally(tab: NotesTab) -> None:
    write(tab, "First call")
    write(tab, "<b>Second</b> 王小明")
    assert texts(tab) == ["<b>Second</b> 王小明", "First call"]
    assert tab.edit.toPlainText() == ""
    assert tab.nothing.isHidden()
    labels = [label.text() for label in tab.cards.findChildren(QLabel)]
    assert "<b>Second</b> 王小明" in labels


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


def test_a_call_is_written_with_whom_when_and_how_long(tab: NotesTab, page: CasePage, office: Office) -> None:
    tab.form.kind.setCurrentIndex(tab.form.kind.findData("call"))
    assert tab.form.with_whom.isVisible()
    write(tab, "Asked for the diploma")
    assert "Say with whom" in tab.error.text()
    tab.form.with_whom.setText("王小明")
    tab.form.minutes.setText("x")
    tab.add.click()
    assert "how many minutes" in tab.error.text()
    tab.form.minutes.setText("12")
    tab.form.when.setText("2026-11-20 14:30")
    tab.add.click()
    assert page.case is not None
    (note,) = office.read(cases.notes, page.case.id)
    assert (note.kind, note.with_whom, note.minutes) == (NoteKind.CALL, "王小明", 12)
    assert not tab.form.with_whom.isVisible()


def test_a_moment_that_can_not_be_read_is_said(tab: NotesTab) -> None:
    tab.form.kind.setCurrentIndex(tab.form.kind.findData("message"))
    tab.form.with_whom.setText("Client")
    tab.form.when.setText("yesterday")
    write(tab, "Sent the list")
    assert "2026-11-23 14:30" in tab.error.text()


def test_the_stream_is_filtered_by_kind(tab: NotesTab) -> None:
    write(tab, "A note")
    tab.strand.setCurrentIndex(tab.strand.findData("stages"))
    tab.strand.activated.emit(tab.strand.currentIndex())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    labels = [label.text() for label in tab.cards.findChildren(QLabel)]
    assert labels
    assert "A note" not in labels


def test_an_e_mail_is_kept_and_saved_out_again(tab: NotesTab, told: Recorder, tmp_path: Path) -> None:
    file = tmp_path / "mail.eml"
    file.write_bytes(LETTER)
    told.path = file
    tab.form.mail.click()
    assert "<b>नमस्ते</b>" in texts(tab)[0]
    told.path = tmp_path / "out.eml"
    tab.cards.findChildren(QPushButton, "case.mail.0.save")[-1].click()
    assert told.path.read_bytes() == LETTER


def test_a_file_that_is_no_mail_is_refused_in_place(tab: NotesTab, told: Recorder, tmp_path: Path) -> None:
    file = tmp_path / "mail.eml"
    file.write_bytes(b"MZ\x00\x01 not a mail")
    told.path = file
    tab.form.mail.click()
    assert "no e-mail" in tab.error.text()
