"""A checklist tells apart what applies, how far people are, and whether a paper still holds."""

from collections.abc import Mapping
from datetime import date

import pytest

from app.domain.checklist import (
    GONE,
    ItemRecord,
    ItemState,
    Line,
    Progress,
    Validity,
    expected,
    lines,
    progress,
)
from app.domain.conditions import Answer
from app.domain.periods import Period, Unit
from app.domain.repeats import Occasion
from app.domain.rulepack import Need, Repeat
from app.domain.ruleset import RuleSet
from app.i18n import Bilingual
from tests.domain.rules import ITEM, TODAY, rule_set

STAFF = (
    'when = { fact = "limb", contains = "staff" }',
    'when_text = { en = "For staff.", zh = "任职者。" }',
)
DEGREES = {Repeat.DEGREE: (Occasion("a", Bilingual("BSc", "学士")), Occasion("b", Bilingual("MSc", "硕士")))}
Records = Mapping[tuple[str, str], ItemRecord]


def checklist(
    rules: RuleSet,
    facts: Mapping[str, object] | None = None,
    repeats: Mapping[Repeat, tuple[Occasion, ...]] | None = None,
    records: Records | None = None,
    planned: date | None = None,
) -> tuple[Line, ...]:
    return lines(rules, facts or {}, repeats or {}, records or {}, planned=planned, today=TODAY)


def one(*more: str, facts: Mapping[str, object] | None = None, **record: object) -> Line:
    records = {("T-1", ""): ItemRecord(**record)}  # type: ignore[arg-type]
    (line,) = checklist(rule_set(*more), facts, records=records)
    return line


def test_a_line_without_condition_applies_to_every_case() -> None:
    line = one()
    assert (line.applies, line.why.en) == (Answer.YES, "For every case.")


def test_a_line_whose_condition_holds_says_its_rule() -> None:
    line = one(*STAFF, facts={"limb": frozenset({"staff", "graduate"})})
    assert (line.applies, line.why) == (Answer.YES, Bilingual("For staff.", "任职者。"))


def test_a_line_whose_condition_fails_does_not_apply_and_says_its_rule() -> None:
    line = one(*STAFF, facts={"limb": frozenset({"graduate"})})
    assert (line.applies, line.why.en) == (Answer.NO, "For staff.")


def test_a_line_that_is_open_asks_what_has_to_be_settled() -> None:
    line = one(*STAFF)
    assert (line.applies, line.open_facts) == (Answer.ASK, ("limb",))
    assert line.why.en == "Which limb fits: graduate, staff, both or none?"
    assert line.why.zh.endswith("？")


RECOMMENDED = (
    'when = { fact = "post.requires_funds", eq = true }',
    'when_text = { en = "Where the post asks.", zh = "使领馆要求时。" }',
    'recommended_when = { fact = "post.requires_funds", eq = false }',
    'recommended_text = { en = "No inviter.", zh = "无邀请人。" }',
)


@pytest.mark.parametrize(
    ("asked", "applies", "need"),
    [
        (True, Answer.YES, Need.REQUIRED),
        (False, Answer.YES, Need.RECOMMENDED),
        (None, Answer.ASK, Need.REQUIRED),
    ],
)
def test_what_is_not_demanded_may_still_be_recommended(
    asked: bool | None, applies: Answer, need: Need
) -> None:
    line = one(*RECOMMENDED, facts={} if asked is None else {"post.requires_funds": asked})
    assert (line.applies, line.need) == (applies, need)


def test_every_line_is_expected_whether_it_applies_or_not() -> None:
    rules = rule_set('repeat = "degree"', item=ITEM.replace("T-1", "T-2") + "\n".join(STAFF) + ITEM)
    assert [(each.item_id, each.repeat_key) for each in expected(rules, DEGREES)] == [
        ("T-1", "a"),
        ("T-1", "b"),
        ("T-2", ""),
    ]


def test_an_item_repeats_for_each_occasion_with_its_label() -> None:
    found = checklist(rule_set('repeat = "degree"'), repeats=DEGREES)
    assert [(line.repeat_key, line.repeat_label) for line in found] == [
        ("a", Bilingual("BSc", "学士")),
        ("b", Bilingual("MSc", "硕士")),
    ]


def test_an_item_that_has_nothing_to_repeat_for_is_not_hidden() -> None:
    (line,) = checklist(rule_set('repeat = "degree"'))
    assert (line.repeat_key, line.repeat_label) == ("", None)


def test_what_was_collected_for_a_degree_that_is_gone_stays_in_sight() -> None:
    label = Bilingual("PhD", "博士")
    records = {
        ("T-1", "a"): ItemRecord(),
        ("T-1", "gone"): ItemRecord(state=ItemState.RECEIVED, repeat_label=label),
        ("T-1", "never used"): ItemRecord(repeat_label=label),
    }
    found = checklist(rule_set('repeat = "degree"'), repeats=DEGREES, records=records)
    assert [line.repeat_key for line in found] == ["a", "b", "gone"]
    assert (found[2].applies, found[2].why, found[2].repeat_label) == (Answer.NO, GONE, label)


def test_the_state_is_what_people_moved_and_no_rule_changes_it() -> None:
    line = one(*STAFF, facts={"limb": frozenset()}, state=ItemState.ACCEPTED)
    assert (line.applies, line.state) == (Answer.NO, ItemState.ACCEPTED)


@pytest.mark.parametrize(
    ("issued", "until", "planned", "validity", "end"),
    [
        (None, None, None, Validity.UNKNOWN, None),
        (date(2026, 11, 1), None, None, Validity.GOOD, date(2026, 12, 1)),
        (date(2026, 11, 1), None, date(2026, 12, 1), Validity.GOOD, date(2026, 12, 1)),
        (date(2026, 11, 1), None, date(2026, 12, 2), Validity.ENDS_TOO_SOON, date(2026, 12, 1)),
        (date(2026, 10, 24), None, None, Validity.GOOD, TODAY),
        (date(2026, 10, 23), None, None, Validity.EXPIRED, date(2026, 11, 22)),
        (date(2026, 11, 1), date(2026, 11, 25), None, Validity.GOOD, date(2026, 11, 25)),
        (None, date(2026, 11, 22), None, Validity.EXPIRED, date(2026, 11, 22)),
    ],
)
def test_a_paper_holds_until_its_own_end_or_that_of_its_freshness(
    issued: date | None, until: date | None, planned: date | None, validity: Validity, end: date | None
) -> None:
    records = {("T-1", ""): ItemRecord(issued_on=issued, valid_until=until)}
    (line,) = checklist(rule_set("freshness_days = 30"), records=records, planned=planned)
    assert (line.validity, line.valid_until) == (validity, end)


@pytest.mark.parametrize(
    ("until", "validity"),
    [(date(2027, 6, 1), Validity.GOOD), (date(2027, 5, 31), Validity.ENDS_TOO_SOON)],
)
def test_a_passport_must_last_months_beyond_the_planned_day(until: date, validity: Validity) -> None:
    records = {("T-1", ""): ItemRecord(valid_until=until)}
    rules = rule_set("months_beyond = 6", "has_expiry = true")
    (line,) = checklist(rules, records=records, planned=date(2026, 12, 1))
    assert line.validity is validity


def test_a_paper_that_does_not_end_is_good_once_it_is_in_hand() -> None:
    assert one(state=ItemState.RECEIVED).validity is Validity.GOOD
    assert one(state=ItemState.REQUESTED).validity is Validity.UNKNOWN


def test_a_paper_that_ends_is_not_good_until_its_end_is_known() -> None:
    assert one("has_expiry = true", state=ItemState.ACCEPTED).validity is Validity.UNKNOWN


def test_the_post_s_own_period_limits_a_form() -> None:
    facts = {"post.form_validity": Period(3, Unit.MONTHS)}
    limited = 'freshness_fact = "post.form_validity"'
    assert one(limited, facts=facts, issued_on=date(2026, 11, 20)).valid_until == date(2027, 2, 20)
    assert one(limited, issued_on=date(2026, 11, 20)).validity is Validity.UNKNOWN


def test_progress_counts_what_applies_or_asks_and_no_waived_line() -> None:
    accepted, waived = ItemRecord(state=ItemState.ACCEPTED), ItemRecord(state=ItemState.WAIVED)
    others = "".join(ITEM.replace("T-1", f"T-{n}") for n in (2, 3))
    rules = rule_set(*STAFF, item=others + ITEM)
    records = {("T-2", ""): accepted, ("T-3", ""): waived, ("T-1", ""): accepted}
    asking = checklist(rules, records=records)
    applying_not = checklist(rules, {"limb": frozenset()}, records=records)
    assert progress(asking) == Progress(2, 2)
    assert progress(applying_not) == Progress(1, 1)
    assert progress(checklist(rules)) == Progress(0, 3)
