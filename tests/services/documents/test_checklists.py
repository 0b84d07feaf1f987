"""The client's checklist as a finished value: only what the client does."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app import pdf
from app.domain.item_records import ItemState
from app.domain.people import Name, Person
from app.i18n import Bilingual
from app.services import case_facts, people
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.pdf import reading, samples
from tests.services.documents.conftest import gathered, move, set_item


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


@pytest.mark.parametrize(("days", "has_ended"), [(31, True), (30, False)])
def test_a_paper_that_has_run_out_says_so(book: Casebook, days: int, has_ended: bool) -> None:
    case = open_case(book).id
    book.write(case_facts.set_fact, case, "limb", "graduate")
    set_item(book, case, "K-DOC-09", "issued_on", TODAY - timedelta(days=days))
    value = gathered(book, "checklist", case)
    (line,) = (each for section in value.sections for each in section.lines if each.code == "K-DOC-09")
    assert line.valid_until == TODAY - timedelta(days=days - 30)
    assert line.has_ended is has_ended


def test_a_question_is_put_once_and_what_only_the_post_knows_is_not(book: Casebook) -> None:
    lines = [
        line for section in gathered(book, "checklist", open_case(book).id).sections for line in section.lines
    ]
    asked = {question.en for line in lines for question in line.asks}
    assert "Do you have an invitation or a host's letter?" in asked
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


def test_the_office_has_every_line_that_applies_or_may_with_who_and_when(book: Casebook) -> None:
    case = open_case(book).id
    move(book, case, "K-DOC-07", ItemState.REQUESTED)
    value = gathered(book, "checklist-office", case)
    lines = {each.line.code: each for section in value.sections for each in section.lines}
    assert {"K-ELG-05", "K-ARR-01", "K-DOC-03"} <= set(lines)
    assert lines["K-ELG-05"].is_ours
    assert not lines["K-DOC-07"].is_ours
    assert lines["K-DOC-07"].asked_on == TODAY
    assert lines["K-DOC-09"].freshness_days == 30
    assert lines["K-DOC-03"].line.applies == "ask"
    assert value.counted == len(lines)


def test_the_validity_of_a_paper_is_told_once_it_is_in_hand(book: Casebook) -> None:
    case = open_case(book).id
    for to in (ItemState.RECEIVED, ItemState.ACCEPTED):
        move(book, case, "K-INT-02", to)
    value = gathered(book, "checklist-office", case)
    lines = {each.line.code: each for section in value.sections for each in section.lines}
    assert lines["K-INT-02"].validity == Bilingual("Good", "有效")
    assert lines["K-INT-03"].validity is None


def test_the_office_asks_the_posts_questions_too(book: Casebook) -> None:
    value = gathered(book, "checklist-office", open_case(book).id)
    asked = {q.en for section in value.sections for each in section.lines for q in each.line.asks}
    assert any("this post" in question for question in asked)
