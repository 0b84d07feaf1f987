"""The history on paper: the steps asked for in both languages, and the check of the whole chain."""

import pytest
from sqlalchemy import update

from app.domain.operation_kinds import OperationKind
from app.errors import UserError
from app.services import documents, printing
from app.services.documents import history as paper
from app.services.history_filter import Chosen
from app.services.orders import Order
from db.casebook import Casebook
from db.models.operation import Operation
from tests.builders import add_person, open_case
from tests.services.documents.conftest import gathered


def test_every_step_is_on_it_the_newest_first_and_the_chain_was_read(book: Casebook) -> None:
    case = open_case(book)
    value = gathered(book, "history")
    assert [(line.what.en, line.about) for line in value.lines] == [
        ("Open case", case.number),
        ("Add person", "SAMPLE, Ananya"),
        ("Create casebook", ""),
    ]
    assert (value.chain.steps, value.chain.fault, value.found) == (3, None, 3)
    assert value.lines[0].who == book.actor.name


def test_a_print_says_which_document_and_how_open_it_was(book: Casebook) -> None:
    case = open_case(book)
    book.write(printing.record, Order(case_id=case.id, kind="summary", unmasked=True), "00")
    chosen = Chosen(kind=OperationKind.PRINT, about=case.id)
    value = gathered(book, "history", history=chosen)
    assert [detail.en for detail in value.lines[0].details] == ["Filing summary", "Identity numbers in full"]
    assert [said.en for said in value.asked] == [
        f"Only what is about {case.number}.",
        "Only of this kind: Prints.",
    ]


def test_an_undone_step_and_its_undo_are_both_there(book: Casebook) -> None:
    add_person(book)
    book.undo()
    undo, added = gathered(book, "history").lines[:2]
    assert [detail.en for detail in undo.details] == ["Add person"]
    assert not added.stands


def test_a_long_history_is_cut_short_and_says_so(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "MOST_LINES", 1)
    add_person(book)
    value = gathered(book, "history")
    assert (len(value.lines), value.found) == (1, 2)


def test_an_altered_step_is_told(book: Casebook) -> None:
    add_person(book)
    with book.engine.begin() as connection:
        connection.execute(update(Operation).where(Operation.seq == 2).values(actor_name="Somebody else"))
    chain = gathered(book, "history").chain
    assert chain.fault is not None
    assert chain.fault_at == 2


def test_it_is_about_no_case(book: Casebook) -> None:
    with pytest.raises(UserError, match="not about one case"):
        documents.checked(Order(kind="history", case_id=open_case(book).id))
    with pytest.raises(UserError, match="means nothing"):
        documents.checked(Order(kind="summary", case_id=open_case(book).id, history=Chosen()))
