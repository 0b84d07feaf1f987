"""Which papers of an earlier case serve again: what is not known is never taken for good."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain import linked
from app.domain.facts import REGISTRY
from app.domain.following import Following
from app.domain.item_records import ItemRecord, ItemState, OriginalAt
from app.domain.linked import LASTING_FACTS, LIMITS, Carry, Verdict, Why, is_paper, judge, said
from app.domain.periods import Period, Unit
from app.domain.rulepack import Item, ItemStage
from app.services import limits, packs

ON = date(2026, 12, 15)
PAPER = ItemRecord(state=ItemState.ACCEPTED, original_at=OriginalAt.OFFICE)


def item(**changes: Any) -> Item:
    """Return an item of the shipped rules, made plain first."""
    rules = packs.rule_set("K", "new-delhi", date(2026, 11, 23))
    plain: dict[str, Any] = {"originals": 0, "months_beyond": 0, "has_expiry": False}
    plain |= {"freshness_days": None, "freshness_fact": "", **changes}
    return replace(rules.by_id["K-DOC-03"], **plain)


def verdict(asked: Item | None, facts: dict[str, object] | None = None, **paper: Any) -> tuple[Carry, Why]:
    found = judge(asked, replace(PAPER, **paper), facts or {}, ON)
    return found.carry, found.why


def test_a_paper_without_an_end_serves_again() -> None:
    assert verdict(item()) == (Carry.GOOD, Why.NO_END)
    assert verdict(None) == (Carry.LEFT, Why.NOT_ASKED)


@pytest.mark.parametrize(
    ("until", "why"),
    [
        (date(2026, 12, 14), (Carry.LEFT, Why.EXPIRED)),
        (date(2026, 12, 15), (Carry.GOOD, Why.UNTIL)),
        (None, (Carry.TO_CHECK, Why.END_UNKNOWN)),
    ],
)
def test_an_end_is_looked_at_on_the_day_of_filing(until: date | None, why: tuple[Carry, Why]) -> None:
    assert verdict(item(has_expiry=True), valid_until=until) == why


def test_a_paper_that_has_to_last_longer_is_left() -> None:
    found = judge(
        item(has_expiry=True, months_beyond=6), replace(PAPER, valid_until=date(2027, 6, 14)), {}, ON
    )
    assert found == Verdict(Carry.LEFT, Why.TOO_SOON, date(2027, 6, 14), date(2027, 6, 15))
    assert said(found) == "Ends on 14 Jun 2027; it has to last until 15 Jun 2027."


def test_freshness_passes_and_what_the_post_never_said_is_to_be_checked() -> None:
    asked = item(freshness_days=180)
    assert verdict(asked, issued_on=date(2026, 6, 1)) == (Carry.LEFT, Why.STALE)
    assert verdict(asked, issued_on=date(2026, 6, 30)) == (Carry.GOOD, Why.UNTIL)
    assert verdict(asked) == (Carry.TO_CHECK, Why.END_UNKNOWN)
    by_post = item(freshness_fact="post.form_validity")
    assert verdict(by_post, issued_on=ON) == (Carry.TO_CHECK, Why.PERIOD_UNKNOWN)
    known: dict[str, object] = {"post.form_validity": Period(3, Unit.MONTHS)}
    assert verdict(by_post, known, issued_on=ON) == (Carry.GOOD, Why.UNTIL)


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (OriginalAt.OFFICE, (Carry.GOOD, Why.NO_END)),
        (OriginalAt.AUTHORITY, (Carry.LEFT, Why.USED_UP)),
        (OriginalAt.CENTRE, (Carry.LEFT, Why.USED_UP)),
        (OriginalAt.CLIENT, (Carry.LEFT, Why.NOT_HELD)),
        (OriginalAt.RETURNED, (Carry.LEFT, Why.NOT_HELD)),
        (None, (Carry.TO_CHECK, Why.PLACE_UNKNOWN)),
    ],
)
def test_an_original_has_to_be_with_us(place: OriginalAt | None, why: tuple[Carry, Why]) -> None:
    assert verdict(item(originals=1), original_at=place) == why
    assert verdict(item(), original_at=place) == (Carry.GOOD, Why.NO_END)


def test_what_nobody_checked_is_to_be_checked() -> None:
    assert verdict(item(), state=ItemState.RECEIVED) == (Carry.TO_CHECK, Why.NOT_CHECKED)


def test_only_papers_that_are_here_are_looked_at() -> None:
    assert is_paper(item(), PAPER)
    assert not is_paper(item(), replace(PAPER, state=ItemState.REQUESTED))
    assert not is_paper(item(stage=ItemStage.INTAKE), PAPER)


def test_limits_and_facts_that_are_named_exist() -> None:
    for following in Following:
        assert all(limits.shipped().named(name).sources for name in LIMITS[following])
    assert set(LASTING_FACTS) <= {name for name, fact in REGISTRY.items() if fact.can_be_entered}
    assert linked.ASK.endswith("the post.")
