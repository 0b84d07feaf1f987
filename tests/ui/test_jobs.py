"""Jobs run off the window's thread and end on it."""

import gc
import threading
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.ui.jobs import Job, Jobs, Step


@pytest.fixture
def pool(qapp: object) -> Jobs:
    return Jobs()


def _hold(_pool: Jobs, _result: object) -> None:
    """Hold the pool, as a page does that waits for the result."""


def test_a_job_runs_in_a_thread_and_its_result_comes_back_to_this_one(qtbot: QtBot, pool: Jobs) -> None:
    came: list[tuple[threading.Thread, threading.Thread]] = []
    job = pool.start(
        lambda step: threading.current_thread(),
        done=lambda ran_in: came.append((ran_in, threading.current_thread())),
    )
    with qtbot.waitSignal(job.ended):
        pass
    assert came[0][0] is not threading.main_thread()
    assert came[0][1] is threading.main_thread()
    pool.close()


def test_progress_is_told_on_this_thread(qtbot: QtBot, pool: Jobs) -> None:
    told: list[tuple[int, int, bool]] = []

    def work(step: Step) -> None:
        for at in range(3):
            step.report(at, 3)

    job = pool.start(work)
    job.progress.connect(
        lambda at, of: told.append((at, of, threading.current_thread() is threading.main_thread()))
    )
    with qtbot.waitSignal(job.ended):
        pass
    assert told == [(0, 3, True), (1, 3, True), (2, 3, True)]
    pool.close()


def test_an_error_goes_to_its_own_handler(qtbot: QtBot, pool: Jobs) -> None:
    errors: list[Exception] = []

    def fail(step: Step) -> None:
        raise ValueError("x")

    job = pool.start(fail, failed=errors.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert [type(error) for error in errors] == [ValueError]
    pool.close()


def test_an_error_without_a_handler_is_told_by_the_pool(qtbot: QtBot, pool: Jobs) -> None:
    def fail(step: Step) -> None:
        raise ValueError("x")

    with qtbot.waitSignal(pool.failed):
        pool.start(fail)
    pool.close()


def test_a_cancelled_job_ends_and_tells_nothing(qtbot: QtBot, pool: Jobs) -> None:
    results: list[object] = []
    begun = threading.Event()

    def work(step: Step) -> str:
        begun.set()
        while True:
            step.report(0, 1)

    job = pool.start(work, done=results.append, failed=results.append)
    begun.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert results == []
    pool.close()


def test_no_garbage_is_collected_in_a_workers_thread(qtbot: QtBot, pool: Jobs) -> None:
    job = pool.start(lambda step: gc.isenabled(), done=lambda enabled: told.append(enabled))
    told: list[bool] = []
    with qtbot.waitSignal(job.ended):
        pass
    assert told == [False]
    assert gc.isenabled()
    pool.close()


def test_closing_cancels_and_waits(pool: Jobs) -> None:
    ended = threading.Event()

    def work(step: Step) -> None:
        step.cancelled.wait(5)
        ended.set()

    pool.start(work)
    pool.close()
    assert ended.is_set()


def test_a_job_asked_for_after_the_end_is_not_run(pool: Jobs) -> None:
    pool.close()
    ran: list[bool] = []
    pool.start(lambda step: ran.append(True))
    assert ran == []


def test_only_a_job_with_a_title_is_shown(qtbot: QtBot, pool: Jobs) -> None:
    shown: list[Job] = []
    pool.started.connect(shown.append)
    pool.start(lambda step: None)
    job = pool.start(lambda step: None, title="Copying")
    assert shown == [job]
    pool.close()


def test_a_job_that_is_the_last_to_hold_the_pool_lets_go_of_both(qtbot: QtBot) -> None:
    pool = Jobs()
    gone: list[str] = []
    job = pool.start(lambda step: 1, done=partial(_hold, pool))
    pool.destroyed.connect(lambda: gone.append("pool"))
    job.destroyed.connect(lambda: gone.append("job"))
    with qtbot.waitSignal(job.ended):
        pass
    pool.close()
    del pool, job
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert sorted(gone) == ["job", "pool"]


def test_what_comes_from_a_worker_after_the_end_is_told_to_nobody(qtbot: QtBot, pool: Jobs) -> None:
    results: list[object] = []
    pool.start(lambda step: 1, done=results.append, failed=results.append)
    pool.close()
    qtbot.wait(1)
    assert results == []
