"""What is typed becomes the condition a pack would have, and back; what can't be meant is refused."""

import pytest

from app.domain import conditions
from app.domain.conditions import ALWAYS
from app.domain.fact_types import Kind
from app.domain.facts import REGISTRY
from app.domain.typed_conditions import (
    OPERATORS,
    Group,
    How,
    Typed,
    comparable,
    offered,
    simple,
    spoken,
    table,
)
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


def test_groups_and_comparisons_of_two_facts_come_back_as_they_were() -> None:
    weak, young = TYPED[0][0], Typed("age_on_filing", "gte", "post.k_age_min", is_fact=True)
    parts = (weak, Group(How.ANY, (young, TYPED[2][0])))
    values = table(How.ALL, parts)
    assert values == {
        "all": [
            {"fact": "has_invitation", "eq": True},
            {
                "any": [
                    {"fact": "age_on_filing", "gte": {"fact": "post.k_age_min"}},
                    {"fact": "limb", "contains": "graduate"},
                ]
            },
        ]
    }
    assert simple(conditions.parse(values)) == (How.ALL, parts)


def test_what_is_nested_deeper_or_turned_round_is_left_alone() -> None:
    inner = {"fact": "has_invitation", "eq": True}
    for values in ({"not": inner}, {"all": [{"not": inner}]}, {"all": [{"any": [{"all": [inner]}]}]}):
        assert simple(conditions.parse(values)) is None


def test_only_facts_of_the_same_kind_are_offered_to_compare_with() -> None:
    others = comparable(REGISTRY["age_on_filing"], "gte")
    assert "post.k_age_min" in {each.name for each in others}
    assert {each.kind for each in others} == {Kind.NUMBER}
    assert comparable(REGISTRY["age_on_filing"], "in") == ()
    assert comparable(REGISTRY["has_invitation"], "eq") == ()
    for other in others:
        table(How.ALL, [Typed("age_on_filing", "gte", other.name, is_fact=True)])


def test_a_condition_is_said_in_both_languages_with_brackets_round_a_group() -> None:
    parts = (TYPED[0][0], Group(How.ANY, (TYPED[4][0], Typed("funds", "in", "weak,unknown_word"))))
    with pytest.raises(UserError, match="unknown_word"):
        table(How.ALL, parts)
    parts = (TYPED[0][0], Group(How.ANY, (TYPED[4][0], TYPED[2][0])))
    said = spoken(conditions.parse(table(How.ALL, parts) or {}))
    assert said.en == (
        "“Invitation or host letter exists” is Yes, and "
        "(“Age on filing day” is at least 14, or “K limb” includes graduate)"
    )
    assert said.zh == "“有邀请函或接待函”为“是”，且（“递交当日年龄”不小于“14”，或“K签证资格路径”包括“毕业”）"


@pytest.mark.parametrize(
    ("values", "en"),
    [
        ({"fact": "funds", "known": False}, "“Own means” is not known"),
        ({"not": {"fact": "funds", "known": True}}, "not (“Own means” is known)"),
        (
            {"fact": "age_on_filing", "lt": {"fact": "post.k_age_min"}},
            f"“Age on filing day” is below “{REGISTRY['post.k_age_min'].label.en}”",
        ),
    ],
)
def test_what_cant_be_typed_is_said_too(values: dict[str, object], en: str) -> None:
    assert spoken(conditions.parse(values)).en == en


def test_every_condition_shipped_is_either_left_alone_or_comes_back_equal() -> None:
    for pack in packs.shipped():
        for item in pack.items:
            found = simple(item.when)
            if found and found[0] is not How.ALWAYS:
                again = conditions.parse(table(*found) or {})
                assert simple(again) == found
                assert conditions.facts_of(again) == conditions.facts_of(item.when)
            assert spoken(item.when).zh.isascii() is (item.when == ALWAYS)


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
        ([TYPED[0][0], Group(How.ANY, ())], "when.2"),
        ([TYPED[0][0], Group(How.ANY, (TYPED[1][0], Typed("", "eq", "yes")))], "when.2.2"),
        ([Typed("age_on_filing", "gte", "has_invitation", is_fact=True)], "when.1"),
        ([Typed("age_on_filing", "gte", "no_such_fact", is_fact=True)], "when.1"),
        ([Typed("funds", "known", "has_invitation", is_fact=True)], "when.1"),
    ],
)
def test_what_cant_be_meant_is_refused_by_its_place(parts: list[Typed | Group], field: str) -> None:
    with pytest.raises(UserError) as refused:
        table(How.ALL, parts)
    assert refused.value.field == field


def test_only_operators_that_fit_a_fact_are_offered() -> None:
    assert offered(REGISTRY["has_invitation"]) == ("eq", "ne", "known")
    assert "gte" in offered(REGISTRY["age_on_filing"])
    assert set(OPERATORS) == set(conditions.OPERATORS)
