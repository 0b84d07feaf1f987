"""Work off the window's thread: a plain function in a pool, its progress and its end by signal."""

import gc
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

R = TypeVar("R")
WORKERS = 2
SWEEP_MS = 2000


class Cancelled(Exception):
    """The user cancelled; raised inside the job's function and shown to nobody."""


class Step:
    """What a job's function gets: where it says how far it is, and learns that it is cancelled."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        self._progress = progress
        self.cancelled = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` is done. Raises ``Cancelled``: call it for each item."""
        self.check()
        self._progress(done, total)

    def check(self) -> None:
        """Raise ``Cancelled`` if the user cancelled."""
        if self.cancelled.is_set():
            raise Cancelled


class Job(QObject):
    """One function under way. It lives on the window's thread, and so do its signals."""

    progress = Signal(int, int)  # done, total
    done = Signal(object)  # what the function returned
    failed = Signal(object)  # the exception
    ended = Signal()  # after done or failed, and when cancelled

    def __init__(self, title: str, step: Step) -> None:
        super().__init__()
        self.title = title
        self.step = step

    def cancel(self) -> None:
        """Ask the function to stop at its next report; nothing of it is told afterwards."""
        self.step.cancelled.set()

    def end(self, result: object, error: BaseException | None) -> None:
        """Tell how it ended."""
        if not self.step.cancelled.is_set():
            if error is None:
                self.done.emit(result)
            else:
                self.failed.emit(error)
        self.ended.emit()
        self.deleteLater()


class Jobs(QObject):
    """The pool. Keep it as long as the application; ``close`` it before the application ends.

    While a job runs, garbage is collected on the window's thread alone: a widget that a worker's
    collection happens to free corrupts the memory of Qt. For the same reason a worker holds no ``Job``,
    and a job is no child of the pool: as it goes, what it would have told goes too, which may be a page
    that was the last to hold the pool, and the pool would then delete a child that is being deleted.
    """

    started = Signal(object)  # a Job with a title, for the status bar
    failed = Signal(object)  # the exception of a job that was started without its own ``failed``
    _told = Signal(int, object, object)  # from a worker: number of the job, result, exception
    _at = Signal(int, int, int)  # from a worker: number of the job, done, total

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(WORKERS, "job")
        self._running: dict[int, Job] = {}
        self._numbers = itertools.count()
        self._is_closed = False
        self._sweep = QTimer(self, interval=SWEEP_MS)
        self._sweep.timeout.connect(gc.collect)
        self._told.connect(self._end)
        self._at.connect(self._report)

    def start(
        self,
        function: Callable[[Step], R],
        *,
        done: Callable[[R], Any] | None = None,
        failed: Callable[[Exception], Any] | None = None,
        title: str = "",
    ) -> Job:
        """Run ``function`` off the window's thread and give its result to ``done`` on it.

        The function touches no widget and returns plain data. A ``title`` shows it with its progress
        and a way to cancel.
        """
        number = next(self._numbers)
        step = Step(partial(self._at.emit, number))
        job = Job(title, step)
        job.failed.connect(failed or self.failed.emit)
        if done is not None:
            job.done.connect(done)
        if self._is_closed:  # a timer may ask for one more while the window goes
            return job
        self._running[number] = job
        gc.disable()
        self._sweep.start()
        if title:
            self.started.emit(job)
        self._submit(lambda: self._run(number, step, function))
        return job

    def _run(self, number: int, step: Step, function: Callable[[Step], object]) -> None:
        """Run ``function``, on a worker's thread."""
        try:
            step.check()
            self._told.emit(number, function(step), None)
        except BaseException as error:
            self._told.emit(number, None, error)

    @Slot(int, int, int)
    def _report(self, number: int, done: int, total: int) -> None:
        if number in self._running:
            self._running[number].progress.emit(done, total)

    @Slot(int, object, object)
    def _end(self, number: int, result: object, error: BaseException | None) -> None:
        job = self._running.pop(number, None)
        if job is None:  # the pool was closed meanwhile
            return
        if not self._running:
            self._sweep.stop()
            gc.enable()
        job.end(result, error)

    def _submit(self, work: Callable[[], None]) -> None:
        self._pool.submit(work)

    def close(self) -> None:
        """Cancel what runs and wait for it: a thread that outlives Qt aborts the process."""
        self._is_closed = True
        for job in self._running.values():
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._running.clear()
        gc.enable()
