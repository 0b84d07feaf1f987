"""The shipped K screening, question by question: what makes each outcome, and what may never make one."""

import pytest

from app.domain.screening import Outcome, judge, screen
from app.domain.screening_rules import Group, Question, Result
from app.services.screening import questionnaire

K = questionnaire("K")
M, N = Result.MEETS, Result.DOES_NOT_MEET
C, I = Result.NEEDS_CONFIRMATION, Result.INFORMATION_MISSING  # noqa: E741  (the letters of the rule)
GRADUATE, STAFF, BOTH, NEITHER = (
    frozenset(names) for names in (["graduate"], ["staff"], ["graduate", "staff"], [])
)
CLEAN: dict[str, object] = {
    "entry_ban_running": False,
    "refusals": False,
    "overstays": False,
    "removals": False,
}
OUTSIDE: dict[str, object] = {"degree.field": "outside"}
AGES: dict[str, object] = {"post.k_age_min": 18, "post.k_age_max": 45}

# Question, facts, outcome: every outcome of every question, its borders, and what stays open.
TABLE: tuple[tuple[str, dict[str, object], Result], ...] = (
    ("Q01", {}, I),
    ("Q01", {"chinese_national": True}, N),
    ("Q01", {"chinese_national": True, "former_chinese_national": True}, N),
    ("Q01", {"chinese_national": False, "former_chinese_national": True}, C),
    ("Q01", {"chinese_national": False}, I),
    ("Q01", {"former_chinese_national": True}, I),
    ("Q01", {"chinese_national": False, "former_chinese_national": False}, M),
    ("Q02", {}, I),
    ("Q02", {"age_on_filing": 70}, C),
    ("Q02", {"age_on_filing": 30}, C),
    ("Q02", {"age_on_filing": 30, "post.k_age_max": 45}, C),
    ("Q02", {"age_on_filing": 46, "post.k_age_max": 45}, N),
    ("Q02", {"age_on_filing": 17, "post.k_age_min": 18}, N),
    ("Q02", {"age_on_filing": 17, **AGES}, N),
    ("Q02", {"age_on_filing": 18, **AGES}, M),
    ("Q02", {"age_on_filing": 45, **AGES}, M),
    ("Q02", {"age_on_filing": 46, **AGES}, N),
    ("Q02", AGES, I),
    ("Q03", {}, I),
    ("Q03", {"limb": GRADUATE}, M),
    ("Q03", {"limb": STAFF}, M),
    ("Q03", {"limb": BOTH}, M),
    ("Q03", {"limb": NEITHER}, C),
    ("Q04", {}, I),
    ("Q04", {"degree.level": "bachelor"}, M),
    ("Q04", {"degree.level": "master", "degree.in_progress": True}, M),
    ("Q04", {"degree.level": "doctorate"}, M),
    ("Q04", {"degree.level": "secondary", "degree.in_progress": True}, I),
    ("Q04", {"degree.level": "diploma"}, I),
    ("Q04", {"degree.level": "diploma", "degree.in_progress": False}, N),
    ("Q04", {"degree.level": "secondary", "degree.in_progress": False}, N),
    ("Q04", {"degree.in_progress": False}, I),
    ("Q05", {}, I),
    ("Q05", {"degree.mode": "on_site"}, M),
    ("Q05", {"degree.mode": "distance"}, C),
    ("Q05", {"degree.mode": "joint"}, C),
    ("Q06", {}, I),
    ("Q06", {"degree.field": "core"}, M),
    ("Q06", {"degree.field": "borderline"}, C),
    ("Q06", OUTSIDE, I),
    ("Q06", {**OUTSIDE, "limb": GRADUATE}, N),
    ("Q06", {**OUTSIDE, "limb": NEITHER}, N),
    ("Q06", {**OUTSIDE, "limb": STAFF}, I),
    ("Q06", {**OUTSIDE, "limb": BOTH, "affiliation.role": frozenset({"research"})}, C),
    ("Q06", {**OUTSIDE, "limb": STAFF, "affiliation.role": frozenset({"administration"})}, N),
    ("Q07", {}, I),
    ("Q07", {"limb": GRADUATE}, N),
    ("Q07", {"limb": STAFF}, I),
    ("Q07", {"limb": STAFF, "affiliation.role": frozenset({"teaching"})}, M),
    ("Q07", {"limb": STAFF, "affiliation.role": frozenset({"research", "administration"})}, M),
    ("Q07", {"affiliation.role": frozenset({"research"})}, I),
    ("Q07", {"affiliation.role": frozenset({"administration"})}, N),
    ("Q07", {"limb": STAFF, "affiliation.role": frozenset()}, N),
    ("Q08", {}, I),
    ("Q08", {"institution.recognition": "listed"}, M),
    ("Q08", {"institution.recognition": "firm_assessed"}, C),
    ("Q09", {}, I),
    ("Q09", {"institution.accredited": True}, M),
    ("Q09", {"institution.accredited": False}, N),
    ("Q10", {}, I),
    ("Q10", CLEAN, M),
    ("Q10", {"entry_ban_running": True}, N),
    ("Q10", {"refusals": True}, I),
    ("Q10", {**CLEAN, "refusals": True}, C),
    ("Q10", {**CLEAN, "overstays": True}, C),
    ("Q10", {**CLEAN, "removals": True}, C),
    ("Q10", {**CLEAN, "removals": True, "entry_ban_running": True}, N),
    ("Q11", {}, I),
    ("Q11", {"criminal_record": True}, C),
    ("Q11", {"health_flags": True}, C),
    ("Q11", {"criminal_record": False}, I),
    ("Q11", {"criminal_record": False, "health_flags": False}, M),
    ("Q12", {}, I),
    ("Q12", {"funds": "sufficient"}, M),
    ("Q12", {"funds": "weak"}, C),
    ("Q13", {}, I),
    ("Q13", {"purpose": frozenset()}, I),
    ("Q13", {"purpose": frozenset({"exchange"})}, M),
    ("Q13", {"purpose": frozenset({"start_up", "tourism"})}, M),
    ("Q13", {"purpose": frozenset({"business"})}, M),
    ("Q13", {"purpose": frozenset({"tourism"})}, C),
    ("Q13", {"purpose": frozenset({"study"})}, C),
    ("Q13", {"purpose": frozenset({"family"})}, C),
    ("Q13", {"purpose": frozenset({"work"})}, C),
    ("Q14", {}, I),
    ("Q14", {"paid_work_planned": True}, C),
    ("Q14", {"job_offer_cn": True}, C),
    ("Q14", {"paid_work_planned": False}, I),
    ("Q14", {"paid_work_planned": False, "job_offer_cn": False}, M),
    ("Q15", {}, I),
    ("Q15", {"applying_outside_nationality": False}, M),
    ("Q15", {"applying_outside_nationality": True}, I),
    ("Q15", {"applying_outside_nationality": True, "legal_stay_there": True}, M),
    ("Q15", {"applying_outside_nationality": True, "legal_stay_there": False}, N),
    ("Q15", {"legal_stay_there": False}, I),
    ("Q16", {}, I),
    ("Q16", {"passport.months_left": 6}, M),
    ("Q16", {"passport.months_left": 5}, I),
    ("Q17", {}, I),
    ("Q17", {"has_dependants": True}, C),
    ("Q17", {"has_dependants": False}, M),
    ("Q18", {}, I),
    ("Q18", {"degree.countries": frozenset({"IN", "SG"})}, M),
    ("Q18", {"degree.countries": frozenset({"SG"})}, M),
    ("Q19", {}, I),
    ("Q19", {"postdoctoral": True, "age_on_filing": 39}, M),
    ("Q19", {"postdoctoral": True, "age_on_filing": 40}, C),
    ("Q19", {"postdoctoral": False}, M),
    ("Q20", {}, C),
    ("Q20", {"post.rules_age_days": 30}, M),
    ("Q20", {"post.rules_age_days": 31}, C),
)  # fmt: skip

# Facts under which everything that can be met is met, at a post that has published everything.
BEST: dict[str, object] = {
    "chinese_national": False, "former_chinese_national": False,
    "age_on_filing": 30, **AGES, "limb": GRADUATE,
    "degree.level": "master", "degree.mode": "on_site", "degree.field": "core",
    "institution.recognition": "listed", "institution.accredited": True,
    **CLEAN, "criminal_record": False, "health_flags": False, "funds": "sufficient",
    "applying_outside_nationality": False, "passport.months_left": 40, "post.rules_age_days": 3,
}  # fmt: skip


def result(**changed: object) -> Outcome:
    """Screen the best facts with some of them changed; ``_`` in names stands for a dot, None takes away."""
    names = {name.replace(".", "_"): name for name in BEST} | {"affiliation_role": "affiliation.role"}
    facts = {**BEST, **{names.get(name, name): value for name, value in changed.items()}}
    return screen(K, {name: value for name, value in facts.items() if value is not None})


@pytest.mark.parametrize(("question", "facts", "expected"), TABLE)
def test_each_question_comes_to_what_the_table_says(
    question: str, facts: dict[str, object], expected: Result
) -> None:
    asked = next(each for each in K.questions if each.id == f"K-{question}")
    reason = judge(asked, facts)
    assert reason.result is expected
    assert (reason.change is not None) or expected is M


def test_the_table_reaches_every_rule_of_every_question() -> None:
    reached = {(question, judge(_asked(question), facts).why) for question, facts, _expected in TABLE}
    rules = {
        (each.id[2:], rule.why)
        for each in K.questions
        for rule in (*each.rules, *([each.unsettled] if each.unsettled else []))
    }
    assert rules <= reached


def _asked(question: str) -> Question:
    return next(each for each in K.questions if each.id == f"K-{question}")


def test_there_are_twenty_questions_in_their_groups() -> None:
    assert [each.id for each in K.questions] == [f"K-Q{number:02d}" for number in range(1, 21)]
    of = {group: {q.id[-2:] for q in K.questions if group in q.groups} for group in Group}
    assert of[Group.GRADUATE] == {"04", "05", "06", "08", "09"}
    assert of[Group.STAFF] == {"06", "07", "08"}
    assert of[Group.COMMON] == {"01", "02", "10", "11", "12", "15", "16", "20"}
    assert of[Group.ROUTING] == {"03", "13", "14", "17", "18", "19"}


def test_only_some_questions_can_say_that_something_is_not_met() -> None:
    says = {q.id[-2:] for q in K.questions if any(rule.result is N for rule in q.rules)}
    assert says == {"01", "02", "04", "06", "07", "09", "10", "15"}


def test_with_everything_met_and_published_the_result_meets() -> None:
    assert result().result is M


def test_the_honest_best_result_of_today_is_confirmation_by_the_consulate() -> None:
    """As things are: no age, no list of institutions, and the post not checked."""
    today = result(
        post_k_age_min=None,
        post_k_age_max=None,
        institution_recognition="firm_assessed",
        post_rules_age_days=None,
    )
    assert today.result is C


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"degree_level": "diploma", "degree.in_progress": False}, N),
        ({"degree_level": "diploma", "degree.in_progress": False, "limb": BOTH}, I),
        ({"degree_level": "diploma", "degree.in_progress": False, "limb": BOTH,
          "affiliation_role": frozenset({"research"})}, M),
        ({"degree_level": "diploma", "degree.in_progress": False, "limb": BOTH,
          "affiliation_role": frozenset({"administration"})}, N),
        ({"degree_field": "outside"}, N),
        ({"degree_field": "outside", "limb": BOTH, "affiliation_role": frozenset({"teaching"})}, C),
        ({"institution_accredited": False}, N),
        ({"institution_accredited": False, "limb": BOTH, "affiliation_role": frozenset({"teaching"})}, M),
        ({"chinese_national": True}, N),
        ({"entry_ban_running": True}, N),
        ({"applying_outside_nationality": True, "legal_stay_there": False}, N),
        ({"age_on_filing": 60}, N),
        ({"age_on_filing": 60, "post_k_age_min": None, "post_k_age_max": None}, C),
        ({"post_rules_age_days": 31}, C),
        ({"job_offer_cn": True, "has_dependants": True, "purpose": frozenset({"tourism"})}, M),
        ({"passport_months_left": 2}, I),
        ({"funds": None}, I),
        ({"funds": None, "chinese_national": True}, N),
    ],
)  # fmt: skip
def test_the_whole_result_follows(changed: dict[str, object], expected: Result) -> None:
    assert result(**changed).result is expected


@pytest.mark.parametrize("limb", [GRADUATE, STAFF, BOTH, NEITHER])
def test_a_failed_limb_does_not_decide_while_the_other_one_stands(limb: frozenset[str]) -> None:
    found = result(limb=limb, affiliation_role=frozenset({"research"}))
    assert found.result is M
    assert found.graduate is M


def test_every_sentence_is_there_in_both_languages_and_promises_nothing() -> None:
    for question in K.questions:
        rules = (*question.rules, *([question.unsettled] if question.unsettled else []))
        for text in (question.ask, question.say, *(rule.why for rule in rules)):
            assert text.en != text.zh
            assert text.en
            assert text.zh
