"""What is known of a post's question: never answered, answered, or answered too long ago."""

from dataclasses import replace
from datetime import timedelta

from app.domain import post_questions
from app.domain.basis import Basis
from app.domain.post_questions import REVIEW_DAYS, Standing
from app.domain.posts import PostAnswer, Told
from tests.domain.rules import TODAY, some_post

FACT = "post.k_selectable"


def answered(days_ago: int) -> PostAnswer:
    told = Told("Mail of the post", TODAY - timedelta(days=days_ago), "Ana Sample")
    return PostAnswer(fact=FACT, value=True, basis=Basis.POST, told=told)


def test_a_question_nobody_answered_is_unknown() -> None:
    assert post_questions.standing(some_post(), FACT, TODAY) is Standing.UNKNOWN


def test_an_answer_goes_stale_the_day_after_its_review_interval() -> None:
    fresh, stale = (some_post().with_answers([answered(days)]) for days in (REVIEW_DAYS, REVIEW_DAYS + 1))
    assert post_questions.standing(fresh, FACT, TODAY) is Standing.KNOWN
    assert post_questions.standing(stale, FACT, TODAY) is Standing.STALE


def test_checking_the_whole_post_renews_its_answers() -> None:
    post = replace(some_post().with_answers([answered(90)]), checked_on=TODAY)
    assert post_questions.standing(post, FACT, TODAY) is Standing.KNOWN
    assert post_questions.checked_on(post, answered(90)) == TODAY
