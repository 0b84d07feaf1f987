"""The letter about what is missing, gathered from a case, and its text as a message."""

from datetime import date
from uuid import UUID

from app.domain.choices import NameKind
from app.domain.item_records import ItemState
from app.domain.people import Name
from app.services import case_facts, checklists, printing
from app.services.documents import letter_message
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.services.documents.conftest import gathered, move


def test_only_what_the_client_still_owes_is_on_it(book: Casebook) -> None:
    case = open_case(book).id
    move(book, case, "K-DOC-01", ItemState.ACCEPTED)
    titles = [paper.title.en for paper in gathered(book, "missing-items", case).papers]
    assert not any(title.startswith("Passport with") for title in titles)
    assert "CV without gaps" in titles
    assert "Written check of the post's K rules" not in titles


def test_what_was_given_back_stands_apart_with_its_reason(book: Casebook) -> None:
    case = open_case(book).id
    move(book, case, "K-DOC-07", ItemState.RECEIVED)
    move(book, case, "K-DOC-07", ItemState.RETURNED, reason="Two years are missing.")
    found = gathered(book, "missing-items", case)
    assert [paper.reason for paper in found.returned] == ["Two years are missing."]
    assert "CV without gaps" not in [paper.title.en for paper in found.papers]


def test_the_opening_names_the_earliest_day(book: Casebook) -> None:
    case = open_case(book).id
    row = checklists_row(book, case, "K-DOC-07")
    book.write(checklists.set_item_field, row.row_id, row.version, "due_on", date(2026, 12, 4), TODAY)
    found = gathered(book, "missing-items", case)
    assert found.due_on == date(2026, 12, 4)
    assert "4 Dec 2026" in found.opening.en
    assert "2026年12月4日" in found.opening.zh


def checklists_row(book: Casebook, case: UUID, item: str) -> checklists.ItemLine:
    return next(each for each in book.read(checklists.lines, case, TODAY) if each.line.item.id == item)


def test_the_client_is_greeted_in_chinese_by_the_chinese_name(book: Casebook) -> None:
    names = (
        Name(kind=NameKind.PASSPORT, family="SAMPLE", given="Ananya"),
        Name(kind=NameKind.CHINESE, family="沙", given="安雅"),
    )
    case = open_case(book, add_person(book, names=names)).id
    assert tuple(gathered(book, "missing-items", case).name) == ("Ananya SAMPLE", "沙安雅")


def test_a_question_is_asked_only_while_it_is_open(book: Casebook) -> None:
    case = open_case(book).id
    question = "Do you have an invitation or a host's letter?"
    assert question in [each.en for each in gathered(book, "missing-items", case).questions]
    book.write(case_facts.set_fact, case, "has_invitation", "no")
    assert question not in [each.en for each in gathered(book, "missing-items", case).questions]


def test_as_a_message_it_is_plain_text_in_the_language_asked_for(book: Casebook) -> None:
    case = open_case(book).id
    told = book.read(printing.message, Order(case_id=case, kind="missing-items", language="en"), TODAY)
    assert told.startswith("Dear Ananya SAMPLE,\n\nFor your visa application")
    assert "\nStill to come\n1. " in told
    assert not any("\u4e00" <= character <= "\u9fff" for character in told)


def test_a_message_in_both_languages_says_it_twice(book: Casebook) -> None:
    value = gathered(book, "missing-items", open_case(book).id)
    told = letter_message.message(value, "both")
    assert told.index("Dear Ananya") < told.index("您好")
