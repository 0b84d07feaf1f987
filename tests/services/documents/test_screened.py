"""The screening on the filing summary: what somebody confirmed, and nothing before that."""

from app.services.documents import screened
from db.casebook import Casebook
from tests.builders import open_case
from tests.services.documents.conftest import gathered
from tests.services.test_screening import confirm


def test_without_a_confirmation_there_is_nothing(book: Casebook) -> None:
    assert book.read(screened.block, open_case(book).id) == ((), "", None)


def test_the_screening_on_it_is_the_last_one_confirmed(book: Casebook) -> None:
    case = open_case(book)
    assert gathered(book, "summary", case.id).screening == ()
    confirm(book, case.id)
    value = gathered(book, "summary", case.id)
    assert value.screened_by == book.actor.name
    assert value.screened_on is not None
    results = [reason.result.en for reason in value.screening]
    assert len(results) == 14  # routing questions count for nothing and stay out
    assert results[0] == "Information missing"
    assert results[-1] == "Meets"
