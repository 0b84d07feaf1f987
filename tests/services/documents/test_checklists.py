"""The client's checklist as a finished value: only what the client does."""

from app.services import case_facts
from db.casebook import Casebook
from tests.builders import open_case
from tests.services.documents.conftest import gathered


def test_the_client_reads_only_what_the_client_does(book: Casebook) -> None:
    case = open_case(book)
    value = gathered(book, "checklist", case.id)
    codes = [line.code for section in value.sections for line in section.lines]
    assert "K-DOC-01" in codes
    assert "K-ELG-04" not in codes
    assert all(line.what_to_do for section in value.sections for line in section.lines)


def test_lines_that_do_not_apply_are_not_printed(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "graduate")
    value = gathered(book, "checklist", case.id)
    assert "K-DOC-06" not in [line.code for section in value.sections for line in section.lines]
