"""Conditions in three-valued logic: unknown never matches, and never decides."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conditions import (
    ALWAYS,
    All,
    Answer,
    AnyOf,
    Compare,
    Condition,
    FactValue,
    Not,
    evaluate,
    facts_of,
    missing,
    parse,
    to_values,
)
from app.domain.periods import Period, Unit
from app.errors import UserError

YES, NO, ASK = Answer.YES, Answer.NO, Answer.ASK

FACTS: dict[str, st.SearchStrategy[object]] = {
    "job_offer_cn": st.booleans(),
    "age_on_filing": st.integers(0, 100),
    "limb": st.frozensets(st.sampled_from(["graduate", "staff"])),
    "residence_country": st.sampled_from(["IN", "CN", "SG"]),
    "requested_stay_days": st.integers(0, 100),
    "planned_filing": st.dates(date(2025, 1, 1), date(2027, 12, 31)),
}
known_facts = st.fixed_dictionaries({}, optional=FACTS)

comparisons = st.one_of(
    st.builds(Compare, st.just("job_offer_cn"), st.sampled_from(["eq", "ne", "known"]), st.booleans()),
    st.builds(
        Compare,
        st.just("age_on_filing"),
        st.sampled_from(["eq", "ne", "lt", "lte", "gt", "gte"]),
        st.integers(0, 100),
    ),
    st.builds(Compare, st.just("limb"), st.just("contains"), st.sampled_from(["graduate", "staff"])),
    st.builds(
        Compare,
        st.just("residence_country"),
        st.just("in"),
        st.frozensets(st.sampled_from(["IN", "CN", "SG"]), min_size=1),
    ),
    st.builds(
        Compare,
        st.just("age_on_filing"),
        st.sampled_from(["lt", "gte", "eq"]),
        st.just(FactValue("requested_stay_days")),
    ),
    st.builds(Compare, st.just("planned_filing"), st.sampled_from(["lt", "gte"]), FACTS["planned_filing"]),
)


def _nested(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(All, several), st.builds(AnyOf, several), st.builds(Not, inner))


conditions: st.SearchStrategy[Condition] = st.recursive(comparisons, _nested, max_leaves=8)


@given(st.lists(conditions, min_size=1, max_size=4).map(tuple), known_facts)
def test_not_any_is_all_not(parts: tuple[Condition, ...], facts: dict[str, object]) -> None:
    negated = tuple(Not(part) for part in parts)
    assert evaluate(Not(AnyOf(parts)), facts) is evaluate(All(negated), facts)
    assert evaluate(Not(All(parts)), facts) is evaluate(AnyOf(negated), facts)


@given(conditions, known_facts)
def test_twice_not_is_nothing(condition: Condition, facts: dict[str, object]) -> None:
    assert evaluate(Not(Not(condition)), facts) is evaluate(condition, facts)


@given(conditions, known_facts, known_facts)
def test_learning_a_fact_never_turns_yes_and_no_into_each_other(
    condition: Condition, facts: dict[str, object], more: dict[str, object]
) -> None:
    before = evaluate(condition, facts)
    after = evaluate(condition, {**more, **facts})
    assert before is ASK or after is before


@given(conditions, st.fixed_dictionaries(FACTS))
def test_with_every_fact_known_nothing_is_asked(condition: Condition, facts: dict[str, object]) -> None:
    assert evaluate(condition, facts) is not ASK
    assert missing(condition, facts) == ()


@given(conditions, known_facts)
def test_what_is_open_is_open_for_a_fact_that_is_missing(
    condition: Condition, facts: dict[str, object]
) -> None:
    names = missing(condition, facts)
    assert bool(names) is (evaluate(condition, facts) is ASK)
    assert set(names) <= facts_of(condition) - facts.keys()


@given(conditions, known_facts, st.fixed_dictionaries(FACTS))
def test_learning_the_missing_facts_settles_the_answer(
    condition: Condition, facts: dict[str, object], world: dict[str, object]
) -> None:
    learned = dict(facts)
    while names := missing(condition, learned):
        learned |= {name: world[name] for name in names}
    assert evaluate(condition, learned) is not ASK


@given(conditions)
def test_a_written_condition_reads_back(condition: Condition) -> None:
    assert parse(to_values(condition)) == condition


@pytest.mark.parametrize(
    ("values", "facts", "answer"),
    [
        ({"fact": "limb", "contains": "staff"}, {"limb": frozenset({"graduate", "staff"})}, YES),
        ({"fact": "limb", "contains": "staff"}, {"limb": frozenset()}, NO),
        ({"fact": "limb", "eq": ["graduate"]}, {"limb": frozenset({"graduate"})}, YES),
        ({"fact": "limb", "contains": "staff"}, {}, ASK),
        ({"fact": "age_on_filing", "lte": 45}, {"age_on_filing": 45}, YES),
        ({"fact": "age_on_filing", "lt": 45}, {"age_on_filing": 45}, NO),
        ({"fact": "age_on_filing", "gt": 44}, {"age_on_filing": 45}, YES),
        ({"fact": "age_on_filing", "gte": 46}, {"age_on_filing": 45}, NO),
        ({"fact": "residence_country", "in": ["IN", "LK"]}, {"residence_country": "LK"}, YES),
        ({"fact": "residence_country", "ne": "IN"}, {"residence_country": "IN"}, NO),
        ({"fact": "residence_country", "ne": "IN"}, {}, ASK),
        ({"fact": "planned_filing", "lte": date(2026, 12, 31)}, {"planned_filing": date(2027, 1, 1)}, NO),
        ({"fact": "planned_filing", "lte": "2026-12-31"}, {"planned_filing": date(2026, 12, 31)}, YES),
        ({"fact": "age_on_filing", "lt": {"fact": "post.k_age_min"}}, {"age_on_filing": 17}, ASK),
        ({"fact": "age_on_filing", "lt": {"fact": "post.k_age_min"}}, {"post.k_age_min": 18}, ASK),
        (
            {"fact": "age_on_filing", "lt": {"fact": "post.k_age_min"}},
            {"age_on_filing": 17, "post.k_age_min": 18},
            YES,
        ),
        ({"fact": "job_offer_cn", "known": True}, {"job_offer_cn": False}, YES),
        ({"fact": "job_offer_cn", "known": True}, {}, ASK),
        ({"fact": "job_offer_cn", "known": False}, {}, ASK),
        ({"fact": "job_offer_cn", "known": False}, {"job_offer_cn": False}, NO),
    ],
)
def test_each_operator_compares(values: dict[str, object], facts: dict[str, object], answer: Answer) -> None:
    assert evaluate(parse(values), facts) is answer


def test_a_period_is_compared_as_written() -> None:
    condition = parse({"fact": "post.hand_in_window", "eq": "15 days"})
    assert evaluate(condition, {"post.hand_in_window": Period(15, Unit.DAYS)}) is YES
    assert parse(to_values(condition)) == condition


def test_one_yes_decides_any_and_one_no_decides_all() -> None:
    unknown, yes = {"fact": "job_offer_cn", "eq": True}, {"fact": "age_on_filing", "gte": 1}
    facts = {"age_on_filing": 30}
    assert evaluate(parse({"any": [unknown, yes]}), facts) is YES
    assert evaluate(parse({"all": [unknown, {"not": yes}]}), facts) is NO
    assert missing(parse({"any": [unknown, yes]}), facts) == ()


def test_what_has_no_condition_always_holds() -> None:
    assert evaluate(ALWAYS, {}) is YES


def test_only_the_facts_that_still_matter_are_missing() -> None:
    condition = parse(
        {
            "all": [
                {"fact": "age_on_filing", "gte": 14},
                {"any": [{"fact": "limb", "contains": "staff"}, {"fact": "job_offer_cn", "eq": True}]},
            ]
        }
    )
    assert missing(condition, {"age_on_filing": 30}) == ("limb", "job_offer_cn")
    assert missing(condition, {"age_on_filing": 30, "limb": frozenset()}) == ("job_offer_cn",)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "nothing"),
        ({"every": []}, "“every” is not a condition"),
        ({"all": []}, "“all” needs a list"),
        ({"any": {"fact": "limb"}}, "“any” needs a list"),
        ({"all": ["limb"]}, "“all” needs conditions"),
        ({"not": ["limb"]}, "“not” needs conditions"),
        ({"all": [{"fact": "limb", "contains": "staff"}], "any": []}, "“all, any” is not a condition"),
        ({"fact": "lim", "contains": "staff"}, "Did you mean “limb”"),
        ({"fact": "limb"}, "nothing"),
        ({"fact": "limb", "has": "staff"}, "“has” is not an operator"),
        ({"fact": "limb", "eq": [], "ne": []}, "“eq, ne” is not an operator"),
        ({"fact": "limb", "lt": 3}, "“lt” can't be asked of “limb”"),
        ({"fact": "job_offer_cn", "contains": "x"}, "“contains” can't be asked"),
        ({"fact": "limb", "contains": "professor"}, "“limb” can't be compared"),
        ({"fact": "job_offer_cn", "eq": "yes"}, "“job_offer_cn” can't be compared"),
        ({"fact": "age_on_filing", "lt": True}, "“age_on_filing” can't be compared"),
        ({"fact": "residence_country", "in": []}, "“residence_country” can't be compared"),
        ({"fact": "residence_country", "in": "IN"}, "“residence_country” can't be compared"),
        ({"fact": "residence_country", "in": ["IN", "XX"]}, "“residence_country” can't be compared"),
        ({"fact": "job_offer_cn", "known": "yes"}, "“job_offer_cn” can't be compared"),
        ({"fact": "planned_filing", "lt": "soon"}, "not a full date"),
    ],
)
def test_what_is_no_condition_is_refused_by_name(values: dict[str, object], said: str) -> None:
    with pytest.raises(UserError) as refused:
        parse(values)
    assert said in str(refused.value)


def test_a_condition_nested_without_end_is_refused() -> None:
    values: dict[str, object] = {"fact": "limb", "contains": "staff"}
    for _each in range(500):
        values = {"not": values}
    with pytest.raises(UserError, match="nested too deep"):
        parse(values)
