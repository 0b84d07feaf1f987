"""What is asked of the client is asked as one speaks to somebody, in both languages."""

import re

import pytest

from app.domain import facts
from app.domain.client_questions import QUESTIONS, asked_of_client
from app.domain.facts import Origin

# What the firm judges itself: no client can tell it.
OURS = {"post", "institution.recognition", "category_a", "work_points", "work_permit.rests_on"}


def test_every_fact_that_the_client_can_tell_has_its_question() -> None:
    told = {
        name
        for name, fact in facts.REGISTRY.items()
        if fact.origin is not Origin.POST and not name.startswith(("post.", "applying_"))
    }
    assert set(QUESTIONS) == told - OURS


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_speaks_to_the_client_and_not_about_the_client(name: str) -> None:
    question = QUESTIONS[name]
    assert re.search(r"\byour?\b", question.en)
    assert "您" in question.zh
    assert "client" not in question.en
    assert "客户" not in question.zh
    assert question.en.endswith("?")
    assert question.zh.endswith("？")


def test_what_only_the_post_or_we_can_tell_is_not_asked_of_the_client() -> None:
    assert asked_of_client("post.k_fee") is None
    assert asked_of_client("work_points") is None
