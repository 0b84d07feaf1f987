"""The open casebook as the window sees it: reads, writes, undo, and what others changed, as signals.

The only module of the window that knows the database.
"""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Busy, KasebookError
from app.i18n import _
from app.services import drafts, trust
from app.ui.jobs import Jobs
from app.ui.long_writes import LongWork
from db import newer
from db.casebook import Casebook, Written
from db.trail import Changes as Changes  # pages name it, and know it from here

P = ParamSpec("P")
R = TypeVar("R")
_log = logging.getLogger(__name__)

POLL_MS = 250
LAST_TRIES, LAST_WAIT = 20, 0.1  # at the end, seconds
RETRY_MS = (100, 200, 400, 800)  # a casebook that is busy is tried again this much later
MANY_ROWS = 300  # from so many on undoing them would hold up the window


class Office(QObject):
    """Every write emits ``changed``; so does what another window or colleague wrote, within the poll.

    ``read`` and ``write`` raise the classes of ``app.errors``; ``attempt`` deals with them.
    """

    changed = Signal(object, object)  # Changes, and who began it (None: another window)
    saved = Signal(object)  # the moment of a save, local time
    undone = Signal(str)  # the label (msgid) of what was undone
    redone = Signal(str)
    _wrote = Signal(object, object)  # from a job: Written, and who began it
    trouble = Signal(object)  # a KasebookError nobody dealt with
    resting = Signal(bool)  # the file is needed alone: show nothing that would read it

    def __init__(self, book: Casebook, parent: QObject | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._long_steps = LongWork(jobs) if jobs is not None else None
        self._by: object = None
        self._own: set[int] = set()
        self._long: set[object] = set()  # writes under way in jobs
        self._waiting: list[Callable[[], object]] = []  # attempts that found the casebook busy
        self._head_at_opening = self._seen = book.head()
        self._watch: Any = None
        self._version = self._data_version()
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._wrote.connect(self._tell)

    @property
    def path(self) -> str:
        """The casebook's folder, or "" on a server."""
        return str(self._book.folder.path) if self._book.folder else ""

    @property
    def user(self) -> tuple[UUID, str]:
        """The key and the name of who works here."""
        return self._book.actor.id, self._book.actor.name

    def read(self, query: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Return ``query(session, …)``. Safe in a job."""
        return self._book.read(query, *args, **kwargs)

    def write(self, operation: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an operation and return what it returns; raises ``Busy`` before anything is changed."""
        return self._written(self._book.write(operation, *args, **kwargs))

    def write_long(
        self,
        told: Callable[[int, int], object],
        by: object,
        operation: Callable[Concatenate[Any, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run an operation in a job, as ``Casebook.write_telling``; the pages hear of it on their thread."""
        return self._beside(by, lambda: self._book.write_telling(told, operation, *args, **kwargs))

    def _beside(self, by: object, write: Callable[[], Written[R]]) -> R:
        """Return what ``write`` returns, in a job; ``by`` began it."""
        token = object()
        self._long.add(token)
        try:
            written = write()
            self._own.add(written.changes.seq)
            self._wrote.emit(written, by)
            return written.result
        finally:
            self._long.discard(token)

    def attempt(
        self,
        work: Callable[[], object],
        *,
        by: object = None,
        failed: Callable[[KasebookError], object] | None = None,
    ) -> None:
        """Call ``work``, which writes; while the casebook is busy, again by timer.

        Other trouble goes to ``failed``, or to the signal. ``by`` is told to the pages as who began it.
        """
        self._attempt(work, by, failed or self.trouble.emit, RETRY_MS)

    def _attempt(
        self,
        work: Callable[[], object],
        by: object,
        failed: Callable[[KasebookError], object],
        waits: tuple[int, ...],
    ) -> None:
        before, self._by = self._by, by
        try:
            work()
        except Busy as error:
            if not waits:
                failed(error)
            else:
                left = waits if self._long else waits[1:]  # a job that writes is waited for
                self._waiting.append(work)
                QTimer.singleShot(waits[0], self, lambda: self._again(work, by, failed, left))
        except KasebookError as error:
            failed(error)
        finally:
            self._by = before

    def _again(
        self,
        work: Callable[[], object],
        by: object,
        failed: Callable[[KasebookError], object],
        waits: tuple[int, ...],
    ) -> None:
        if work in self._waiting:  # else it was done at the end
            self._waiting.remove(work)
            self._attempt(work, by, failed, waits)

    def with_casebook(
        self, work: Callable[Concatenate[Casebook, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Return ``work(casebook, …)``, for services that need all of it: a backup, passphrases.

        Safe in a job.
        """
        return work(self._book, *args, **kwargs)

    def tell_relisted(self, cases: int) -> None:
        """Tell the pages that the deadlines of so many cases were listed anew, which no operation did."""
        if cases:
            self.changed.emit(
                Changes(self._seen, frozenset({("case_deadline_mark", UUID(int=0))}), frozenset()), None
            )

    def undo(self, seq: int | None = None, failed: Callable[[KasebookError], object] | None = None) -> None:
        """Take back my last operation, or operation ``seq``; tell its label. Trouble as in ``attempt``.

        What changes many rows is a job with progress, which can be cancelled.
        """
        told, step_back, rows = self.undone.emit, partial(self._book.undo, seq), self._book.rows_to_undo
        self.attempt(lambda: self._go_back(_("Undoing"), rows(seq), step_back, told, failed), failed=failed)

    def redo(self) -> None:
        """Do again what was last undone; tell its label. Many rows as in ``undo``."""
        told, step, rows = self.redone.emit, self._book.redo, self._book.rows_to_redo
        self.attempt(lambda: self._go_back(_("Redoing"), rows(), step, told, None))

    def _go_back(
        self,
        title: str,
        rows: int,
        step: Callable[..., Written[str]],
        told: Callable[[str], object],
        failed: Callable[[KasebookError], object] | None,
    ) -> None:
        if self._long_steps is None or rows < MANY_ROWS:
            told(self._written(step()))
            return
        failed = failed or self.trouble.emit
        beside = self._beside
        self._long_steps.start(
            title, lambda job: beside(None, lambda: step(told=job.report)), done=told, failed=failed
        )

    def undoable(self) -> tuple[str, str]:
        """Return the labels (msgids) of what undo and redo would do, "" where there is nothing."""
        return self._book.undoable()

    def keep_draft(self, field: str, text: str) -> None:
        """Keep what was typed in ``field`` and can't be saved, in the casebook and in no history."""
        self.attempt(lambda: self._book.keep(drafts.keep, self._book.actor.id, field, text))

    def drop_draft(self, field: str) -> None:
        """Forget the kept text of ``field``."""
        self.attempt(lambda: self._book.keep(drafts.drop, self._book.actor.id, field))

    def drafts(self, prefix: str) -> dict[str, str]:
        """Return my kept texts by field, of the fields that begin with ``prefix``."""
        return self._book.read(drafts.all_of, self._book.actor.id, prefix)

    def look(self) -> None:
        """See whether anybody else wrote, and tell what changed."""
        if self._long:
            return
        version = self._data_version()
        if version == self._version:
            return
        self._version = version
        try:
            changes = self._book.read(newer.changes, self._seen)
        except KasebookError:
            self._version = -1  # look again at the next poll
            return
        for one in changes:
            self._seen = max(self._seen, one.seq)
            if one.seq not in self._own:
                self.changed.emit(one, None)
        self._own = {seq for seq in self._own if seq > self._seen}

    def rest(self) -> None:
        """Keep away from the file, which a rekey needs alone, until ``wake``."""
        self._timer.stop()
        self.resting.emit(True)
        self._let_go()

    def wake(self) -> None:
        """Watch again."""
        self._timer.start()
        self.resting.emit(False)

    def _let_go(self) -> None:
        if self._watch is not None:
            self._watch.invalidate()
            self._watch = None
            self._version = -1

    def close(self, backups: Path | None = None) -> None:
        """Do what still waits, back up what was changed, and close the casebook.

        The copy goes under ``backups``, where that folder is there: it may lie on a disk that is unplugged.
        """
        self._timer.stop()
        while self._waiting:
            _insist(self._waiting.pop(0))
        self._let_go()
        if backups is not None and backups.is_dir() and self._book.head() != self._head_at_opening:
            self._back_up(backups)
        self._book.close()

    def _back_up(self, backups: Path) -> None:
        try:
            trust.back_up(self._book, backups)
        except KasebookError as error:  # closing goes on; Preferences tells how old the last copy is
            _log.warning("no backup made at closing: %s", error)

    def _written(self, written: Written[R]) -> R:
        self._own.add(written.changes.seq)
        self._tell(written, self._by)
        return written.result

    def _tell(self, written: Written[Any], by: object) -> None:
        self.saved.emit(datetime.now(UTC).astimezone())
        self.changed.emit(written.changes, by)

    def _data_version(self) -> int:
        """Return a number that changes with every write of others; on a server, the last operation."""
        if self._book.folder is None:
            return self._book.head()
        if self._watch is None:
            self._watch = self._book.engine.raw_connection()
        return int(self._watch.cursor().execute("PRAGMA data_version").fetchone()[0])


def _insist(work: Callable[[], object]) -> None:
    """Do what could not be done while the casebook was busy, before it is closed."""
    for _try in range(LAST_TRIES):
        try:
            work()
        except Busy:
            time.sleep(LAST_WAIT)
        except KasebookError as error:
            _log.warning("not saved at the end: %s", type(error).__name__)
            return
        else:
            return
    _log.warning("not saved at the end: the casebook stayed busy")
