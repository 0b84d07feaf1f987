"""An operation over many cases, written off the window's thread with its progress and a way to cancel.

What is chosen: a job is to hold the write lock for at most 50 ms at a time, but an operation is undone as one
step, and so it is one transaction. Such a job holds the lock from its first row to its last, some ms for each
case. What the window wants to write meanwhile waits for it (``Office.attempt``); reading goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from app.errors import Busy, KasebookError
from app.ui.jobs import Jobs, Step

if TYPE_CHECKING:
    from app.ui.page import Desk

R = TypeVar("R")
_WAITS = (0.1,) * 20  # seconds; the window itself may be writing


def _patiently(step: Step, work: Callable[[Step], R]) -> R:
    for wait in _WAITS:
        try:
            return work(step)
        except Busy:
            step.check()
            time.sleep(wait)
    return work(step)


class LongWork:
    """Work in a job, one at a time: while it runs, another press does nothing."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._is_running = False

    def start(
        self,
        title: str,
        work: Callable[[Step], R],
        *,
        done: Callable[[R], object],
        failed: Callable[[KasebookError], object],
    ) -> None:
        """Run ``work`` in a job ``title``, again where the casebook is busy; ``done`` gets what it returns.

        Cancelled, it leaves nothing; trouble goes to ``failed``.
        """
        if self._is_running:
            return
        self._is_running = True
        job = self._jobs.start(
            lambda step: _patiently(step, work),
            done=lambda result: self._end(done, result),
            failed=lambda error: self._end(self._told(failed), error),
            title=title,
        )
        job.ended.connect(self._rest)  # also where it was cancelled

    def _end(self, then: Callable[[R], object], value: R) -> None:
        self._rest()
        then(value)

    def _rest(self) -> None:
        self._is_running = False

    def _told(self, failed: Callable[[KasebookError], object]) -> Callable[[Exception], object]:
        def tell(error: Exception) -> object:
            if isinstance(error, KasebookError):
                return failed(error)
            self._jobs.failed.emit(error)
            return None

        return tell


class LongWrites:
    """The long operations of one page."""

    def __init__(self, desk: Desk) -> None:
        self._write = desk.office.write_long
        self._work = LongWork(desk.jobs)

    def start(
        self,
        title: str,
        operation: Callable[..., R],
        values: Sequence[object],
        *,
        by: object,
        done: Callable[[R], object],
        failed: Callable[[KasebookError], object],
        **named: object,
    ) -> None:
        """Run ``operation(session, *values, **named)`` as ``LongWork.start`` does.

        ``by`` is told to the pages as who began it.
        """
        self._work.start(
            title,
            lambda step: self._write(step.report, by, operation, *values, **named),
            done=done,
            failed=failed,
        )
