"""A long operation runs off the window's thread, tells how far it is, and leaves nothing when cancelled."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.errors import Conflict, KasebookError
from app.services import post_answers, rebasing
from app.ui.jobs import Job, Jobs
from app.ui.long_writes import LongWrites
from app.ui.office import Office
from app.ui.page import Desk
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.db.content import content_hash
from tests.services.test_post_answers import FACT, POST, an_answer


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    """Real threads: these tests are about them."""
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def cases(book: Casebook, desk: Desk) -> int:
    person = add_person(book)
    for _number in range(6):
        open_case(book, person, post=POST)
    desk.office.look()  # heard before the tests listen
    return 6


def _is_ours() -> bool:
    return threading.current_thread() is threading.main_thread()


class Heard:
    """What was told, and from which thread."""

    def __init__(self, office: Office) -> None:
        self.done: list[object] = []
        self.failed: list[KasebookError] = []
        self.changed: list[tuple[object, bool]] = []
        office.changed.connect(
            lambda _changes, by: self.changed.append(
                (by, threading.current_thread() is threading.main_thread())
            )
        )


def answer(desk: Desk, heard: Heard, by: object) -> LongWrites:
    writes = LongWrites(desk)
    writes.start(
        "Recording", post_answers.record, (an_answer(), TODAY), by=by,
        done=heard.done.append, failed=heard.failed.append,
    )  # fmt: skip
    return writes


def test_the_pages_hear_of_it_once_on_their_own_thread(
    desk: Desk, book: Casebook, cases: int, qtbot: QtBot
) -> None:
    heard, me = Heard(desk.office), object()
    answer(desk, heard, me)
    qtbot.waitUntil(lambda: bool(heard.done))
    desk.office.look()
    assert heard.changed == [(me, True)]
    assert book.read(post_answers.post, POST, TODAY).answer(FACT)
    book.undo()
    assert book.read(post_answers.post, POST, TODAY).answer(FACT) is None


def test_it_tells_how_many_cases_are_done(desk: Desk, jobs: Jobs, cases: int, qtbot: QtBot) -> None:
    heard = Heard(desk.office)
    told: list[tuple[int, int]] = []

    def watch(job: Job) -> None:
        job.progress.connect(lambda done, total: told.append((done, total)))

    jobs.started.connect(watch)
    answer(desk, heard, None)
    qtbot.waitUntil(lambda: bool(heard.done))
    assert told == [(at, cases) for at in range(cases)]


def test_cancelled_it_leaves_nothing(
    desk: Desk, jobs: Jobs, book: Casebook, cases: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, heard = content_hash(book), Heard(desk.office)
    ended: list[bool] = []

    def cancel(job: Job) -> None:
        job.ended.connect(lambda: ended.append(True))
        job.cancel()

    jobs.started.connect(cancel)
    writes = answer(desk, heard, None)
    qtbot.waitUntil(lambda: bool(ended))
    assert (heard.done, heard.failed, heard.changed) == ([], [], [])
    assert content_hash(book) == before
    jobs.started.disconnect(cancel)
    writes.start(
        "Again", post_answers.record, (an_answer(), TODAY), by=None,
        done=heard.done.append, failed=heard.failed.append,
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(heard.done))


def test_cancelled_half_way_all_is_taken_back(book: Casebook, cases: int) -> None:
    before = content_hash(book)

    class Enough(Exception):
        pass

    def told(done: int, total: int) -> None:
        if done == total // 2:
            raise Enough

    with pytest.raises(Enough):
        book.write_telling(told, post_answers.record, an_answer(), TODAY)
    assert content_hash(book) == before


def test_known_trouble_goes_to_its_handler(desk: Desk, book: Casebook, cases: int, qtbot: QtBot) -> None:
    heard, key = Heard(desk.office), open_case(book, post=POST).id
    LongWrites(desk).start(
        "Re-basing", rebasing.rebase, ([(key, "0" * 64)], TODAY), by=None,
        done=heard.done.append, failed=heard.failed.append,
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert [type(error) for error in heard.failed] == [Conflict]


def test_a_busy_casebook_is_waited_for(
    desk: Desk, cases: int, second_window: Callable[[], Casebook], qtbot: QtBot
) -> None:
    other, heard = second_window(), Heard(desk.office)
    with other._writers.begin() as session:
        session.connection()  # holds the write lock
        answer(desk, heard, None)
        qtbot.wait(150)
        assert heard.done == []
    qtbot.waitUntil(lambda: bool(heard.done))


def test_while_it_runs_another_press_does_nothing(
    desk: Desk, book: Casebook, cases: int, second_window: Callable[[], Casebook], qtbot: QtBot
) -> None:
    other, heard = second_window(), Heard(desk.office)
    with other._writers.begin() as session:
        session.connection()
        writes = answer(desk, heard, None)
        again: list[Any] = []
        writes.start("Again", post_answers.check, (POST, TODAY, TODAY), by=None, done=again.append,
                     failed=again.append)  # fmt: skip
    qtbot.waitUntil(lambda: bool(heard.done))
    assert again == []
