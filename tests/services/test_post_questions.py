"""Questions to posts are gathered over all open cases, and leave the list once they are answered."""

from datetime import timedelta

from app.domain.cases import Stage
from app.domain.post_questions import Standing
from app.services import cases, post_answers, post_questions
from app.services.post_questions import QuestionLine
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.services.test_post_answers import FACT, POST, an_answer


def line(book: Casebook, fact: str = FACT, days_later: int = 0) -> QuestionLine:
    found = book.read(post_questions.lines, TODAY + timedelta(days=days_later))
    return next(each for each in found if each.key == (POST, fact))


def test_a_question_counts_the_cases_and_lines_that_wait_for_it(book: Casebook) -> None:
    person = add_person(book)
    first, second = (
        open_case(book, person, post=POST, today=TODAY - timedelta(days=9)),
        open_case(book, person, post=POST),
    )
    found = line(book)
    assert found.is_open
    assert found.standing is Standing.UNKNOWN
    assert found.cases == (first.number, second.number)
    assert found.items >= 2
    assert found.since == TODAY - timedelta(days=9)


def test_an_answered_question_is_open_no_more_until_it_is_stale(book: Casebook) -> None:
    open_case(book, post=POST)
    book.write(post_answers.record, an_answer(), TODAY)
    assert not line(book).is_open
    assert line(book).cases
    late = line(book, days_later=31)
    assert (late.standing, late.is_open) == (Standing.STALE, True)
    book.write(post_answers.check, POST, TODAY, TODAY)
    assert line(book, days_later=30).standing is Standing.KNOWN


def test_paused_cases_wait_and_withdrawn_ones_do_not(book: Casebook) -> None:
    paused, withdrawn = open_case(book, post=POST), open_case(book, post=POST)
    book.write(cases.move, paused.id, 1, Stage.ON_HOLD, TODAY)
    book.write(cases.move, withdrawn.id, 1, Stage.WITHDRAWN, TODAY)
    assert line(book).cases == (paused.number,)
    assert book.read(post_questions.cases_at, POST) == [(paused.id, paused.number)]


def test_without_open_cases_there_is_nothing_to_ask(book: Casebook) -> None:
    assert book.read(post_questions.lines, TODAY) == []
    asked = book.read(post_questions.lines, TODAY, posts=[POST])
    assert asked
    assert not any(each.is_open for each in asked)


def test_open_questions_come_first_and_the_progress_is_told(book: Casebook) -> None:
    open_case(book, post=POST)
    heard: list[tuple[int, int]] = []
    found = book.read(post_questions.lines, TODAY, told=lambda done, total: heard.append((done, total)))
    states = [each.is_open for each in found]
    assert states == sorted(states, reverse=True)
    assert heard == [(0, 1)]


def test_a_post_without_open_cases_is_read_where_it_is_asked_for(book: Casebook) -> None:
    open_case(book, post=POST)
    found = book.read(post_questions.lines, TODAY, also="hanoi")
    assert {each.post.code for each in found} == {POST, "hanoi"}


def test_a_question_answered_for_one_visa_stays_open_for_the_others(book: Casebook) -> None:
    open_case(book, post=POST, category="Z")
    book.write(post_answers.record, an_answer(category="Z"), TODAY)
    assert not line(book).is_open
    open_case(book, post=POST)
    assert (line(book).is_open, line(book).answer) == (True, None)
