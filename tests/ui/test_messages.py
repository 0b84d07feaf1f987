"""What the user is told: plain text, in place, and a report of bugs that holds no client data."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.ui import reports
from app.ui.messages import Messages
from tests.ui.doubles import click

SECRET = "Ananya SAMPLE Z0000001"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


@pytest.fixture
def messages(window: QWidget) -> Messages:
    return Messages(window)


@pytest.fixture
def _hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def box(window: QWidget) -> QMessageBox:
    found = window.findChild(QMessageBox)
    assert isinstance(found, QMessageBox)
    return found


def a_bug() -> ValueError:
    try:
        int(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_toast_offers_one_thing_to_do(messages: Messages) -> None:
    done: list[str] = []
    messages.tell("Archived.", "Undo", lambda: done.append("undo"))
    assert messages.toast.isVisible()
    click(messages.toast.button)
    assert done == ["undo"]
    assert not messages.toast.isVisible()


def test_a_toast_stays_inside_the_window(messages: Messages, window: QWidget) -> None:
    messages.tell("long " * 400)
    assert window.rect().contains(messages.toast.geometry())
    window.resize(500, 500)
    assert messages.toast.geometry().right() <= window.width()


def test_a_toast_shows_markup_as_it_is_written(messages: Messages) -> None:
    messages.tell("<b>bold</b>")
    assert messages.toast.label.textFormat() == Qt.TextFormat.PlainText
    assert messages.toast.label.text() == "<b>bold</b>"


def test_known_trouble_is_a_toast(messages: Messages) -> None:
    messages.trouble(UserError("Not so.", "Do this."))
    assert messages.toast.label.text() == "Not so. Do this."


def test_a_question_is_answered_by_calling_back(messages: Messages, window: QWidget) -> None:
    answers: list[str] = []
    messages.ask("Sure?", "<i>hint</i>", "Do it", lambda: answers.append("yes"))
    assert box(window).textFormat() == Qt.TextFormat.PlainText
    next(made for made in box(window).buttons() if made.text() == "Do it").click()
    assert answers == ["yes"]


def test_cancel_is_the_answer_to_begin_with(messages: Messages, window: QWidget) -> None:
    answers: list[str] = []
    messages.ask("Sure?", "", "Do it", lambda: answers.append("yes"))
    box(window).defaultButton().click()
    assert answers == []


def test_a_bug_is_reported_once_with_nothing_of_clients(
    messages: Messages, window: QWidget, expect_log: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    expect_log("bug: ")
    bug = a_bug()
    messages.trouble(bug)
    messages.trouble(bug)
    assert len(window.findChildren(QMessageBox)) == 1
    assert SECRET not in box(window).detailedText() + caplog.text
    assert "test_messages.py" in box(window).detailedText()


def test_the_report_can_be_copied(
    messages: Messages, window: QWidget, expect_log: Callable[[str], None]
) -> None:
    expect_log("bug: ")
    messages.trouble(a_bug())
    next(made for made in box(window).buttons() if made.text() == "Copy report").click()
    assert QGuiApplication.clipboard().text().startswith("Kasebook ")


@pytest.mark.usefixtures("_hooks")
def test_what_nobody_caught_in_a_thread_is_told_in_the_window(
    messages: Messages, window: QWidget, qtbot: QtBot, expect_log: Callable[[str], None]
) -> None:
    expect_log("bug: ")
    messages.catch_all()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)


@pytest.mark.usefixtures("_hooks")
def test_known_trouble_that_nobody_caught_is_a_toast(messages: Messages) -> None:
    messages.catch_all()
    error = UserError("Not so.")
    sys.excepthook(UserError, error, None)
    assert messages.toast.label.text() == "Not so."


def test_a_report_names_the_versions_and_places() -> None:
    text = reports.report(a_bug())
    assert "Qt 6" in text
    assert "tests/ui/test_messages.py" in text
