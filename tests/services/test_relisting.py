"""After an upgrade the list of deadlines is made anew once, for all open cases, and then left alone."""

import pytest
from sqlalchemy import delete

from app.domain.cases import Stage
from app.services import agenda, cases, relisting
from db import deadline_rows
from db.casebook import Casebook
from db.models.deadline_listing import DeadlineListing
from tests.builders import TODAY
from tests.services.ledgers import a_visa, enter


class Heard(list[tuple[int, int]]):
    """How far it was told to be; it ends after ``most``."""

    most = 99

    def __call__(self, done: int, total: int) -> None:
        if len(self) == self.most:
            raise InterruptedError
        self.append((done, total))


@pytest.fixture
def listed(book: Casebook) -> int:
    """Return how many lines ten cases have; the list stands as an older version left it: empty."""
    for _number in range(10):
        enter(book, a_visa(book))
    count = book.read(agenda.count)
    book.keep(_forget)
    book.keep(deadline_rows.note_made_from, "older")
    return count


def _forget(session: object) -> None:
    session.connection().execute(delete(DeadlineListing))  # type: ignore[attr-defined]


def test_all_open_cases_are_listed_anew_in_short_steps_once(book: Casebook, listed: int) -> None:
    head, heard = book.head(), Heard()
    assert relisting.bring_up_to_date(book, TODAY, heard) == 10
    assert heard == [(0, 10), (8, 10)]
    assert book.read(agenda.count) == listed > 0
    assert book.head() == head
    assert book.read(relisting.is_current, TODAY)
    assert relisting.bring_up_to_date(book, TODAY, heard) == 0


def test_one_that_is_ended_half_way_begins_anew(book: Casebook, listed: int) -> None:
    heard = Heard()
    heard.most = 1
    with pytest.raises(InterruptedError):
        relisting.bring_up_to_date(book, TODAY, heard)
    assert 0 < book.read(agenda.count) < listed
    assert not book.read(relisting.is_current, TODAY)
    relisting.bring_up_to_date(book, TODAY, Heard())
    assert book.read(agenda.count) == listed


def test_what_is_over_is_left_alone(book: Casebook, listed: int) -> None:
    case = a_visa(book)
    row = book.read(cases.case, case)
    book.write(cases.move, case, row.version, Stage.WITHDRAWN, TODAY)
    assert relisting.bring_up_to_date(book, TODAY, Heard()) == 10


def test_a_new_casebook_is_up_to_date_after_one_look(book: Casebook) -> None:
    assert relisting.bring_up_to_date(book, TODAY, Heard()) == 0
    assert book.read(relisting.is_current, TODAY)
