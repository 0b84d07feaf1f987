"""Stand-ins at the edges of the window: jobs without threads, messages without boxes, keys of any script."""

from collections.abc import Callable
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import KasebookError
from app.ui.jobs import Jobs
from app.ui.messages import Messages
from app.ui.preview.paper import PagePrinter


class SameThread(Jobs):
    """Runs each job before ``start`` returns."""

    def _submit(self, work: Callable[[], None]) -> None:
        work()


class Recorder(Messages):
    """Notes what the user is told, and answers what the user is asked with ``path`` and yes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.told: list[str] = []
        self.offers: dict[str, Callable[[], object]] = {}
        self.troubles: list[BaseException] = []
        self.expected: type[BaseException] = KasebookError  # anything else fails the test
        self.path = Path()

    def tell(self, text: str, label: str = "", act: Callable[[], object] | None = None) -> None:
        self.told.append(text)
        if act is not None:
            self.offers[label] = act

    def trouble(self, error: BaseException) -> None:
        self.troubles.append(error)
        if not isinstance(error, self.expected):
            raise error

    def ask(self, question: str, hint: str, yes: str, then: Callable[[], object]) -> None:
        self.told.append(question)
        then()

    def inform(self, text: str, details: str) -> None:
        self.told.append(f"{text}\n{details}")

    def choose_folder(self, title: str, then: Callable[[Path], object], start: str = "") -> None:
        then(self.path)

    def choose_file(self, title: str, kinds: str, then: Callable[[Path], object]) -> None:
        then(self.path)

    def choose_file_to_save(
        self, title: str, proposed: str, kinds: str, then: Callable[[Path], object]
    ) -> None:
        then(self.path)

    def choose_file_to_open(self, title: str, kinds: str, then: Callable[[Path], object]) -> None:
        then(self.path)

    def choose_printer(self, printer: PagePrinter, then: Callable[[PagePrinter], object]) -> None:
        """Print into the file ``path``."""
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        then(printer)


def type_text(widget: QWidget, text: str) -> None:
    """Type ``text`` into a widget; ``qtbot.keyClicks`` aborts the process on letters beyond ASCII."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press and let go a key that is no letter."""
    QTest.keyClick(widget, key, reduce(or_, modifiers, Qt.KeyboardModifier.NoModifier))


def click(widget: QWidget) -> None:
    """Click a widget in its middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def obeys_qt(tester: Any, model: QAbstractItemModel) -> None:
    """Let Qt's own tester look for broken rules in a model."""
    tester.check(model)
