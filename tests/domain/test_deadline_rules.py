"""The limits as data: the shipped ones as the evidence has them, and what is refused."""

import pytest

import resources
from app.domain import deadline_rules
from app.domain.pack_reader import RulePackError
from app.errors import UserError
from tests.domain.limits import shipped_limits
from tests.domain.rules import shipped_sources

# domain.md §4, row by row: id, anchor, limit, basis.
TABLE = """
DL-01 check_in +24 hours OFFICIAL
DL-02 entry +30 days OFFICIAL
DL-03 stay_to_extend -7 days OFFICIAL
DL-04 permit_to_renew -30 days OFFICIAL
DL-05 change +10 days OFFICIAL
DL-06 stay_end,permit_end +0 days OFFICIAL
DL-07 birth +60 days OFFICIAL
DL-08 - - always OFFICIAL
DL-09 order +15 days OFFICIAL
DL-10 stay_receipt +7 working_days OFFICIAL
DL-11 permit_receipt +15 working_days OFFICIAL
DL-12 employer - promptly OFFICIAL
DL-13 medical +6 months OFFICIAL
DL-14 police +6 months UNVERIFIED
DL-15 border +0 days OFFICIAL
DL-16 form_confirmed post days POST
"""
TEXT = resources.text("rules/deadlines.toml")


def _row(rule: deadline_rules.DeadlineRule) -> str:
    sign = "-" if rule.before else "+"
    limit = "post" if rule.count_facts else "-" if rule.count is None else f"{sign}{rule.count}"
    anchors = ",".join(kind.value for kind in rule.anchors) or "-"
    return f"{rule.id} {anchors} {limit} {rule.unit.value} {rule.basis.value}"


def test_the_shipped_limits_are_those_of_the_evidence() -> None:
    rows = [_row(rule) for rule in shipped_limits().rules if rule.id.startswith("DL-")]
    assert rows == TABLE.split("\n")[1:-1]


def test_every_limit_speaks_both_languages_and_says_where_it_comes_from() -> None:
    for rule in shipped_limits().rules:
        texts = [rule.title, rule.who, rule.reason, *(t for t in (rule.note, rule.penalty) if t)]
        assert all(text.en and any("一" <= c <= "鿿" for c in text.zh) for text in texts), rule.id
        assert rule.cited.startswith("[")


@pytest.mark.parametrize("typed", ["DL-03", "dl-03", "DL3", " dl03 "])
def test_a_limit_is_named_as_people_write_it(typed: str) -> None:
    assert shipped_limits().named(typed).id == "DL-03"


def test_a_limit_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UserError, match="DL-16"):
        shipped_limits().named("DL-99")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('anchors = ["check_in"]', 'anchors = ["check_out"]', "DL-01: anchors"),
        ('anchors = ["check_in"]', "anchors = []", "DL-01: anchors"),
        ("count = 24\n", "", "DL-01: count"),
        ('unit = "hours"', 'unit = "fortnights"', "DL-01: unit"),
        ("alerts = [12, 3]", 'alerts = ["soon"]', "DL-01: alerts"),
        ('"L1", locator = "Arts. 39', '"L0", locator = "Arts. 39', "DL-01: sources"),
        ('id = "DL-02"', 'id = "DL-01"', "DL-01: id"),
        ("when_text.en", "why_text.en", "DL-02: when_text"),
        ('fact = "visa.residence', 'fact = "visa.res1dence', "DL-02: when"),
        ('unit = "days"\nbefore', 'unit = "months"\nbefore', "DL-03: before"),
        ('"post.hand_in_window"', '"limb"', "DL-16: count_facts"),
        ("penalty.en", "punishment.en", "DL-01: "),
    ],
)
def test_a_limit_that_can_t_be_meant_is_refused_by_file_item_and_key(
    before: str, after: str, says: str
) -> None:
    assert before in TEXT
    with pytest.raises(RulePackError, match=f"deadlines.toml: {says}"):
        deadline_rules.parse(TEXT.replace(before, after, 1), "deadlines.toml", shipped_sources())
