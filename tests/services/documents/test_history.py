"""The history on paper: the steps asked for in both languages, and the check of the whole chain."""

from datetime import date

import pytest
from sqlalchemy import update

from app.domain.cases import Stage
from app.domain.choices import Purpose, Question, YesNo
from app.domain.operation_kinds import OperationKind
from app.domain.people import Consent, Declaration
from app.errors import UserError
from app.services import bulk_edits, cases, documents, people, printing
from app.services.bulk_edits import Wanted
from app.services.documents import history as paper
from app.services.history_filter import Chosen
from app.services.orders import Order
from db.casebook import Casebook
from db.models.operation import Operation
from tests.builders import TODAY, add_person, open_case
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


def test_a_step_tells_what_each_field_was_and_became_in_both_languages(book: Casebook) -> None:
    case = open_case(book)
    book.write(cases.move, case.id, 1, Stage.SCREENED, TODAY)
    book.write(cases.set_field, case.id, 2, "planned_filing", date(2026, 12, 14), TODAY)
    filing, move = gathered(book, "history").lines[:2]
    assert [each.en for each in filing.details] == ["Planned filing: 14 Dec 2026"]
    assert move.details[0].en == "Stage: Enquiry → Screened"
    assert move.details[0].zh == "阶段：咨询 → 已评估"


def test_numbers_of_papers_are_masked_and_answers_to_section_8_stay_closed(book: Casebook) -> None:
    person = add_person(book)
    consent = Consent(purpose=Purpose.SENSITIVE, given_on=TODAY, notice_version="1")
    book.write(people.save_part, person, "consents", consent, TODAY)
    answer = Declaration(question=Question.REFUSED, answer=YesNo.YES, detail="A secret illness")
    book.write(people.save_part, person, "declarations", answer, TODAY)
    book.write(people.set_field, person, 1, "local_id_number", "AADHAAR-1234567890", TODAY)
    book.write(people.set_field, person, 2, "note", "line one\n" * 40, TODAY)
    note, number, declared = gathered(book, "history").lines[:3]
    assert number.details[0].en == "Local identity number: " + 15 * "•" + "890"
    assert note.details[0].en.endswith("…")
    assert "\n" not in note.details[0].en
    said = " ".join(detail.en for line in gathered(book, "history").lines for detail in line.details)
    assert "secret" not in said
    assert "Z0000001" not in said
    assert declared.details == ()


def test_of_a_step_that_changed_many_rows_the_first_are_told_with_how_many_there_are(book: Casebook) -> None:
    keys = [open_case(book).id for _turn in range(5)]
    wanted = Wanted("planned_filing", date(2026, 12, 14))
    book.write(bulk_edits.apply, book.read(bulk_edits.preview, keys, wanted, TODAY), wanted, TODAY)
    details = [each.en for each in gathered(book, "history").lines[0].details]
    assert details[:2] == [f"KB-2026-000{at} Planned filing: 14 Dec 2026" for at in (1, 2)]
    assert details[-1] == "5 rows in all"
