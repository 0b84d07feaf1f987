"""The lock's clock: it runs while nobody touches anything, and begins anew with each touch."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.idle import Idle


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def idle(widget: QWidget) -> Iterator[Idle]:
    idle = Idle(0.005)  # 300 ms
    yield idle
    idle.deleteLater()


def window_of(widget: QWidget) -> QWindow:
    handle = widget.windowHandle()
    assert handle is not None
    return handle


def test_that_nobody_is_there_is_told(idle: Idle, qtbot: QtBot) -> None:
    with qtbot.waitSignal(idle.idle):
        pass


def test_a_touch_begins_the_wait_anew(idle: Idle, widget: QWidget) -> None:
    idle._timer.stop()
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(1, 1),
        QPointF(1, 1),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window_of(widget), moved)
    assert idle._timer.isActive()


def test_what_is_no_touch_changes_nothing(idle: Idle, widget: QWidget) -> None:
    idle._timer.stop()
    QApplication.sendEvent(window_of(widget), QEvent(QEvent.Type.UpdateRequest))
    assert not idle._timer.isActive()
