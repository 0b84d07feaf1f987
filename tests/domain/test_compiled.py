"""Conditions as functions answer as they read."""

from hypothesis import given

from app.domain.compiled import compiled
from app.domain.conditions import Condition, evaluate
from tests.domain.test_conditions import conditions, known_facts


@given(condition=conditions, facts=known_facts)
def test_a_compiled_condition_answers_as_it_reads(condition: Condition, facts: dict[str, object]) -> None:
    assert compiled(condition)(facts) is evaluate(condition, facts)
