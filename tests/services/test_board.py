"""The board over a casebook: who stands where, and what holds each."""

from datetime import timedelta
from uuid import UUID

from app.domain.board import COLUMNS, Hold
from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.services import board, case_edits, cases, checklists
from app.services.board import Card
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case

WEEK = timedelta(days=7)


def card_of(book: Casebook, case: UUID) -> Card:
    (card,) = book.read(board.cards, [case], TODAY)
    return card


def move(book: Casebook, case: UUID, *stages: Stage) -> None:
    for stage in stages:
        book.write(cases.move, case, book.read(cases.case, case).version, stage, TODAY)


def test_open_cases_stand_at_their_stage_the_oldest_first(book: Casebook) -> None:
    person = add_person(book)
    first, second, held, over = (open_case(book, person).id for _number in range(4))
    late = open_case(book, person, today=TODAY - WEEK).id
    move(book, second, Stage.SCREENED)
    move(book, held, Stage.ON_HOLD)
    move(book, over, Stage.WITHDRAWN)
    found = book.read(board.columns)
    assert set(found) == set(COLUMNS)
    assert {stage: keys for stage, keys in found.items() if keys} == {
        Stage.ENQUIRY: [late, first],
        Stage.SCREENED: [second],
        Stage.ON_HOLD: [held],
    }
    book.write(cases.archive, first, 1)
    assert book.read(board.columns, owners=[book.actor.id])[Stage.ENQUIRY] == [late]
    assert not any(book.read(board.columns, owners=[first]).values())
    assert not any(book.read(board.columns, office_id=first).values())


def test_a_card_says_whose_case_it_is_and_where_it_may_go(book: Casebook) -> None:
    case = open_case(book).id
    card = card_of(book, case)
    assert (card.client, card.category, card.owner) == ("SAMPLE, Ananya", "K", book.actor.name)
    assert card.allowed == book.read(cases.case, case).allowed
    assert card.held.by is Hold.STEP


def test_what_holds_a_case_follows_its_papers_and_days(book: Casebook) -> None:
    case = open_case(book).id
    move(book, case, Stage.SCREENED, Stage.ENGAGED, Stage.COLLECTING)
    missing = card_of(book, case).held
    assert missing.by is Hold.MISSING
    lines = book.read(checklists.lines, case, TODAY)
    paper = next(line for line in lines if line.line.item.id == "K-DOC-07")
    book.write(case_edits.work_items, [(paper.row_id, paper.version)], ItemState.REQUESTED, TODAY - 2 * WEEK)
    assert (card_of(book, case).held.by, card_of(book, case).held.day) == (Hold.CLIENT, TODAY - 2 * WEEK)
    version = book.read(checklists.find, case, "K-DOC-07").version
    book.write(checklists.move_item, paper.row_id, version, ItemState.RECEIVED, TODAY)
    assert card_of(book, case).held.count == missing.count - 1
    version = book.read(cases.case, case).version
    book.write(cases.set_field, case, version, "planned_filing", TODAY - WEEK, TODAY)
    card = card_of(book, case)
    assert (card.held.by, card.held.day, card.what) == (
        Hold.OVERDUE,
        TODAY - WEEK,
        ("Planned filing", "计划递交"),
    )


def test_cards_come_in_the_order_asked_without_those_that_are_gone(book: Casebook) -> None:
    person = add_person(book)
    first, second = open_case(book, person).id, open_case(book, person).id
    assert [card.id for card in book.read(board.cards, [second, person, first], TODAY)] == [second, first]
