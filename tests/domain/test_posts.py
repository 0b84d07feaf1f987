"""Post profiles hold what a post answered, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.basis import Basis, Citation
from app.domain.pack_reader import RulePackError
from app.domain.periods import Period, Unit
from app.domain.post_facts import KINDS
from app.domain.posts import Post, PostAnswer, PostKind, parse
from app.i18n import Bilingual
from tests.domain.rules import TODAY, some_post, some_sources

HEAD = """
code = "exampleville"
city.en = "Exampleville"
city.zh = "示例市"
country = "IN"
kind = "visa_centre"
"""
ANSWER = """
[[answer]]
fact = "post.hand_in_window"
value = "15 days"
basis = "POST"
sources = [{ source = "S2", locator = "notice" }]
checked_on = 2026-01-02
"""


def read(text: str) -> Post:
    return parse(text, "exampleville.toml", some_sources())


def answer(fact: str, value: object) -> PostAnswer:
    return PostAnswer(fact=fact, value=value, basis=Basis.POST, sources=(Citation("S1", "mail", TODAY),))


def test_a_post_is_named_with_its_kind_in_both_languages() -> None:
    expected = Bilingual("Exampleville, Chinese visa application centre", "示例市·中国签证申请服务中心")
    assert read(HEAD).name == expected


def test_an_answer_has_value_basis_source_and_day() -> None:
    found = read(HEAD + ANSWER).answer("post.hand_in_window")
    assert found == PostAnswer(
        fact="post.hand_in_window",
        value=Period(15, Unit.DAYS),
        basis=Basis.POST,
        sources=(Citation("S2", "notice", date(2026, 1, 2)),),
    )


def test_what_a_post_did_not_answer_is_unknown() -> None:
    assert read(HEAD).answer("post.requires_funds") is None
    assert "post.requires_funds" not in read(HEAD).facts(TODAY)


def test_a_post_tells_where_it_is_and_what_it_answered() -> None:
    assert read(HEAD + ANSWER).facts(TODAY) == {
        "post": "exampleville",
        "post.kind": "visa_centre",
        "applying_country": "IN",
        "post.hand_in_window": Period(15, Unit.DAYS),
    }


def test_the_age_of_the_last_check_counts_in_days() -> None:
    facts = some_post(checked_on=date(2026, 11, 1)).facts(TODAY)
    assert facts["post.rules_age_days"] == 22


def test_what_the_firm_recorded_stands_over_what_was_shipped() -> None:
    shipped = some_post(answers=(answer("post.requires_funds", False), answer("post.k_selectable", True)))
    recorded = shipped.with_answers([answer("post.requires_funds", True)], checked_on=TODAY)
    facts = recorded.facts(TODAY)
    assert (facts["post.requires_funds"], facts["post.k_selectable"]) == (True, True)
    assert recorded.checked_on == TODAY


def test_a_remark_is_cited_too() -> None:
    remark = ANSWER.replace("answer", "remark").replace('fact = "post.hand_in_window"', 'text.en = "Slow"')
    found = read(HEAD + remark.replace('value = "15 days"', 'text.zh = "慢"')).remarks
    assert found[0].text == Bilingual("Slow", "慢")
    assert found[0].sources[0].source == "S2"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("IN", "India"), "country"),
        (("visa_centre", "kiosk"), "kind"),
        (("code =", "cod ="), "code"),
        (("post.hand_in_window", "limb"), "answer.fact"),
        (("15 days", "soon"), "answer.value"),
        (('"15 days"', "15"), "answer.value"),
        (("15 days", "unknown"), "answer.value"),
        (("S2", "S9"), "answer.sources.source"),
        (("checked_on = 2026-01-02", ""), "answer.checked_on"),
        (('basis = "POST"', ""), "answer.basis"),
        (('basis = "POST"', 'basis = "POST"\nnow = 1'), "answer.now"),
    ],
)
def test_a_profile_that_is_wrong_is_refused_by_its_key(change: tuple[str, str], key: str) -> None:
    with pytest.raises(RulePackError) as refused:
        read((HEAD + ANSWER).replace(*change))
    assert (refused.value.file, refused.value.key) == ("exampleville.toml", key)


def test_two_answers_to_one_question_are_refused() -> None:
    with pytest.raises(RulePackError, match="answered twice"):
        read(HEAD + ANSWER + ANSWER)


def test_the_kinds_are_those_of_the_fact() -> None:
    assert set(KINDS) == {kind.value for kind in PostKind}


FOR_WORK = ANSWER.replace('value = "15 days"', 'value = "3 days"\ncategories = ["Z", "S1"]')


def test_an_answer_for_some_visas_stands_over_the_one_for_all() -> None:
    post = read(HEAD + ANSWER + FOR_WORK)
    days = {code: post.facts(TODAY, code)["post.hand_in_window"] for code in ("", "K", "Z", "S1")}
    assert days == {
        "": Period(15, Unit.DAYS),
        "K": Period(15, Unit.DAYS),
        "Z": Period(3, Unit.DAYS),
        "S1": Period(3, Unit.DAYS),
    }


def test_an_answer_for_some_visas_says_nothing_of_the_others() -> None:
    post = read(HEAD + FOR_WORK)
    assert post.answer("post.hand_in_window", "Z")
    assert post.answer("post.hand_in_window", "K") is None
    assert "post.hand_in_window" not in post.facts(TODAY)


def test_what_the_firm_recorded_for_all_visas_stands_over_what_is_shipped_for_some() -> None:
    post = read(HEAD + ANSWER + FOR_WORK).with_answers([answer("post.hand_in_window", Period(9, Unit.DAYS))])
    assert post.facts(TODAY, "Z")["post.hand_in_window"] == Period(9, Unit.DAYS)


def test_what_the_firm_recorded_for_one_visa_leaves_the_others_as_shipped() -> None:
    own = replace(answer("post.hand_in_window", Period(9, Unit.DAYS)), categories=("S1",))
    post = read(HEAD + ANSWER + FOR_WORK).with_answers([own])
    days = [post.facts(TODAY, code)["post.hand_in_window"] for code in ("K", "Z", "S1")]
    assert days == [Period(15, Unit.DAYS), Period(3, Unit.DAYS), Period(9, Unit.DAYS)]


def test_an_answer_taken_back_for_one_visa_is_unknown_for_it_alone() -> None:
    gone = replace(answer("post.hand_in_window", None), categories=("Z",))
    post = read(HEAD + ANSWER).with_answers([gone])
    assert "post.hand_in_window" not in post.facts(TODAY, "Z")
    assert "post.hand_in_window" in post.facts(TODAY, "K")


def test_facts_of_one_visa_are_turned_into_those_of_another() -> None:
    post = read(HEAD + ANSWER + FOR_WORK)
    known = {**post.facts(TODAY, "Z"), "funds": "weak"}
    assert post.turned(known, "Z", "K", TODAY) == {**post.facts(TODAY, "K"), "funds": "weak"}
    typed = {**known, "post.hand_in_window": Period(1, Unit.MONTHS)}
    assert post.turned(typed, "Z", "K", TODAY)["post.hand_in_window"] == Period(1, Unit.MONTHS)


def test_one_visa_answered_twice_and_an_unknown_visa_are_refused() -> None:
    with pytest.raises(RulePackError, match="answered twice"):
        read(HEAD + FOR_WORK + FOR_WORK)
    with pytest.raises(RulePackError) as refused:
        read(HEAD + FOR_WORK.replace('"S1"', '"Q9"'))
    assert refused.value.key == "answer.categories"
