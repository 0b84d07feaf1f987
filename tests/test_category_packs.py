"""The packs of R, Z, S1 and S2, and what they share with K: whole, cited, each item reached."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.checklist import lines
from app.domain.conditions import ALWAYS, Answer, evaluate, facts_of
from app.domain.facts import REGISTRY, Fact, Kind, fits
from app.domain.periods import Period, Unit
from app.domain.rulepack import Audience, Item
from app.domain.ruleset import RuleSet
from app.services import packs, tables
from tests.domain.rules import TODAY, shipped_rules, shipped_sources

# The checklists of the evidence, row by row: stage, need, days it stays fresh, basis.
ROWS = {
    "R": """
R-ELG-01 eligibility required - OFFICIAL
R-ELG-02 eligibility required - OFFICIAL
R-INT-01 intake required - OFFICIAL
R-DOC-01 document_collection required - OFFICIAL
R-DOC-02 document_collection required - OFFICIAL
R-DOC-03 document_collection required - OFFICIAL
R-DOC-04 document_collection required 180 OFFICIAL
R-DOC-05 document_collection required - OFFICIAL
R-SUB-01 submission required - OFFICIAL
R-FRM-01 form_filling required - OFFICIAL
R-SUB-02 submission required - OFFICIAL
R-FAM-01 document_collection conditional - OFFICIAL
R-GRT-01 after_grant required - OFFICIAL
R-ARR-01 after_arrival required - OFFICIAL
R-ARR-02 after_arrival conditional - UNVERIFIED
""",
    "Z": """
Z-INT-01 intake required - OFFICIAL
Z-ELG-01 eligibility required - OFFICIAL
Z-DOC-01 document_collection required - OFFICIAL
Z-DOC-02 document_collection required 365 OFFICIAL
Z-DOC-03 document_collection required - OFFICIAL
Z-DOC-04 document_collection conditional - UNVERIFIED
Z-DOC-05 document_collection required 180 OFFICIAL
Z-DOC-06 document_collection required 180 OFFICIAL
Z-DOC-07 document_collection required - OFFICIAL
Z-DOC-08 document_collection required - OFFICIAL
C-DOC-02 document_collection required 180 POST
Z-DOC-09 document_collection required - OFFICIAL
Z-SUB-01 submission required - OFFICIAL
Z-FRM-01 form_filling required - POST
Z-SUB-02 submission required - OFFICIAL
Z-GRT-01 after_grant required - OFFICIAL
Z-ARR-01 after_arrival required - OFFICIAL
Z-ARR-02 after_arrival required - UNVERIFIED
Z-ARR-03 after_arrival required - OFFICIAL
Z-ARR-04 after_arrival required - OFFICIAL
Z-ARR-05 after_arrival conditional - OFFICIAL
""",
    "S1": """
S-ELG-01 eligibility required - OFFICIAL
S-ELG-02 eligibility required - OFFICIAL
S-ELG-03 eligibility required - OFFICIAL
S-DOC-01 document_collection required - POST
S-DOC-02 document_collection required 180 POST
S-DOC-03 document_collection required 90 OFFICIAL
S-DOC-04 document_collection required - POST
S-DOC-05 document_collection required - OFFICIAL
S-DOC-06 document_collection conditional - OFFICIAL
S-DOC-07 document_collection required - POST
S-DOC-08 document_collection required - POST
S-FRM-01 form_filling required - OFFICIAL
S-SUB-01 submission conditional - OFFICIAL
S-ARR-01 after_arrival required - OFFICIAL
S-ARR-02 after_arrival required - OFFICIAL
S-ARR-03 after_arrival conditional 180 OFFICIAL
S-ARR-04 after_arrival required - OFFICIAL
""",
}
ROWS["S2"] = "".join(
    line + "\n" for line in ROWS["S1"].splitlines() if not line.startswith(("S-ARR-02", "S-ARR-03"))
)
CATEGORIES = ("K", "R", "Z", "S1", "S2")
CASES = [(category, item) for category in CATEGORIES[1:] for item in shipped_rules(category).items]
NAMES = [f"{category} {item.id}" for category, item in CASES]
FILED = date(2026, 12, 1)
CHILD = {"age_on_filing": 8, "interview_requested": False}
GROWN = {"age_on_filing": 30, "interview_requested": False}

# For each item with a condition: facts with which it applies, and facts with which it does not.
WORLDS: Mapping[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
    "applies outside": ({"applying_outside_nationality": True}, {"applying_outside_nationality": False}),
    "formerly Chinese": (
        {"former_chinese_national": True},
        {"born_in_cn": False, "former_chinese_national": False, "parent_cn_citizen_at_birth": False},
    ),
    "C-DOC-12": ({"prev_cn_visa": True}, {"name_changed": False, "prev_cn_visa": False}),
    "C-DOC-13": (
        {"papers_in_other_languages": True},
        {"papers_in_other_languages": False, "post.requires_chinese_translation": False},
    ),
    "C-SUB-01": ({"post.online_system": True}, {"post.online_system": False}),
    "waiver": (
        {**GROWN, "planned_filing": date(2027, 1, 4), "requested_stay_days": 90},
        {**GROWN, "planned_filing": FILED, "requested_stay_days": 90},
    ),
    "R-FAM-01": ({"has_dependants": True}, {"has_dependants": False}),
    "R-ARR-02": ({"work_over_90_days": True}, {"work_over_90_days": False}),
    "Z-DOC-02": (
        {"work_permit.rests_on": frozenset({"points"})},
        {"work_permit.rests_on": frozenset({"degree"})},
    ),
    "Z-DOC-03": (
        {"work_permit.rests_on": frozenset({"degree"})},
        {"work_permit.rests_on": frozenset({"salary"})},
    ),
    "Z-DOC-04": ({"regulated_profession": True}, {"regulated_profession": False}),
    "Z-ARR-05": ({"job_ended": True}, {"job_ended": False}),
    "S-ELG-04": ({"host.status": "k_visa"}, {"host.status": "work_permit"}),
    "S1 S-ELG-05": ({"host.relation": "sibling"}, {"host.relation": "spouse", "stay_over_180_days": True}),
    "S2 S-ELG-05": ({"stay_over_180_days": True}, {"host.relation": "sibling", "stay_over_180_days": False}),
    "S-DOC-06": (CHILD, GROWN),
    "S1 S-SUB-01": (GROWN, CHILD),
    "S-ARR-03": (
        {**GROWN, "residence_permit_year_planned": True},
        {**GROWN, "residence_permit_year_planned": False},
    ),
}
SAME_AS = {
    "C-DOC-10": "applies outside", "S-DOC-07": "applies outside",
    "C-DOC-11": "formerly Chinese", "S-DOC-08": "formerly Chinese",
    "C-SUB-03": "waiver", "S2 S-SUB-01": "waiver",
}  # fmt: skip
YES, NO, ASK = Answer.YES, Answer.NO, Answer.ASK


def world(category: str, item: Item) -> str:
    """Return the key in ``WORLDS`` of an item, "" where it has none."""
    for name in (f"{category} {item.id}", item.id):
        if SAME_AS.get(name, name) in WORLDS:
            return SAME_AS.get(name, name)
    return ""


@pytest.mark.parametrize("category", ROWS)
def test_a_pack_has_every_item_as_the_evidence_has_it(category: str) -> None:
    found = shipped_rules(category).by_id
    for line in ROWS[category].split("\n"):
        if line:
            item = found[line.split()[0]]
            fresh = "-" if item.freshness_days is None else str(item.freshness_days)
            assert f"{item.id} {item.stage} {item.need} {fresh} {item.basis}" == line


@pytest.mark.parametrize(("category", "item"), CASES, ids=NAMES)
def test_every_item_applies_asks_and_does_not_apply_or_is_for_every_case(category: str, item: Item) -> None:
    key = world(category, item)
    if item.when is ALWAYS:
        assert not key, "an item for every case has no condition to reach"
        return
    applies, does_not = WORLDS[key]
    assert facts_of(item.when) <= REGISTRY.keys()
    assert all(fits(REGISTRY[name], value) for name, value in (*applies.items(), *does_not.items()))
    assert [evaluate(item.when, facts) for facts in (applies, does_not, {})] == [YES, NO, ASK]


@pytest.mark.parametrize(("category", "item"), CASES, ids=NAMES)
def test_every_item_speaks_both_languages_and_is_cited(category: str, item: Item) -> None:
    said = [item.title, item.client, item.evidence, item.note, item.when_text]
    for text in (each for each in said if each):
        assert re.search("[a-z]", text.en)
        assert re.search("[\u4e00-\u9fff]", text.zh)
    assert all(each.locator and each.source in shipped_sources() for each in item.sources)
    assert (item.checked_on, item.review_every_days) == (date(2026, 11, 23), 30)
    assert (item.client is not None) is (item.audience is Audience.CLIENT)


def test_the_client_s_sentences_are_free_of_jargon() -> None:
    jargon = re.compile(r"limb|STEM|CSCSE|apostille|EEAL|Art\.|basis|pre-review|consular|[A-Z]-[A-Z]{3}")
    assert [item.id for _category, item in CASES if item.client and jargon.search(item.client.en)] == []


def test_no_number_stands_twice_in_one_stage() -> None:
    for category in CATEGORIES:
        places = [(item.stage, item.seq) for item in shipped_rules(category).items]
        assert len(set(places)) == len(places), category


def test_shared_items_say_the_same_in_every_category() -> None:
    shared = [shipped_rules(category).by_id for category in ("R", "Z", "S1", "S2")]
    for name in ("C-INT-01", "C-INT-02", "C-INT-03", "C-FRM-03", "C-GRT-02"):
        k_item = shipped_rules("K").by_id[name.replace("C-", "K-")]
        assert {rules[name].client for rules in shared} == {k_item.client}


def test_measures_name_items_that_there_are() -> None:
    known = {name for category in CATEGORIES for name in shipped_rules(category).by_id}
    assert {name for measure in tables.all_measures() for name in measure.items} <= known


def values(fact: Fact) -> st.SearchStrategy[object]:
    """Return some values a fact can have, those at the limits of the packs among them."""
    made: Mapping[Kind, st.SearchStrategy[object]] = {
        Kind.YES_NO: st.booleans(),
        Kind.CHOICE: st.sampled_from(sorted(fact.choices) or ["-"]),
        Kind.CHOICES: st.frozensets(st.sampled_from(sorted(fact.choices) or ["-"])),
        Kind.COUNTRY: st.sampled_from(["IN", "CN", "US"]),
        Kind.COUNTRIES: st.frozensets(st.sampled_from(["IN", "CN", "US"])),
        Kind.NUMBER: st.sampled_from([0, 13, 14, 17, 18, 70, 71, 90, 180, 181]),
        Kind.DATE: st.dates(date(2025, 12, 1), date(2027, 2, 1)),
        Kind.PERIOD: st.just(Period(15, Unit.DAYS)),
        Kind.TEXT: st.just("text"),
    }
    return made[fact.kind]


ALL_FACTS = st.fixed_dictionaries({name: values(fact) for name, fact in REGISTRY.items()})


def shown(rules: RuleSet, facts: Mapping[str, object]) -> dict[str, Answer]:
    return {line.item.id: line.applies for line in lines(rules, facts, {}, {}, planned=None, today=TODAY)}


@pytest.mark.parametrize("category", CATEGORIES)
@settings(max_examples=60, deadline=None)
@given(whole=ALL_FACTS, unknown=st.sets(st.sampled_from(sorted(REGISTRY))))
def test_an_unknown_fact_never_hides_an_item(
    category: str, whole: dict[str, object], unknown: set[str]
) -> None:
    rules = shipped_rules(category)
    known = {name: value for name, value in whole.items() if name not in unknown}
    in_part, in_full = shown(rules, known), shown(rules, whole)
    assert ASK not in in_full.values()
    for name, answer in in_part.items():
        assert answer in (ASK, in_full[name])


@pytest.mark.parametrize("category", CATEGORIES)
def test_with_nothing_known_every_item_is_shown(category: str) -> None:
    assert NO not in shown(shipped_rules(category), {}).values()


def test_every_category_composes_at_every_post() -> None:
    for category in packs.categories():
        for code in packs.all_posts():
            assert packs.rule_set(category, code, TODAY).items
