"""What runs out is one list: ended, ending, checked too long ago, not known."""

from datetime import date, timedelta

import pytest

from app.domain import expiry
from app.domain.basis import Basis, Citation
from app.domain.expiry import Concern, Origin, State, Watched, concerns
from app.domain.post_facts import ANSWERS
from app.domain.posts import PostAnswer
from app.i18n import Bilingual
from tests.domain.rules import ITEM, TODAY, pack, some_post

TITLE = Bilingual("Rule", "规则")


def watched(**changes: object) -> Watched:
    fields = {
        "origin": Origin.MEASURE, "where": "m", "where_title": TITLE, "id": "m", "title": TITLE,
        "checked_on": TODAY, "review_every_days": 30, **changes,
    }  # fmt: skip
    return Watched(**fields)  # type: ignore[arg-type]


def one(**changes: object) -> Concern | None:
    found = concerns([watched(**changes)], TODAY)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("days", "state", "band"),
    [
        (-400, State.EXPIRED, None), (-1, State.EXPIRED, None), (0, State.EXPIRING, 3),
        (3, State.EXPIRING, 3), (4, State.EXPIRING, 14), (14, State.EXPIRING, 14),
        (15, State.EXPIRING, 30), (30, State.EXPIRING, 30),
    ],
)  # fmt: skip
def test_an_end_is_listed_in_its_band(days: int, state: State, band: int | None) -> None:
    found = one(ends_on=TODAY + timedelta(days=days))
    assert found
    assert (found.state, found.days, found.band) == (state, days, band)


def test_an_end_further_off_is_no_concern() -> None:
    assert one(ends_on=TODAY + timedelta(days=31)) is None


def test_an_end_that_another_rule_follows_is_no_concern() -> None:
    assert one(ends_on=TODAY, followed=True) is None


def test_a_check_counts_to_the_last_day_of_its_interval() -> None:
    assert one(checked_on=TODAY - timedelta(days=30)) is None
    found = one(checked_on=TODAY - timedelta(days=31))
    assert found
    assert (found.state, found.days, found.due) == (State.STALE, -1, TODAY - timedelta(days=1))


def test_what_was_never_read_is_not_known() -> None:
    found = one(checked_on=None)
    assert found
    assert (found.state, found.due, found.days) == (State.UNKNOWN, None, None)


def test_rules_due_on_the_same_day_share_a_line() -> None:
    both = pack(item=ITEM + ITEM.replace("T-1", "T-2"))
    (found,) = concerns(expiry.watched_pack(both), TODAY)
    assert (found.state, found.ids, found.title) == (State.STALE, ("T-1", "T-2"), both.title)


def test_one_rule_alone_is_named_itself() -> None:
    (found,) = concerns(expiry.watched_pack(pack()), TODAY)
    assert found.title == Bilingual("Paper", "材料")


def test_a_rule_that_is_taken_over_is_followed() -> None:
    older = ITEM + "effective_to = 2026-11-30\n"
    newer = ITEM.replace("2026-01-02", "2026-11-01") + "effective_from = 2026-12-01\n"
    assert concerns(expiry.watched_pack(pack(item=older + newer)), TODAY) == ()


def test_a_post_lists_what_it_never_answered_on_one_line() -> None:
    fact = ANSWERS[0].name
    read = date(2026, 10, 1)
    answer = PostAnswer(fact=fact, value=True, basis=Basis.POST, sources=(Citation("S1", "mail", read),))
    stale, unknown = concerns(expiry.watched_post(some_post(answers=(answer,))), TODAY)
    assert (stale.state, stale.ids) == (State.STALE, (fact,))
    assert set(unknown.ids) == {each.name for each in ANSWERS} - {fact}
    again = some_post(answers=(answer,), checked_on=TODAY)
    assert [each.state for each in concerns(expiry.watched_post(again), TODAY)] == [State.UNKNOWN]


def test_the_list_begins_with_what_is_most_urgent() -> None:
    made = [
        watched(where="unknown", checked_on=None),
        watched(where="stale", checked_on=date(2026, 1, 1)),
        watched(where="later", ends_on=TODAY + timedelta(days=9)),
        watched(where="soon", ends_on=TODAY),
        watched(where="ended", ends_on=TODAY - timedelta(days=9)),
    ]
    assert [each.where for each in concerns(made, TODAY)] == ["ended", "soon", "later", "stale", "unknown"]
