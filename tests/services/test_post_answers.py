"""An answer of a post is recorded once, answers every open case there, and is superseded, never rewritten."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.conditions import Answer
from app.domain.posts import key
from app.errors import UserError
from app.services import case_facts, case_list, checklists, filing, history, post_answers
from app.services.orders import Order
from app.services.post_answers import NewAnswer
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.db.content import content_hash

POST, FACT, ITEM = "bangkok", "post.online_system", "K-SUB-01"  # no profile ships anything for Bangkok


def an_answer(**changes: Any) -> NewAnswer:
    """Return a fictional answer with a source and a day."""
    usual = {"post": POST, "fact": FACT, "value": "no", "source": "Mail of the post", "told_on": TODAY}
    return NewAnswer(**{**usual, **changes})


def record(book: Casebook, **changes: Any) -> None:
    book.write(post_answers.record, an_answer(**changes), TODAY)


def value(book: Casebook, today: date = TODAY) -> object:
    answer = book.read(post_answers.post, POST, today).answer(FACT)
    return answer.value if answer else None


def test_one_answer_over_fifty_open_cases_is_one_operation_and_one_undo(book: Casebook) -> None:
    person = add_person(book)
    keys = [open_case(book, person, post=POST).id for _number in range(50)]
    before = content_hash(book)
    asked = {line.counted for line in book.read(case_list.lines, keys)}
    head = book.head()
    record(book)
    assert book.head() == head + 1
    assert {line.counted for line in book.read(case_list.lines, keys)} == {asked.pop() - 1}
    book.undo()
    assert content_hash(book) == before
    assert book.head() == head + 2


def test_an_answer_settles_what_every_open_case_there_was_asking(book: Casebook) -> None:
    here, elsewhere = open_case(book, post=POST).id, open_case(book, post="hanoi").id

    def applies(case: Any) -> Answer:
        lines = book.read(checklists.lines, case, TODAY)
        return next(line.line.applies for line in lines if line.line.item.id == ITEM)

    record(book)
    assert (applies(here), applies(elsewhere)) == (Answer.NO, Answer.ASK)
    book.undo()
    assert applies(here) is Answer.ASK


def test_a_fact_of_a_case_says_who_answered_and_when(book: Casebook) -> None:
    case = open_case(book, post=POST).id
    record(book, source="Page of the post", told_on=date(2026, 11, 2))
    line = next(line for line in book.read(case_facts.lines, case, TODAY) if line.fact.name == FACT)
    assert line.answer
    assert line.answer.told
    assert (line.answer.told.source, line.answer.told.on) == ("Page of the post", date(2026, 11, 2))


def test_a_newer_answer_stands_over_an_older_one_whatever_order_they_came_in(book: Casebook) -> None:
    record(book, value="yes", told_on=date(2026, 11, 20))
    record(book, value="no", told_on=date(2026, 11, 2))
    assert value(book) is True
    lines = book.read(post_answers.history, POST, FACT, TODAY)
    assert [(line.told_on.day, line.stands) for line in lines] == [(20, True), (2, False)]


def test_of_two_answers_of_one_day_the_later_recorded_stands(book: Casebook) -> None:
    record(book, value="yes")
    record(book, value="no")
    assert value(book) is False


def test_unknown_takes_an_answer_back_also_a_shipped_one(book: Casebook) -> None:
    assert book.read(post_answers.post, "new-delhi", TODAY).answer(FACT)
    record(book, post="new-delhi", value="unknown")
    assert book.read(post_answers.post, "new-delhi", TODAY).answer(FACT) is None


def test_an_answer_with_an_end_gives_way_to_the_one_before_it(book: Casebook) -> None:
    record(book, value="no", told_on=date(2026, 11, 1))
    record(book, value="yes", valid_until=TODAY)
    assert value(book) is True
    assert value(book, today=TODAY + timedelta(days=1)) is False


def test_an_answer_that_holds_from_a_later_day_waits_for_it(book: Casebook) -> None:
    record(book, value="no")
    record(book, value="yes", valid_from=TODAY + timedelta(days=8))
    assert value(book, today=TODAY + timedelta(days=7)) is False
    assert value(book, today=TODAY + timedelta(days=8)) is True


def test_a_check_without_change_renews_the_day_that_prints_say(book: Casebook) -> None:
    case = open_case(book, post=POST).id
    assert book.read(filing.gather, Order(case_id=case), TODAY).head.rules_checked_on is None
    book.write(post_answers.check, POST, TODAY, TODAY)
    assert book.read(filing.gather, Order(case_id=case), TODAY).head.rules_checked_on == TODAY
    book.undo()
    assert book.read(filing.gather, Order(case_id=case), TODAY).head.rules_checked_on is None


def test_the_history_of_a_case_tells_what_its_post_answered_since_it_was_opened(book: Casebook) -> None:
    record(book, value="yes")
    case = open_case(book, post=POST).id
    record(book)
    tags = [entry.tag for entry in book.read(history.entries, about=case)]
    assert tags == ["post:answer", "case:open"]
    assert book.read(history.called, [key(POST)]) == {key(POST): "Bangkok, Chinese embassy"}


def test_the_history_says_what_was_answered(book: Casebook) -> None:
    record(book, note="By telephone")
    changes = book.read(history.changes, book.head())
    told = {change.label: (change.which, change.after) for change in changes}
    assert told["Answer"] == ("Online system with upload", "No")
    assert told["Learned on"][1] == "23 Nov 2026"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"source": "  "}, "source"),
        ({"told_on": None}, "told_on"),
        ({"told_on": TODAY + timedelta(days=1)}, "told_on"),
        ({"valid_until": date(2026, 1, 1)}, "valid_until"),
        ({"value": "perhaps"}, FACT),
        ({"fact": "limb"}, "fact"),
        ({"post": "atlantis"}, "post"),
        ({"category": "Q9"}, "category"),
        ({"source": "a\x1bb"}, "source"),
        ({"capture": "x" * 30_000}, "capture"),
        ({"note": "\u202eevil"}, "note"),
    ],
)
def test_what_cant_be_meant_is_refused_on_its_field(
    book: Casebook, changes: dict[str, Any], field: str
) -> None:
    before = content_hash(book)
    with pytest.raises(UserError) as refused:
        record(book, **changes)
    assert refused.value.field == field
    assert content_hash(book) == before


def test_chinese_hindi_and_arabic_sources_are_kept_as_they_are(book: Casebook) -> None:
    for source in ("大使馆网页", "दूतावास का पृष्ठ", "صفحة السفارة"):
        record(book, source=source)
        assert book.read(post_answers.history, POST, FACT, TODAY)[0].source == source


def test_an_answer_this_version_cant_read_is_left_out(book: Casebook) -> None:
    record(book, value="no")

    def spoil(session: Any) -> None:
        session.connection().exec_driver_sql("UPDATE post_answer SET value = 'perhaps'")

    book.keep(spoil)
    assert value(book) is None


def test_an_answer_for_one_visa_leaves_the_cases_of_others_asking(book: Casebook) -> None:
    young, worker = open_case(book, post=POST).id, open_case(book, post=POST, category="Z").id
    record(book, category="Z", value="yes")
    known = {
        case: next(line.shown for line in book.read(case_facts.lines, case, TODAY) if line.fact.name == FACT)
        for case in (young, worker)
    }
    assert known[young] is None
    assert known[worker]
    lines = book.read(post_answers.history, POST, FACT, TODAY)
    assert [(line.category, line.stands) for line in lines] == [("Z", True)]


def test_unknown_for_one_visa_takes_back_what_is_known_for_all_for_it_alone(book: Casebook) -> None:
    record(book, category="z", value="unknown")
    record(book, value="yes")
    post = book.read(post_answers.post, POST, TODAY)
    assert (post.answer(FACT, "Z"), bool(post.answer(FACT, "K"))) == (None, True)
