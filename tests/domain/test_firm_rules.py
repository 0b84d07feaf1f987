"""The firm's rules stand over the shipped ones, and what can't be read of them is named and left out."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain import firm_rules
from app.domain.firm_rules import Composed, FirmRule
from app.domain.rule_actions import Action
from app.services import packs
from tests.builders import TODAY

CATEGORY, POST, ITEM = "K", "new-delhi", "K-DOC-01"
SHIPPED = packs.layers(CATEGORY, POST)


def a_rule(**changes: Any) -> FirmRule:
    """Return a rule that gives an item another number of copies."""
    rule = FirmRule(
        id=UUID(int=1),
        category=CATEGORY,
        post="",
        item=ITEM,
        action=Action.ITEM,
        values=values(copies=7),
        effective_from=TODAY,
        effective_to=None,
        reason="Lost once",
        source="Partners' meeting",
        told_on=TODAY,
        author="Ana Sample",
    )
    return replace(rule, **changes)


def values(item: str = ITEM, **changes: Any) -> str:
    base = packs.rule_set(CATEGORY, POST, TODAY).by_id.get(item)
    return json.dumps(
        firm_rules.table(
            base,
            item,
            {"basis": "PRACTICE", **changes},
            source="Partners' meeting",
            told_on=TODAY,
            since=TODAY,
        )
    )


def composed(*rules: FirmRule, days: int = 0) -> Composed:
    return firm_rules.compose(SHIPPED, rules, TODAY + timedelta(days=days), packs.cited())


def test_a_changed_item_takes_the_place_of_the_shipped_one_and_cites_the_firm() -> None:
    found = composed(a_rule())
    item = found.rules.by_id[ITEM]
    assert (item.copies, item.sources[0].source, item.sources[0].locator) == (7, "FIRM", "Partners' meeting")
    assert found.problems == ()
    assert found.rules.version.endswith("+ FIRM 2026-11-23.1")
    assert len(found.rules.items) == len(packs.rule_set(CATEGORY, POST, TODAY).items)


def test_without_rules_of_the_firm_the_rules_are_the_shipped_ones_to_the_byte() -> None:
    assert composed().rules.sha256 == packs.rule_set(CATEGORY, POST, TODAY).sha256


def test_an_item_is_switched_off_and_comes_back_as_shipped() -> None:
    off = a_rule(action=Action.OFF, values="")
    assert ITEM not in composed(off).rules.by_id
    again = a_rule(action=Action.SHIPPED, values="", id=UUID(int=2))
    assert composed(off, again).rules.sha256 == composed().rules.sha256


def test_of_two_rules_the_one_recorded_last_stands_while_it_holds() -> None:
    first = a_rule()
    later = a_rule(values=values(copies=9), effective_from=TODAY + timedelta(days=5))
    assert composed(first, later, days=4).rules.by_id[ITEM].copies == 7
    assert composed(first, later, days=5).rules.by_id[ITEM].copies == 9
    ended = replace(first, effective_to=TODAY)
    assert composed(ended, days=1).rules.by_id[ITEM].copies != 7


def test_a_rule_for_one_post_stands_over_one_for_all() -> None:
    everywhere = a_rule()
    here_off = a_rule(post=POST, action=Action.OFF, values="")
    assert ITEM not in composed(everywhere, here_off).rules.by_id


def test_a_broken_rule_is_named_and_the_shipped_item_stays_in_force() -> None:
    broken = (
        a_rule(values="{"),
        a_rule(values="[]"),
        a_rule(values=json.dumps({"id": "OTHER"})),
        a_rule(values=json.dumps({"id": ITEM, "title": 3})),
        a_rule(values="[" * 100_000),
    )
    for rule in broken:
        found = composed(rule)
        assert found.rules.sha256 == composed().rules.sha256
        assert len(found.problems) == 1
        assert ITEM in found.problems[0]


def test_one_broken_rule_leaves_the_others_in_force() -> None:
    good = a_rule(item="K-DOC-02", values=values("K-DOC-02", copies=8))
    found = composed(a_rule(values="{"), good)
    assert found.rules.by_id["K-DOC-02"].copies == 8
    assert len(found.problems) == 1


def test_a_new_item_is_built_from_what_was_typed_alone() -> None:
    text = values(
        "OWN-01",
        seq=1,
        title={"en": "Insurance", "zh": "保险"},
        stage="document_collection",
        need="recommended",
        audience="office",
    )
    item = composed(a_rule(item="OWN-01", values=text)).rules.by_id["OWN-01"]
    assert item.title.zh == "保险"
    assert item.checked_on == TODAY
