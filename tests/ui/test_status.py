"""The status bar: the job under way, its progress, its Cancel."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.jobs import Jobs, Step
from app.ui.status import StatusBar


@pytest.fixture
def pool(qapp: object) -> Iterator[Jobs]:
    pool = Jobs()
    yield pool
    pool.close()


@pytest.fixture
def bar(qtbot: QtBot, pool: Jobs) -> StatusBar:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    pool.started.connect(bar.show_job)
    return bar


def test_a_job_is_shown_with_its_progress_until_it_ends(bar: StatusBar, pool: Jobs, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(step: Step) -> None:
        step.report(7, 12)
        go_on.wait(5)

    pool.start(work, title="Copying papers")
    progress = bar.findChild(QProgressBar, "status.progress")
    assert isinstance(progress, QProgressBar)
    qtbot.waitUntil(lambda: (progress.value(), progress.maximum()) == (7, 12))
    assert progress.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: not progress.isVisible())


def test_cancel_stops_the_job_shown(bar: StatusBar, pool: Jobs, qtbot: QtBot) -> None:
    stopped = threading.Event()

    def work(step: Step) -> None:
        step.cancelled.wait(5)
        stopped.set()

    pool.start(work, title="Copying papers")
    cancel = bar.findChild(QPushButton, "status.cancel")
    assert isinstance(cancel, QPushButton)
    cancel.click()
    qtbot.waitUntil(stopped.is_set)


def test_a_job_without_a_title_goes_on_unseen(bar: StatusBar, pool: Jobs, qtbot: QtBot) -> None:
    job = pool.start(lambda step: None)
    with qtbot.waitSignal(job.ended):
        pass
    assert not bar._panel.isVisible()
