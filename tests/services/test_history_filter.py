"""The history is narrowed by whom it is about, by whom, when and by kind."""

from datetime import timedelta

import pytest

from app.domain.choices import NameKind
from app.domain.operation_kinds import OperationKind
from app.domain.people import Name
from app.errors import UserError
from app.services import history, history_filter, people, printing
from app.services.history_filter import Chosen
from app.services.orders import Order
from db.casebook import Casebook
from db.types import new_key
from tests.builders import TODAY, a_consent, a_person, add_person, open_case


def labels(book: Casebook, chosen: Chosen) -> list[str]:
    return [entry.label for entry in book.read(history.lines, book.read(history.seqs, chosen))]


def test_prints_and_openings_are_kinds_of_their_own(book: Casebook) -> None:
    person = add_person(book, consents=(a_consent(),))
    case = open_case(book, person)
    book.write(people.open_declarations, person)
    book.write(printing.record, Order(case_id=case.id), "00")
    assert labels(book, Chosen(kind=OperationKind.PRINT)) == ["Print"]
    assert labels(book, Chosen(kind=OperationKind.OPENING)) == ["Open sensitive answers"]
    assert labels(book, Chosen(kind=OperationKind.PERSON)) == ["Add person"]
    assert labels(book, Chosen(kind=OperationKind.CASE)) == ["Open case"]
    assert labels(book, Chosen(kind=OperationKind.ACCESS)) == ["Create casebook"]


def test_the_kinds_together_are_the_whole_history(book: Casebook) -> None:
    person = add_person(book, consents=(a_consent(),))
    open_case(book, person)
    book.undo()
    parts = [seq for kind in OperationKind for seq in book.read(history.seqs, Chosen(kind=kind))]
    assert sorted(parts) == sorted(book.read(history.seqs))


def test_one_person_one_user_and_days_can_be_asked_for(book: Casebook) -> None:
    mine = add_person(book)
    add_person(book)
    entry = book.read(history.entries, limit=1)[0]
    here = entry.at.astimezone().date()
    assert labels(book, Chosen(about=mine)) == ["Add person"]
    assert len(labels(book, Chosen(by=book.actor.id))) == 3
    assert labels(book, Chosen(by=new_key())) == []
    assert len(labels(book, Chosen(since=here, until=here))) == 3
    assert labels(book, Chosen(since=here + timedelta(days=1))) == []
    assert labels(book, Chosen(until=here - timedelta(days=1))) == []


def test_a_case_is_meant_by_its_number_and_a_person_by_name(book: Casebook) -> None:
    person = add_person(book)
    case = open_case(book, person)
    other = book.write(
        people.add, a_person(names=(Name(kind=NameKind.PASSPORT, family="OTHER", given="Name"),)), TODAY
    ).result
    assert book.read(history_filter.meant, case.number) == case.id
    assert book.read(history_filter.meant, "other") == other


def test_what_is_nobody_or_several_is_refused_and_named(book: Casebook) -> None:
    add_person(book)
    add_person(book)
    with pytest.raises(UserError, match="Nobody"):
        book.read(history_filter.meant, "zzzz")
    with pytest.raises(UserError, match="Nobody"):
        book.read(history_filter.meant, "  ")
    with pytest.raises(UserError, match="Several"):
        book.read(history_filter.meant, "Sample")
