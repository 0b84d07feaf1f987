"""What is typed becomes the condition a pack would have, and back; what can't be meant is refused."""

import pytest

from app.domain import conditions
from app.domain.conditions import ALWAYS
from app.domain.facts import REGISTRY
from app.domain.typed_conditions import OPERATORS, How, Typed, offered, simple, table
from app.errors import UserError
from app.services import packs

TYPED = [
    (Typed("has_invitation", "eq", "yes"), {"fact": "has_invitation", "eq": True}),
    (Typed("has_invitation", "eq", "否"), {"fact": "has_invitation", "eq": False}),
    (Typed("limb", "contains", "graduate"), {"fact": "limb", "contains": "graduate"}),
    (Typed("funds", "in", "weak, sufficient"), {"fact": "funds", "in": ["weak", "sufficient"]}),
    (Typed("age_on_filing", "gte", "14"), {"fact": "age_on_filing", "gte": 14}),
    (Typed("planned_filing", "lte", "31 Dec 2026"), {"fact": "planned_filing", "lte": "2026-12-31"}),
    (Typed("residence_country", "ne", "India"), {"fact": "residence_country", "ne": "IN"}),
    (Typed("funds", "known", "yes"), {"fact": "funds", "known": True}),
    (Typed("post.pre_review", "eq", "7 days"), {"fact": "post.pre_review", "eq": "7 days"}),
]


@pytest.mark.parametrize(("typed", "expected"), TYPED)
def test_a_comparison_is_read_as_packs_have_it(typed: Typed, expected: dict[str, object]) -> None:
    assert table(How.ALL, [typed]) == {"all": [expected]}
    conditions.parse(table(How.ANY, [typed]) or {})


def test_what_was_typed_comes_back_as_it_was() -> None:
    parts = [typed for typed, _expected in TYPED]
    for how in (How.ALL, How.ANY):
        first = table(how, parts) or {}
        again = simple(conditions.parse(first))
        assert again is not None
        assert again[0] is how
        assert conditions.parse(table(how, again[1]) or {}) == conditions.parse(first)


def test_always_is_no_condition() -> None:
    assert table(How.ALWAYS, []) is None
    assert simple(ALWAYS) == (How.ALWAYS, ())


def test_what_is_nested_or_compares_two_facts_is_left_alone() -> None:
    inner = {"fact": "has_invitation", "eq": True}
    for values in (
        {"not": inner},
        {"all": [{"any": [inner]}]},
        {"fact": "age_on_filing", "gte": {"fact": "post.k_age_min"}},
    ):
        assert simple(conditions.parse(values)) is None


def test_every_condition_shipped_is_either_left_alone_or_comes_back_equal() -> None:
    for pack in packs.shipped():
        for item in pack.items:
            found = simple(item.when)
            if found and found[0] is not How.ALWAYS:
                again = conditions.parse(table(*found) or {})
                assert conditions.facts_of(again) == conditions.facts_of(item.when)


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ([], "when"),
        ([TYPED[0][0], Typed("", "eq", "yes")], "when.2"),
        ([Typed("no_such_fact", "eq", "yes")], "when.1"),
        ([Typed("has_invitation", "eq", "")], "when.1"),
        ([Typed("has_invitation", "eq", "perhaps")], "when.1"),
        ([Typed("has_invitation", "lt", "yes")], "when.1"),
        ([Typed("limb", "contains", "graduate, staff")], "when.1"),
        ([Typed("funds", "in", ", ,")], "when.1"),
        ([Typed("funds", "like", "weak")], "when.1"),
        ([Typed("age_on_filing", "gte", "-3")], "when.1"),
    ],
)
def test_what_cant_be_meant_is_refused_by_its_place(parts: list[Typed], field: str) -> None:
    with pytest.raises(UserError) as refused:
        table(How.ALL, parts)
    assert refused.value.field == field


def test_only_operators_that_fit_a_fact_are_offered() -> None:
    assert offered(REGISTRY["has_invitation"]) == ("eq", "ne", "known")
    assert "gte" in offered(REGISTRY["age_on_filing"])
    assert set(OPERATORS) == set(conditions.OPERATORS)
