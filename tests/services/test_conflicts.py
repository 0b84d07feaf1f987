"""What is decided about conflicts is kept with what was found, and moves the enquiry on."""

from uuid import UUID

import pytest

from app.domain.conflicts import Decision, Search
from app.domain.enquiries import EnquiryState, FirstCall
from app.errors import UserError
from app.services import conflict_search, conflicts, enquiries, history
from app.services.enquiries import Taken
from db.casebook import Casebook
from tests.builders import TODAY, add_person


@pytest.fixture
def taken(book: Casebook) -> Taken:
    """An enquiry by somebody who is called like a person of the casebook."""
    add_person(book)
    call = FirstCall(family="SAMPLE", given="Ananya", wanted="A visa")
    return book.write(enquiries.add, call, TODAY).result


@pytest.fixture
def search(book: Casebook, taken: Taken) -> Search:
    return book.read(conflict_search.of_person, taken.person_id)


def state(book: Casebook, key: UUID) -> EnquiryState:
    return book.read(enquiries.lines, [key])[0].state


def test_the_check_keeps_who_decided_what_and_what_was_found(
    book: Casebook, taken: Taken, search: Search
) -> None:
    book.write(
        conflicts.decide, taken.person_id, search, Decision.WAIVED, reason="另一人", enquiry_id=taken.id
    )
    kept = book.read(conflicts.of_person, taken.person_id)[0]
    assert (kept.decision, kept.reason, kept.decided_by) == (Decision.WAIVED, "另一人", book.actor.name)
    assert kept.search == search
    assert state(book, taken.id) is EnquiryState.CHECKED


def test_a_decline_moves_the_enquiry_and_undo_brings_it_back(
    book: Casebook, taken: Taken, search: Search
) -> None:
    book.write(
        conflicts.decide,
        taken.person_id,
        search,
        Decision.DECLINED,
        reason="We act for the other side",
        enquiry_id=taken.id,
    )
    assert state(book, taken.id) is EnquiryState.DECLINED
    book.undo()
    assert state(book, taken.id) is EnquiryState.NEW
    assert book.read(conflicts.of_person, taken.person_id) == ()


@pytest.mark.parametrize(
    ("decision", "reason", "field"),
    [(None, "", "decision"), (Decision.WAIVED, "  ", "reason"), (Decision.DECLINED, "", "reason")],
)
def test_a_decision_without_its_words_is_refused(
    book: Casebook, taken: Taken, search: Search, decision: Decision | None, reason: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        book.write(conflicts.decide, taken.person_id, search, decision, reason=reason)
    assert refused.value.field == field


def test_nothing_is_waived_where_nothing_was_found(book: Casebook, taken: Taken) -> None:
    with pytest.raises(UserError, match="could be waived"):
        book.write(conflicts.decide, taken.person_id, Search(), Decision.WAIVED, reason="x")


def test_a_check_of_somebody_elses_enquiry_is_refused(book: Casebook, taken: Taken) -> None:
    other = add_person(book)
    with pytest.raises(UserError, match="somebody else"):
        book.write(conflicts.decide, other, Search(), Decision.CLEAR, enquiry_id=taken.id)


def test_the_history_tells_the_decision_and_not_the_whole_search(
    book: Casebook, taken: Taken, search: Search
) -> None:
    book.write(conflicts.decide, taken.person_id, search, Decision.CLEAR)
    last = book.read(history.entries, limit=1)[0]
    told = {change.label for change in book.read(history.changes, last.seq)}
    assert told == {"Decision", "Decided by"}
