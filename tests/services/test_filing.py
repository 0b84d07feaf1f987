"""The finished values of the papers: what the client reads, what the office keeps."""

from datetime import date

import pytest

from app.domain.choices import Question, YesNo
from app.domain.item_records import ItemState
from app.domain.people import Declaration
from app.services import case_facts, cases, checklists, filing, history, people
from db.casebook import Casebook
from tests.builders import TODAY, a_consent, add_person, open_case


def test_the_client_reads_only_what_the_client_does(book: Casebook) -> None:
    case = open_case(book)
    value = book.read(filing.checklist, case.id, TODAY)
    codes = [line.code for section in value.sections for line in section.lines]
    assert "K-DOC-01" in codes
    assert "K-ELG-04" not in codes
    assert all(line.what_to_do for section in value.sections for line in section.lines)


def test_lines_that_do_not_apply_are_not_printed(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "graduate")
    value = book.read(filing.checklist, case.id, TODAY)
    assert "K-DOC-06" not in [line.code for section in value.sections for line in section.lines]


def test_the_head_says_whose_case_it_is_and_under_which_rules(book: Casebook) -> None:
    case = open_case(book)
    head = book.read(filing.checklist, case.id, TODAY, sample=True).head
    assert head.case_number == "KB-2026-0001"
    assert head.applicant.passport_name == "SAMPLE, Ananya"
    assert head.applicant.native_name == "अनन्या नमूना"
    assert len(head.rule_set) == 64
    assert head.sample


def test_the_passport_number_is_masked_unless_asked_for(book: Casebook) -> None:
    case = open_case(book)
    masked = book.read(filing.summary, case.id, TODAY).head.applicant
    whole = book.read(filing.summary, case.id, TODAY, unmasked=True).head.applicant
    assert (masked.passport_number, whole.passport_number) == ("•••••001", "Z0000001")


@pytest.mark.parametrize(("number", "shown"), [("Z0000001", "•••••001"), ("AB1", "•••"), ("", "")])
def test_masking(number: str, shown: str) -> None:
    assert filing.masked(number) == shown


def test_section_8_answers_are_out_unless_ticked_in(book: Casebook) -> None:
    person = add_person(book, consents=(a_consent(),))
    case = open_case(book, person)
    answer = Declaration(question=Question.REFUSED, answer=YesNo.NO)
    book.write(people.save_part, person, "declarations", answer, TODAY)
    assert book.read(filing.summary, case.id, TODAY).sensitive == ()
    ticked = book.read(filing.summary, case.id, TODAY, sensitive=True).sensitive
    assert [line.answer.en for line in ticked] == ["No"]


def test_the_register_lists_what_was_collected(book: Casebook) -> None:
    case = open_case(book)
    row = next(x for x in book.read(checklists.lines, case.id, TODAY) if x.line.item.id == "K-DOC-01")
    version = book.write(checklists.move_item, row.row_id, row.version, ItemState.ACCEPTED, TODAY).result
    book.write(checklists.set_item_field, row.row_id, version, "issuer", "Fictional Office", TODAY)
    value = book.read(filing.summary, case.id, TODAY)
    line = next(line for line in value.register if line.code == "K-DOC-01")
    assert (line.issuer, line.state.en) == ("Fictional Office", "Checked by us")
    assert value.checked == 1


def test_data_as_of_is_the_last_change_of_content_and_a_print_does_not_move_it(book: Casebook) -> None:
    case = open_case(book)
    before = book.read(filing.summary, case.id, TODAY).head.data_as_of
    book.write(filing.record_print, case.id, "summary", "ab" * 32)
    assert book.read(filing.summary, case.id, TODAY).head.data_as_of == before
    book.write(cases.set_field, case.id, 1, "planned_filing", date(2026, 12, 9), TODAY)
    assert book.read(filing.summary, case.id, TODAY).head.data_as_of > before


def test_a_print_is_recorded_with_its_hash_and_can_not_be_undone(book: Casebook) -> None:
    case = open_case(book)
    book.write(filing.record_print, case.id, "summary", "ab" * 32)
    entry = book.read(history.entries, about=case.id)[0]
    assert entry.label == "Print"
    assert entry.detail["sha256"] == "ab" * 32
    assert not entry.undoable
