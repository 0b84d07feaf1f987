"""The filing summary as a finished value: the register, and what is closed until it is ticked in."""

from app.domain.choices import Question, YesNo
from app.domain.item_records import ItemState
from app.domain.people import Declaration
from app.services import checklists, people
from db.casebook import Casebook
from tests.builders import TODAY, a_consent, add_person, open_case
from tests.services.documents.conftest import gathered
from tests.services.ledgers import a_visa, enter


def test_section_8_answers_are_out_unless_ticked_in(book: Casebook) -> None:
    person = add_person(book, consents=(a_consent(),))
    case = open_case(book, person)
    answer = Declaration(question=Question.REFUSED, answer=YesNo.NO)
    book.write(people.save_part, person, "declarations", answer, TODAY)
    assert gathered(book, "summary", case.id).sensitive == ()
    ticked = gathered(book, "summary", case.id, sensitive=True).sensitive
    assert [line.answer.en for line in ticked] == ["No"]


def test_the_register_lists_what_was_collected(book: Casebook) -> None:
    case = open_case(book)
    row = next(x for x in book.read(checklists.lines, case.id, TODAY) if x.line.item.id == "K-DOC-01")
    version = book.write(checklists.move_item, row.row_id, row.version, ItemState.ACCEPTED, TODAY).result
    book.write(checklists.set_item_field, row.row_id, version, "issuer", "Fictional Office", TODAY)
    value = gathered(book, "summary", case.id)
    line = next(line for line in value.register if line.code == "K-DOC-01")
    assert (line.issuer, line.state.en) == ("Fictional Office", "Checked by us")
    assert value.checked == 1


def test_limits_of_law_stand_among_the_dates_with_their_source(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case)
    events = gathered(book, "summary", case).deadlines
    assert [(event.text.en, str(event.on), event.detail[0]) for event in events] == [
        ("File to extend the stay", "2026-11-26", "DL-03 [L1] Art. 29; [L2] Arts. 14, 36"),
        (
            "Leave China, or have a longer stay granted",
            "2026-12-03",
            "DL-06 [L1] Arts. 37, 78; [L2] Arts. 25, 36",
        ),
    ]
