"""Conditions as functions, for those that are asked of many cases: the answers are those of ``evaluate``."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from app.domain.conditions import OPERATORS, All, Answer, AnyOf, Compare, Condition, FactValue, Not, evaluate

_OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.ASK: Answer.ASK}
Test = Callable[[Mapping[str, object]], Answer]
_ABSENT = object()


def compiled(condition: Condition) -> Test:
    """Return a function that answers as ``evaluate`` does, for a condition that is asked many times."""
    match condition:
        case Compare(_fact, _operator, FactValue()):
            return partial(evaluate, condition)
        case Compare(fact, operator, value):
            return _comparing(fact, OPERATORS[operator], value)
        case Not(part):
            inner = compiled(part)
            return lambda facts: _OPPOSITE[inner(facts)]
        case All(parts):
            return _deciding([compiled(part) for part in parts], Answer.NO, Answer.YES)
        case AnyOf(parts):
            return _deciding([compiled(part) for part in parts], Answer.YES, Answer.NO)


def _comparing(fact: str, holds: Callable[[Any, Any], bool], value: object) -> Test:
    yes, no, ask = Answer.YES, Answer.NO, Answer.ASK

    def test(facts: Mapping[str, object]) -> Answer:
        found = facts.get(fact, _ABSENT)
        if found is _ABSENT:
            return ask
        return yes if holds(found, value) else no

    return test


def _deciding(parts: Sequence[Test], decisive: Answer, otherwise: Answer) -> Test:
    ask = Answer.ASK

    def test(facts: Mapping[str, object]) -> Answer:
        found = otherwise
        for part in parts:
            answer = part(facts)
            if answer is decisive:
                return decisive
            if answer is ask:
                found = ask
        return found

    return test
