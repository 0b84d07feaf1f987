"""A window's ground for tests: our look, a real casebook, jobs that run at once, messages that are noted."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.settings import Settings
from app.ui import theme
from app.ui.jobs import Jobs
from app.ui.office import Office
from app.ui.page import Desk
from db.casebook import Casebook
from tests.ui.casebooks import again, opened
from tests.ui.doubles import Recorder, SameThread

PATIENCE = 30_000  # milliseconds


class Patient(QtBot):
    """Waits longer than pytest-qt does: a machine that builds other things meanwhile is no failure."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802
        _let_events_flow()
        super().waitUntil(callback, timeout=timeout)


def _let_events_flow() -> None:
    """Undo an exit asked for outside the application's own loop: until that has run, Qt runs no other."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    if loop.exec() < 0:
        QTimer.singleShot(0, QCoreApplication.quit)
        QCoreApplication.exec()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    _let_events_flow()
    return Patient(request)


@pytest.fixture(autouse=True)
def _no_widget_left(qapp: QApplication) -> None:
    """Delete at once what earlier tests left to be deleted later: every widget there slows down a repaint."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    if qapp.palette().window().color().name() != theme.colours("light")["window"]:
        theme.dress(qapp, "light")


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "Test.kasebook"
    opened(path).close()
    return path


@pytest.fixture
def book(tmp_path: Path, _made: Path) -> Iterator[Casebook]:
    """Open a copy of a casebook that was made once."""
    book = again(Path(shutil.copytree(_made, tmp_path / "Test.kasebook")))
    yield book
    book.close()


@pytest.fixture
def office(book: Casebook, qapp: QApplication) -> Iterator[Office]:
    office = Office(book)
    yield office
    office.close()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = SameThread()
    yield jobs
    jobs.close()


@pytest.fixture
def told(qapp: QApplication) -> Iterator[Recorder]:
    window = QWidget()
    yield Recorder(window)
    window.deleteLater()


@pytest.fixture
def desk(office: Office, jobs: Jobs, told: Recorder) -> Desk:
    return Desk(office, jobs, told, Settings(), bootstrap.load)


@pytest.fixture
def second_window(book: Casebook) -> Iterator[Callable[[], Casebook]]:
    """Return a function that opens the same casebook once more, as another window does."""
    books: list[Casebook] = []

    def open_again() -> Casebook:
        assert book.folder
        books.append(again(book.folder.path))
        return books[-1]

    yield open_again
    for each in books:
        each.close()
