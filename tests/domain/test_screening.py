"""The algebra of a screening, and what the unknown may never do."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fact_types import Fact, Kind
from app.domain.facts import REGISTRY
from app.domain.screening import Outcome, best, judge, screen, worst
from app.domain.screening_rules import OF_POST, Group, Result
from app.services.screening import questionnaire

K = questionnaire("K")
M, N = Result.MEETS, Result.DOES_NOT_MEET
C, I = Result.NEEDS_CONFIRMATION, Result.INFORMATION_MISSING  # noqa: E741  (the letters of the rule)
LOOKED_AT = sorted({name for question in K.questions for name in question.facts})


def values_of(fact: Fact) -> st.SearchStrategy[object]:
    """Return the values a fact of the questionnaire may have."""
    return {
        Kind.YES_NO: st.booleans(),
        Kind.NUMBER: st.integers(0, 60),
        Kind.CHOICE: st.sampled_from([*fact.choices, ""]).filter(bool),
        Kind.CHOICES: st.frozensets(st.sampled_from([*fact.choices, ""]).filter(bool)),
        Kind.COUNTRIES: st.frozensets(st.sampled_from(["IN", "SG", "CN"]), min_size=1),
    }[fact.kind]


all_facts = st.fixed_dictionaries({name: values_of(REGISTRY[name]) for name in LOOKED_AT})
some_facts = st.fixed_dictionaries({}, optional={name: values_of(REGISTRY[name]) for name in LOOKED_AT})


def test_the_worst_and_the_best_follow_the_order_of_results() -> None:
    for first, second in product((M, C, I, N), repeat=2):
        order = [M, C, I, N]
        assert worst((first, second)) is order[max(order.index(first), order.index(second))]
        assert best((first, second)) is order[min(order.index(first), order.index(second))]
    assert worst(()) is M


@given(some_facts)
def test_the_result_is_what_the_formula_says(facts: dict[str, object]) -> None:
    found = screen(K, facts)
    of = {reason.question.id[-2:]: reason.result for reason in found.reasons}
    graduate = worst(of[name] for name in ("04", "05", "06", "08", "09"))
    staff = worst(of[name] for name in ("06", "07", "08"))
    common = worst(of[name] for name in ("01", "02", "10", "11", "12", "15", "16", "20"))
    assert (found.graduate, found.staff, found.common) == (graduate, staff, common)
    assert found.core is best((graduate, staff))
    assert found.result is worst((best((graduate, staff)), common))


@given(all_facts, st.sets(st.sampled_from(LOOKED_AT)))
def test_what_does_not_meet_still_does_not_when_more_is_known(
    whole: dict[str, object], hidden: set[str]
) -> None:
    """Nothing that was said on part of the facts as "does not meet" was said by ignorance."""
    part = {name: value for name, value in whole.items() if name not in hidden}
    assert not (screen(K, part).result is N and screen(K, whole).result is not N)
    for question in K.questions:
        said = judge(question, part).result
        if said is N or (said is M):
            assert judge(question, whole).result is said


@given(all_facts)
def test_with_every_fact_known_nothing_is_left_open_but_what_a_person_can_mend(
    facts: dict[str, object],
) -> None:
    assert screen(K, facts).missing == ()


@given(some_facts)
def test_routing_questions_never_change_the_result(facts: dict[str, object]) -> None:
    found = screen(K, facts)
    routing = found.of(Group.ROUTING)
    assert all(reason.result is not N for reason in routing)
    told = {name for reason in routing for name in reason.question.facts}
    counted = {name for r in found.reasons if r not in routing for name in r.question.facts}
    without = {name: value for name, value in facts.items() if name not in told - counted}
    assert screen(K, without).result is found.result


def test_nothing_known_meets_nothing_and_refuses_nothing() -> None:
    found = screen(K, {})
    assert found.result is I
    assert {reason.result for reason in found.reasons} <= {I, C}


@pytest.mark.parametrize("question", K.questions, ids=lambda question: question.id)
def test_only_what_a_post_could_answer_asks_the_post(question: object) -> None:
    reason = judge(question, {})  # type: ignore[arg-type]
    assert reason.missing
    assert (reason.result is C) is (set(reason.missing) <= OF_POST)


def test_a_missing_fact_is_named_once_with_its_question() -> None:
    found = screen(K, {})
    assert len(set(found.missing)) == len(found.missing)
    reason = next(each for each in found.reasons if each.question.id == "K-Q12")
    assert reason.why == REGISTRY["funds"].question
    assert reason.change


def test_a_pathway_is_named_where_a_reason_points_to_it() -> None:
    found: Outcome = screen(K, {"job_offer_cn": True, "postdoctoral": True, "age_on_filing": 33})
    assert found.pathways == ("Z", "R")
