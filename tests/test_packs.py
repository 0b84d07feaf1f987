"""The shipped rule packs and post profiles: whole, cited, and as the evidence has them."""

import re
from datetime import date

import pytest

import resources
from app.domain import rulepack
from app.domain.basis import Basis
from app.domain.categories import CATEGORIES
from app.domain.checklist import lines
from app.domain.conditions import ALWAYS, Answer, evaluate, facts_of
from app.domain.facts import REGISTRY, Kind
from app.domain.periods import Period, Unit
from app.domain.posts import Post, PostAnswer, Remark
from app.domain.rulepack import Audience, Item, Repeat, RulePackError
from tests.domain.rules import TODAY, shipped_posts, shipped_rules, shipped_sources

# The K checklist row by row: stage, need, originals/copies, days it stays fresh, basis.
K_TABLE = """
K-INT-01 intake required 1/1 - PRACTICE
K-INT-02 intake required 1/0 - OFFICIAL
K-INT-03 intake required 1/0 - OFFICIAL
K-INT-04 intake required 1/0 - PRACTICE
K-INT-05 intake required 0/1 90 POST
K-ELG-01 eligibility required 0/1 - OFFICIAL
K-ELG-02 eligibility required 0/0 - OFFICIAL
K-ELG-03 eligibility required 0/1 - OFFICIAL
K-ELG-04 eligibility required 0/0 365 PRACTICE
K-ELG-05 eligibility required 0/1 30 PRACTICE
K-ELG-06 eligibility required 0/1 - OFFICIAL
K-DOC-01 document_collection required 1/1 - POST
K-DOC-02 document_collection required 1/0 180 POST
K-DOC-03 document_collection required 1/1 - OFFICIAL
K-DOC-04 document_collection conditional 1/1 - PRACTICE
K-DOC-05 document_collection conditional 1/1 - PRACTICE
K-DOC-06 document_collection required 1/1 90 OFFICIAL
K-DOC-07 document_collection recommended 0/1 90 PRACTICE
K-DOC-08 document_collection recommended 1/1 90 PRACTICE
K-DOC-09 document_collection conditional 1/1 30 PRACTICE
K-DOC-10 document_collection required 1/1 - POST
K-DOC-11 document_collection required 1/1 - POST
K-DOC-12 document_collection conditional 0/1 - POST
K-DOC-13 document_collection conditional 1/1 - PRACTICE
K-DOC-14 document_collection conditional 1/1 180 UNVERIFIED
K-DOC-15 document_collection conditional 1/1 180 UNVERIFIED
K-DOC-16 document_collection recommended 0/1 30 PRACTICE
K-DOC-17 document_collection not_required 0/1 90 OFFICIAL
K-FRM-01 form_filling required 0/0 60 PRACTICE
K-FRM-02 form_filling required 1/0 - POST
K-FRM-03 form_filling required 1/0 - PRACTICE
K-SUB-01 submission required 0/0 - POST
K-SUB-02 submission required 1/0 - POST
K-SUB-03 submission conditional 0/0 - POST
K-SUB-04 submission required 0/1 - POST
K-GRT-01 after_grant required 0/1 - PRACTICE
K-GRT-02 after_grant required 0/0 - OFFICIAL
K-ARR-01 after_arrival required 0/1 - OFFICIAL
K-ARR-02 after_arrival required 0/1 - OFFICIAL
K-ARR-03 after_arrival conditional 0/0 - OFFICIAL
"""
K_RULES = shipped_rules("K")
K = K_RULES.by_id
CONDITIONAL = [item for item in K.values() if item.when is not ALWAYS]
YES, NO, ASK = Answer.YES, Answer.NO, Answer.ASK
GRADUATE, STAFF = frozenset({"graduate"}), frozenset({"staff"})
ABROAD = {"planned_filing": date(2026, 12, 1), "requested_stay_days": 90, "age_on_filing": 30}

# For each condition of the K pack: facts that make the item apply, and facts that make it not apply.
WORLDS: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "K-DOC-03": ({"limb": GRADUATE}, {"limb": frozenset()}),
    "K-DOC-04": ({"limb": GRADUATE | STAFF}, {"limb": STAFF}),
    "K-DOC-05": (
        {"limb": GRADUATE, "post.requires_degree_auth": True},
        {"limb": STAFF, "work_permit_planned": False},
    ),
    "K-DOC-06": ({"limb": STAFF}, {"limb": GRADUATE}),
    "K-DOC-09": ({"post.requires_funds": True}, {"post.requires_funds": False}),
    "K-DOC-10": ({"applying_outside_nationality": True}, {"applying_outside_nationality": False}),
    "K-DOC-11": (
        {"born_in_cn": True, "prev_cn_visa": False},
        {"born_in_cn": False, "former_chinese_national": False, "parent_cn_citizen_at_birth": False},
    ),
    "K-DOC-12": ({"name_changed": True}, {"name_changed": False, "prev_cn_visa": False}),
    "K-DOC-13": (
        {"papers_in_other_languages": True},
        {"papers_in_other_languages": False, "post.requires_chinese_translation": False},
    ),
    "K-DOC-14": (
        {"post.requires_police_certificate": True},
        {"post.requires_police_certificate": False, "work_permit_planned": False},
    ),
    "K-DOC-15": (
        {"residence_permit_year_planned": True},
        {"post.requires_medical": False, "residence_permit_year_planned": False},
    ),
    "K-DOC-17": ({"has_invitation": True}, {"has_invitation": False}),
    "K-SUB-01": ({"post.online_system": True}, {"post.online_system": False}),
    "K-SUB-03": (
        {**ABROAD, "planned_filing": date(2027, 1, 4)},
        {**ABROAD, "post.fingerprint_waiver_covers_k": True, "interview_requested": False},
    ),
    "K-ARR-03": ({"job_offer_cn": True}, {"job_offer_cn": False, "visa.residence_permit_due": False}),
}


def told_by(post: Post) -> list[PostAnswer | Remark]:
    return [*post.answers, *post.remarks]


def row(item: Item) -> str:
    fresh = "-" if item.freshness_days is None else str(item.freshness_days)
    amount = f"{item.originals}/{item.copies}"
    return f"{item.id} {item.stage} {item.need} {amount} {fresh} {item.basis}"


def test_the_k_pack_has_its_forty_items_as_the_table_has_them() -> None:
    assert [row(item) for item in K_RULES.items] == K_TABLE.strip().splitlines()
    assert len(K) == 40


@pytest.mark.parametrize("item", K.values(), ids=K)
def test_every_item_speaks_both_languages(item: Item) -> None:
    said = [item.title, item.client, item.evidence, item.note, item.when_text, item.recommended_text]
    for text in (each for each in said if each):
        assert re.search("[a-z]", text.en)
        assert re.search("[\u4e00-\u9fff]", text.zh)


@pytest.mark.parametrize("item", K.values(), ids=K)
def test_every_item_is_cited_checked_and_reviewed(item: Item) -> None:
    assert item.sources
    assert all(each.locator and each.source in shipped_sources() for each in item.sources)
    assert item.checked_on == date(2026, 11, 23)
    assert item.review_every_days == 30
    assert (item.effective_from, item.effective_to) == (date(2025, 10, 1), None)


def test_items_for_the_client_say_one_sentence_and_office_items_none() -> None:
    for item in K.values():
        assert (item.client is not None) is (item.audience is Audience.CLIENT), item.id
    office = {item.id for item in K.values() if item.audience is Audience.OFFICE}
    assert office == {f"K-ELG-0{n}" for n in range(1, 6)} | {"K-FRM-02", "K-SUB-01"}


def test_the_client_s_sentences_are_free_of_jargon() -> None:
    jargon = re.compile(r"limb|STEM|CSCSE|apostille|EEAL|Art\.|basis|pre-review|consular district|K-[A-Z]{3}")
    assert [item.id for item in K.values() if item.client and jargon.search(item.client.en)] == []


def test_degree_country_and_name_items_repeat() -> None:
    repeated = {item.id: item.repeat for item in K.values() if item.repeat}
    assert repeated == {
        "K-DOC-03": Repeat.DEGREE,
        "K-DOC-04": Repeat.DEGREE,
        "K-DOC-05": Repeat.DEGREE,
        "K-DOC-12": Repeat.NAME_CHANGE,
        "K-DOC-14": Repeat.COUNTRY,
    }


def test_conditional_items_have_a_condition_and_a_sentence() -> None:
    assert {item.id for item in CONDITIONAL} == set(WORLDS)
    assert all(item.when_text for item in CONDITIONAL)
    assert {item.id for item in K.values() if item.need == "conditional"} <= set(WORLDS)


@pytest.mark.parametrize("item", CONDITIONAL, ids=lambda item: item.id)
def test_every_condition_can_apply_ask_and_not_apply(item: Item) -> None:
    applies, does_not = WORLDS[item.id]
    assert facts_of(item.when) <= REGISTRY.keys()
    assert evaluate(item.when, applies) is YES
    assert evaluate(item.when, does_not) is NO
    assert evaluate(item.when, {}) is ASK


def test_nothing_known_hides_nothing() -> None:
    found = lines(K_RULES, {}, {}, {}, planned=None, today=TODAY)
    assert len(found) == 40
    assert {line.applies for line in found} == {YES, ASK}
    assert all(line.why.en.endswith("?") for line in found if line.applies is ASK)


def test_a_diploma_is_recommended_to_staff_and_required_of_graduates() -> None:
    needs = []
    for limb in (GRADUATE, STAFF):
        found = lines(K_RULES, {"limb": limb}, {}, {}, planned=None, today=TODAY)
        needs += [(line.applies, line.need.value) for line in found if line.item.id == "K-DOC-03"]
    assert needs == [(YES, "required"), (YES, "recommended")]


def test_the_fingerprint_waiver_ends_with_the_year() -> None:
    waived = {**ABROAD, "post.fingerprint_waiver_covers_k": True, "interview_requested": False}
    when = K["K-SUB-03"].when
    assert evaluate(when, {**waived, "planned_filing": date(2026, 12, 31)}) is NO
    assert evaluate(when, {**waived, "planned_filing": date(2027, 1, 1)}) is YES
    assert evaluate(when, {**waived, "requested_stay_days": 181}) is YES
    assert evaluate(when, {**waived, "age_on_filing": 13, "requested_stay_days": 181}) is NO
    assert evaluate(when, {**waived, "interview_requested": True}) is YES


def test_an_unknown_key_in_a_shipped_item_is_refused_by_name() -> None:
    text = resources.text("rules/k.toml").replace("freshness_days = 365", "freshnes_days = 365")
    with pytest.raises(RulePackError, match=r"k\.toml: K-ELG-04: freshnes_days: unknown key"):
        rulepack.parse(text, "k.toml", shipped_sources())


@pytest.mark.parametrize("key", ["basis", "sources", "checked_on"])
def test_the_pack_without_what_it_rests_on_does_not_load(key: str) -> None:
    text = re.sub(rf"^{key} = .*\n", "", resources.text("rules/k.toml"), count=1, flags=re.MULTILINE)
    with pytest.raises(RulePackError, match=key):
        rulepack.parse(text, "k.toml", shipped_sources())


def test_every_source_is_named_and_cited_somewhere() -> None:
    texts = [file.read_text("utf-8") for file in resources.path("").rglob("*.toml")]
    cited = {key for text in texts for key in re.findall(r'source = "([A-Z0-9]+)"', text)}
    assert cited == set(shipped_sources())


def test_no_source_is_an_address() -> None:
    for folder in ("rules", "posts", "tables"):
        for file in resources.path(folder).glob("*.toml"):
            assert not re.search(r"://|www\.|\.(com|cn|org|gov)\b", file.read_text(encoding="utf-8")), file


EXPECTED_POSTS = {
    "new-delhi": "IN", "mumbai": "IN", "kolkata": "IN", "bangkok": "TH", "kuala-lumpur": "MY",
    "singapore": "SG", "jakarta": "ID", "manila": "PH", "hanoi": "VN", "colombo": "LK", "manchester": "GB",
    "london": "GB", "algiers": "DZ", "moscow": "RU", "new-york": "US", "washington": "US", "hong-kong": "HK",
}  # fmt: skip


def test_the_posts_are_there_under_their_own_codes() -> None:
    assert {code: post.country for code, post in shipped_posts().items()} == EXPECTED_POSTS
    assert all(post.code == code for code, post in shipped_posts().items())


def test_no_post_has_answered_anything_about_k() -> None:
    asked = [name for name in REGISTRY if name.startswith(("post.k_", "post.requires_"))]
    known = [post.code for post in shipped_posts().values() for name in asked if post.answer(name)]
    assert known == []
    assert all(post.checked_on is None for post in shipped_posts().values())


def test_windows_come_from_evidence_only() -> None:
    periods = {
        (post.code, answer.fact): answer.value
        for post in shipped_posts().values()
        for answer in post.answers
        if REGISTRY[answer.fact].kind is Kind.PERIOD
    }
    assert periods == {
        ("manchester", "post.form_validity"): Period(3, Unit.MONTHS),
        ("algiers", "post.hand_in_window"): Period(15, Unit.DAYS),
        ("new-york", "post.pre_review"): Period(7, Unit.DAYS),
        ("washington", "post.pre_review"): Period(7, Unit.DAYS),
    }


def test_what_only_the_press_or_agents_report_is_unverified() -> None:
    weak = {"P19", "F2", "U2", "O7"}
    for post in shipped_posts().values():
        for each in told_by(post):
            if weak & {citation.source for citation in each.sources}:
                assert each.basis is Basis.UNVERIFIED, post.code


def test_algiers_takes_some_visas_on_paper_and_the_others_online() -> None:
    algiers = shipped_posts()["algiers"]
    online = {code: algiers.facts(TODAY, code)["post.online_system"] for code in CATEGORIES}
    assert online == {"K": True, "R": True, "Z": False, "S1": False, "S2": False}
    assert {code for code in CATEGORIES if "post.interviews" in algiers.facts(TODAY, code)} == {
        "Z",
        "S1",
        "S2",
    }
