"""The history says which lines a change made apply, be asked or not, and why; papers are kept."""

from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.services import case_facts, checklists, consequences, history
from app.services.consequences import Consequence
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.db.content import content_hash


def told(book: Casebook, case_id: object) -> dict[str, Consequence]:
    last = book.read(history.entries, about=case_id)[0]  # type: ignore[arg-type]
    return {each.item: each for each in book.read(consequences.of, last)}


def test_a_fact_tells_what_it_made_apply_and_what_not(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "staff")
    found = told(book, case.id)
    assert found["K-DOC-06"].now is Answer.YES
    assert found["K-DOC-04"].now is Answer.NO
    assert "staff" in found["K-DOC-06"].why.en
    assert found["K-DOC-06"].case == case.number


def test_taking_a_fact_back_asks_again(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "staff")
    book.write(case_facts.set_fact, case.id, "limb", "")
    assert told(book, case.id)["K-DOC-06"].now is Answer.ASK


def test_what_was_collected_is_kept_and_said_to_be(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "staff")
    row = next(x for x in book.read(checklists.lines, case.id, TODAY) if x.line.item.id == "K-DOC-06")
    book.write(checklists.move_item, row.row_id, row.version, ItemState.RECEIVED, TODAY)
    book.write(case_facts.set_fact, case.id, "limb", "graduate")
    found = told(book, case.id)
    assert found["K-DOC-06"].keeps
    assert not found["K-DOC-04"].keeps
    line = next(x for x in book.read(checklists.lines, case.id, TODAY) if x.line.item.id == "K-DOC-06")
    assert line.line.state is ItemState.RECEIVED


def test_undo_tells_its_own_consequences_and_puts_back_what_was_there(book: Casebook) -> None:
    case = open_case(book)
    before = content_hash(book)
    book.write(case_facts.set_fact, case.id, "limb", "staff")
    book.undo()
    assert content_hash(book) == before
    assert told(book, case.id)["K-DOC-06"].now is Answer.ASK


def test_a_change_that_moves_no_line_tells_nothing(book: Casebook) -> None:
    case = open_case(book)
    assert told(book, case.id) == {}
    book.write(case_facts.set_fact, case.id, "affiliation.institution", "Fictional Institute")
    assert told(book, case.id) == {}
