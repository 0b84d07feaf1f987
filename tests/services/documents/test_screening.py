"""The result sheet: what somebody confirmed, and of what nobody confirmed no refusal."""

import pytest

from app.errors import UserError
from app.services import case_facts, screening
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import gathered
from tests.services.test_screening import confirm


def test_an_unconfirmed_sheet_says_so_and_tells_nothing_that_is_not_met(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "graduate")
    sheet = gathered(book, "screening", case.id)
    assert sheet.confirmed_by == ""
    results = {reason.code: reason for section in sheet.sections for reason in section.reasons}
    assert "Does not meet" not in {reason.result.en for reason in results.values()}
    assert "consultant" in results["K-Q07"].text.en
    assert all(section.result is None or section.result.en != "Does not meet" for section in sheet.sections)


def test_does_not_meet_is_printed_only_once_somebody_stands_for_it(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "entry_ban_running", "yes")
    with pytest.raises(UserError, match="confirmed"):
        gathered(book, "screening", case.id)
    confirm(book, case.id)
    sheet = gathered(book, "screening", case.id)
    assert sheet.result.en == "Does not meet"
    assert sheet.confirmed_by == book.actor.name


def test_the_sheet_prints_what_was_confirmed_and_says_where_more_is_known(book: Casebook) -> None:
    case = open_case(book)
    confirm(book, case.id)
    assert not gathered(book, "screening", case.id).has_changed
    book.write(case_facts.set_fact, case.id, "funds", "weak")
    sheet = gathered(book, "screening", case.id)
    assert sheet.has_changed
    record = book.read(screening.last_confirmed, case.id)
    assert record is not None
    assert sheet.questions_sha256 == record.rules


def test_what_comes_next_asks_the_client_and_the_post_apart(book: Casebook) -> None:
    case = open_case(book)
    steps = [step.en for step in gathered(book, "screening", case.id).next_steps]
    assert any(step.startswith("We ask the post: ") for step in steps)
    assert "Do your own means cover the stay?" in steps
    assert len(steps) == len(set(steps))


def test_every_question_stands_once_and_limb_b_names_what_it_shares(book: Casebook) -> None:
    sheet = gathered(book, "screening", open_case(book).id)
    codes = [reason.code for section in sheet.sections for reason in section.reasons]
    assert sorted(codes) == [f"K-Q{number:02d}" for number in range(1, 21)]
    assert sheet.sections[1].also == ("K-Q06", "K-Q08")
    assert sheet.sources


def test_todays_screening_is_not_confirmed_by_being_looked_at(book: Casebook) -> None:
    case = open_case(book)
    gathered(book, "screening", case.id)
    assert book.read(screening.confirmed, case.id) == ()
    assert book.read(screening.of_case, case.id, TODAY)
