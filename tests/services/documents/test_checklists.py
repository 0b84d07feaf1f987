"""The client's checklist as a finished value: only what the client does."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import pdf
from app.domain.people import Name, Person
from app.services import case_facts, people
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.pdf import reading, samples
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


def test_a_question_is_put_once_and_what_only_the_post_knows_is_not(book: Casebook) -> None:
    lines = [
        line for section in gathered(book, "checklist", open_case(book).id).sections for line in section.lines
    ]
    asked = {question.en for line in lines for question in line.asks}
    assert "Is there an invitation or host letter?" in asked
    assert not any("this post" in question for question in asked)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_two_pages_hold_a_case_with_nothing_answered_in_both_languages(
    book: Casebook, paper: str, tmp_path: Path
) -> None:
    nobody = book.write(people.add, Person(names=(Name(family="Sample", given="Nobody"),)), TODAY).result
    found = gathered(book, "checklist", open_case(book, nobody).id)
    head = replace(found.head, firm=samples.FIRM, applicant=samples.APPLICANT)
    data = pdf.made(replace(found, head=head, due_on=TODAY), language="both", paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) == 2
