"""Layers compose into one canonical rule set, and two rule sets are told apart item by item."""

import hashlib
import json
from datetime import date

import pytest

from app.domain import rulepack
from app.domain.rulepack import RulePack, RulePackError
from app.domain.ruleset import Change, ChangeKind, RuleSet, compose, diff
from tests.domain.rules import HEAD, ITEM, TODAY, pack, rule_set, shipped_rules, some_sources

SECOND = ITEM.replace("T-1", "T-2").replace('"S1"', '"S2"')


def layer(name: str, *more: str, item: str = ITEM) -> RulePack:
    head = HEAD.replace('layer = "category"', f'layer = "{name}"').replace('pack = "T"', f'pack = "{name}"')
    if name == "common":
        head = head.replace('category = "T"\n', "")
    return pack(*more, item=item, head=head)


def originals(*layers: RulePack) -> int:
    return compose(layers, TODAY).by_id["T-1"].originals


def test_firm_stands_over_post_over_category_over_common() -> None:
    packs = [
        layer(name, f"originals = {number}", "post_override = true")
        for number, name in enumerate(("common", "category", "post", "firm"), 1)
    ]
    for top in range(1, 5):
        assert originals(*reversed(packs[:top])) == top


def test_layers_add_the_items_they_have_alone() -> None:
    composed = compose([layer("category"), layer("common", item=SECOND)], TODAY)
    assert list(composed.by_id) == ["T-1", "T-2"]
    assert [source.key for source in composed.sources] == ["S1", "S2"]
    assert composed.version == "common + category 1"


def test_a_post_can_not_change_what_is_not_the_post_s() -> None:
    with pytest.raises(RulePackError, match="post: T-1: post_override: a post can't change this item"):
        compose([layer("category"), layer("post")], TODAY)


def test_packs_of_two_categories_do_not_compose() -> None:
    other = pack(head=HEAD.replace('category = "T"', 'category = "R"'))
    with pytest.raises(RulePackError, match="R, T"):
        compose([pack(), other], TODAY)


def test_a_common_item_serves_only_the_categories_it_names() -> None:
    common = layer("common", 'categories = ["R", "T"]', item=SECOND)
    assert list(compose([common, pack()], TODAY).by_id) == ["T-1", "T-2"]
    elsewhere = layer("common", 'categories = ["R"]', item=SECOND)
    assert list(compose([elsewhere, pack()], TODAY).by_id) == ["T-1"]


def test_a_common_item_has_the_id_of_the_category() -> None:
    common = layer("common", 'ids = { T = "T-9", R = "R-9" }', item=SECOND)
    composed = compose([common, pack()], TODAY)
    assert list(composed.by_id) == ["T-1", "T-9"]
    assert not any(item.ids or item.categories for item in composed.items)


def test_a_category_s_own_item_stands_over_the_common_one_of_its_id() -> None:
    common = layer("common", "originals = 9", 'ids = { T = "T-1" }', item=SECOND)
    assert originals(common, pack(head=HEAD)) == 0


def test_only_what_holds_on_the_day_is_taken() -> None:
    ended = layer("firm", "originals = 9", "effective_to = 2026-06-30")
    category = layer("category", "originals = 1")
    assert compose([category, ended], date(2026, 6, 30)).by_id["T-1"].originals == 9
    assert compose([category, ended], date(2026, 7, 1)).by_id["T-1"].originals == 1


def test_items_stand_by_stage_then_number() -> None:
    late = ITEM.replace("T-1", "T-0").replace('"intake"', '"submission"')
    second = ITEM.replace("T-1", "T-9").replace("seq = 1", "seq = 2")
    assert list(rule_set(item=late + second + ITEM).by_id) == ["T-1", "T-9", "T-0"]


def test_the_text_is_canonical_json_named_by_its_hash() -> None:
    composed = rule_set()
    assert json.dumps(
        json.loads(composed.text), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ) == (composed.text)
    assert composed.sha256 == hashlib.sha256(composed.text.encode()).hexdigest()


def test_the_same_rules_on_another_day_are_the_same_text() -> None:
    assert compose([pack()], date(2026, 1, 1)).sha256 == compose([pack()], date(2027, 1, 1)).sha256


def test_the_order_of_keys_in_the_file_does_not_matter() -> None:
    head, *lines = ITEM.strip().splitlines()
    assert rule_set(item="\n".join([head, *reversed(lines)])) == rule_set()


@pytest.mark.parametrize("category", ["K", "R", "Z", "S1", "S2"])
def test_the_text_of_shipped_packs_reads_back_equal(category: str) -> None:
    composed = shipped_rules(category)
    again = RuleSet.from_text(composed.text)
    assert again == composed
    assert again.sha256 == composed.sha256


def test_conditions_repeats_and_limits_survive_the_text() -> None:
    composed = rule_set(
        'repeat = "degree"',
        'freshness_fact = "post.form_validity"',
        'when = { fact = "planned_filing", lte = 2026-12-31 }',
        'when_text = { en = "x", zh = "y" }',
        'recommended_when = { not = { fact = "limb", contains = "staff" } }',
        'recommended_text = { en = "x", zh = "y" }',
    )
    assert RuleSet.from_text(composed.text) == composed


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sources":{},"category":"K","packs":[],"items":[{}]}'])
def test_a_text_that_is_no_rule_set_is_refused(text: str) -> None:
    with pytest.raises(RulePackError):
        RuleSet.from_text(text)


def test_the_oldest_check_is_the_rule_set_s() -> None:
    newer = SECOND.replace("2026-01-02", "2026-05-05")
    assert rule_set(item=ITEM + newer).checked_on == date(2026, 1, 2)


def test_a_citation_is_written_with_its_place() -> None:
    composed = rule_set()
    assert composed.cite(composed.items[0].sources) == "[S1] Art. 1"


def test_nothing_differs_between_equal_rule_sets() -> None:
    assert diff(rule_set(), rule_set()) == ()


def test_added_and_removed_items_are_told() -> None:
    one, two = rule_set(), rule_set(item=ITEM + SECOND)
    assert diff(one, two) == (Change(ChangeKind.ADDED, "T-2"),)
    assert diff(two, one) == (Change(ChangeKind.REMOVED, "T-2"),)


def test_a_changed_item_says_what_changed() -> None:
    assert diff(rule_set(), rule_set("originals = 2")) == (Change(ChangeKind.CHANGED, "T-1", ("originals",)),)


def test_a_rule_that_was_only_checked_again_is_resourced() -> None:
    again = rulepack.parse(HEAD + ITEM.replace("2026-01-02", "2026-05-05"), "t.toml", some_sources())
    (change,) = diff(rule_set(), compose([again], TODAY))
    assert change.kind is ChangeKind.RESOURCED
    assert set(change.fields) == {"sources", "checked_on"}
