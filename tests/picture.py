"""A picture of the window in one state."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.main_window import MainWindow

P = TypeVar("P", bound=QWidget)
PAGES_DRAWN_MS = 800


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of the window and what it is of."""

    name: str
    picture: QPixmap


def settled(window: QWidget) -> QPixmap:
    """Return a picture of the window once nothing waits to be laid out."""
    for _turn in range(6):
        QApplication.processEvents()
    return window.grab()


def printed(window: QWidget) -> QPixmap:
    """Return a picture of the window once the pages of its preview, which threads draw, are there too."""
    settled(window)
    QTest.qWait(PAGES_DRAWN_MS)
    return window.grab()


def page_of(window: MainWindow, kind: type[P]) -> P:
    """Return the page in view, which is of ``kind``."""
    assert isinstance(window.current, kind)
    return window.current
