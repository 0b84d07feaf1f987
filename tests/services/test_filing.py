"""What the documents of a case have in common: whose case, under which rules, as of when."""

from datetime import date

import pytest

from app.services import cases, filing, printing
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import gathered


def test_the_head_says_whose_case_it_is_and_under_which_rules(book: Casebook) -> None:
    case = open_case(book)
    head = gathered(book, "checklist", case.id).head
    assert head.case_number == "KB-2026-0001"
    assert head.applicant.passport_name == "SAMPLE, Ananya"
    assert head.applicant.native_name == "अनन्या नमूना"
    assert len(head.rule_set) == 64
    assert not head.firm.is_sample


def test_the_passport_number_is_masked_unless_asked_for(book: Casebook) -> None:
    case = open_case(book)
    masked = gathered(book, "summary", case.id).head.applicant
    whole = gathered(book, "summary", case.id, unmasked=True).head.applicant
    assert (masked.passport_number, whole.passport_number) == ("•••••001", "Z0000001")


@pytest.mark.parametrize(("number", "shown"), [("Z0000001", "•••••001"), ("AB1", "•••"), ("", "")])
def test_masking(number: str, shown: str) -> None:
    assert filing.masked(number) == shown


def test_data_as_of_is_the_last_change_of_content_and_a_print_does_not_move_it(book: Casebook) -> None:
    case = open_case(book)
    before = gathered(book, "summary", case.id).head.data_as_of
    book.write(printing.record, Order(case_id=case.id, kind="summary"), "ab" * 32)
    assert gathered(book, "summary", case.id).head.data_as_of == before
    book.write(cases.set_field, case.id, 1, "planned_filing", date(2026, 12, 9), TODAY)
    assert gathered(book, "summary", case.id).head.data_as_of > before
