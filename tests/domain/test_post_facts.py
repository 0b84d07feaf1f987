"""What a post can be asked."""

from app.domain.fact_types import Origin
from app.domain.post_facts import ANSWERS, FACTS


def test_only_what_a_post_says_itself_is_an_answer() -> None:
    assert {fact.origin for fact in ANSWERS} == {Origin.POST}
    assert {fact.origin for fact in FACTS[len(ANSWERS) :]} == {Origin.DERIVED}


def test_no_answer_of_a_post_is_entered_on_a_case() -> None:
    assert not any(fact.can_be_entered for fact in FACTS)
