"""The casebook as the window sees it: signals, retries, undo, and what other windows write."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.errors import Busy, KasebookError, UserError
from app.services import people
from app.ui import office as office_module
from app.ui.jobs import Job, Jobs
from app.ui.office import Changes, Office
from db.casebook import Casebook
from tests.builders import TODAY, a_person
from tests.db.content import content_hash


def heard(office: Office) -> list[tuple[Changes, object]]:
    """Return a list that grows with each ``changed``."""
    found: list[tuple[Changes, object]] = []
    office.changed.connect(lambda changes, by: found.append((changes, by)))
    return found


def test_a_write_tells_what_changed_and_that_it_is_saved(office: Office, qtbot: QtBot) -> None:
    changes = heard(office)
    with qtbot.waitSignal(office.saved):
        key = office.write(people.add, a_person(), TODAY)
    assert ("person", key) in changes[0][0].rows
    assert changes[0][1] is None


def test_who_began_a_write_is_told(office: Office) -> None:
    changes = heard(office)
    me = object()
    office.attempt(lambda: office.write(people.add, a_person(), TODAY), by=me)
    office.write(people.add, a_person(), TODAY)
    assert [by for _changes, by in changes] == [me, None]


def test_a_refusal_goes_to_its_handler(office: Office) -> None:
    refused: list[KasebookError] = []
    office.attempt(lambda: office.write(people.add, a_person(names=()), TODAY), failed=refused.append)
    assert [type(error) for error in refused] == [UserError]


def test_a_busy_casebook_is_tried_again(
    office: Office, second_window: Callable[[], Casebook], qtbot: QtBot
) -> None:
    other = second_window()
    added: list[object] = []
    with other._writers.begin() as session:
        session.connection()  # holds the write lock
        office.attempt(lambda: added.append(office.write(people.add, a_person(), TODAY)))
        assert added == []
    qtbot.waitUntil(lambda: bool(added))


def test_a_casebook_that_stays_busy_is_trouble(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy() -> None:
        raise Busy("Another window is saving.")

    monkeypatch.setattr(office_module, "RETRY_MS", (1, 1))
    with qtbot.waitSignal(office.trouble):
        office.attempt(busy)


def test_what_waits_for_a_busy_casebook_is_done_before_it_closes(
    book: Casebook, second_window: Callable[[], Casebook], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    office, other = Office(book), second_window()
    with other._writers.begin() as session:
        session.connection()  # holds the write lock
        office.attempt(lambda: office.write(people.add, a_person(), TODAY))
    before = other.head()
    office.close()
    assert other.head() == before + 1


def test_undo_and_redo_tell_their_label(office: Office, qtbot: QtBot) -> None:
    office.write(people.add, a_person(), TODAY)
    with qtbot.waitSignal(office.undone) as undone:
        office.undo()
    with qtbot.waitSignal(office.redone) as redone:
        office.redo()
    assert (undone.args, redone.args) == (["Add person"], ["Add person"])


@pytest.fixture
def threads(qapp: object) -> Iterator[Jobs]:
    threads = Jobs()
    yield threads
    threads.close()


@pytest.fixture
def threaded(book: Casebook, threads: Jobs, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Return an office with real threads, for which a person with its parts is many rows."""
    monkeypatch.setattr(office_module, "MANY_ROWS", 3)
    office = Office(book, None, threads)
    yield office
    office.close()


def test_many_rows_are_undone_and_done_again_in_a_job_once_at_a_time(
    threaded: Office, threads: Jobs, book: Casebook, qtbot: QtBot
) -> None:
    before, titles = content_hash(book), list[str]()
    threads.started.connect(lambda job: titles.append(job.title))
    threaded.write(people.add, a_person(), TODAY)
    with qtbot.waitSignal(threaded.undone) as undone:
        threaded.undo()
        threaded.undo()
    assert (undone.args, titles) == (["Add person"], ["Undoing"])
    assert content_hash(book) == before
    with qtbot.waitSignal(threaded.redone):
        threaded.redo()
    assert titles == ["Undoing", "Redoing"]
    assert content_hash(book) != before


def test_an_undo_that_is_cancelled_undoes_nothing(
    threaded: Office, threads: Jobs, book: Casebook, qtbot: QtBot
) -> None:
    threaded.write(people.add, a_person(), TODAY)
    before, ended = book.head(), list[bool]()

    def cancel(job: Job) -> None:
        job.ended.connect(lambda: ended.append(True))
        job.cancel()

    threads.started.connect(cancel)
    threaded.undo()
    qtbot.waitUntil(lambda: bool(ended))
    assert book.head() == before


def test_nothing_to_undo_is_told(office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(office.trouble):
        office.undo()


def test_what_another_window_writes_is_told_once(
    office: Office, second_window: Callable[[], Casebook], qtbot: QtBot
) -> None:
    changes = heard(office)
    written = second_window().write(people.add, a_person(), TODAY)
    qtbot.waitUntil(lambda: bool(changes))
    office.look()
    assert [(one.rows, by) for one, by in changes] == [(written.changes.rows, None)]


def test_own_writes_are_not_told_twice(office: Office) -> None:
    changes = heard(office)
    office.write(people.add, a_person(), TODAY)
    office.look()
    assert len(changes) == 1


def test_a_draft_is_kept_and_dropped_without_a_record(office: Office, book: Casebook) -> None:
    before = book.head()
    office.keep_draft("person:1.birth_date", "31 Feb")
    assert office.drafts("person:1.") == {"person:1.birth_date": "31 Feb"}
    office.drop_draft("person:1.birth_date")
    assert office.drafts("person:1.") == {}
    assert book.head() == before


def test_while_it_rests_nothing_holds_the_file_and_then_all_changes_are_told(
    office: Office, book: Casebook, second_window: Callable[[], Casebook]
) -> None:
    changes = heard(office)
    resting: list[bool] = []
    office.resting.connect(resting.append)
    office.rest()
    assert book.engine.pool.checkedout() == 0  # type: ignore[attr-defined]
    second_window().write(people.add, a_person(), TODAY)
    office.wake()
    office.look()
    assert (len(changes), resting) == (1, [True, False])


def test_deadlines_that_were_listed_anew_are_told_and_none_are_not(office: Office) -> None:
    changes = heard(office)
    office.tell_relisted(0)
    assert changes == []
    office.tell_relisted(3)
    assert [by for _changes, by in changes] == [None]
