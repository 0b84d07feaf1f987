"""Questions are data: read whole or refused, with file, question and key."""

import re

import pytest

import resources
from app.domain.pack_reader import RulePackError
from app.domain.screening_rules import Questionnaire, Result, from_text, parse
from tests.domain.rules import shipped_sources

TEXT = resources.text("rules/screening-k.toml")
HEAD = """
screening = "T-SCREENING"
category = "T"
version = "1"
title.en = "Test"
title.zh = "测试"
effective_from = 2025-10-01
review_every_days = 30
"""
QUESTION = """
[[question]]
id = "T-Q01"
groups = ["common"]
ask.en = "Asked?"
ask.zh = "问？"
say.en = "Said."
say.zh = "说。"
basis = "OFFICIAL"
sources = [{ source = "L1", locator = "Art. 1" }]
checked_on = 2026-11-23
"""
RULE = """
[[question.rule]]
result = "does_not_meet"
when = { fact = "funds", eq = "weak" }
why.en = "So."
why.zh = "故。"
change.en = "More."
change.zh = "更多。"
"""
REST = """
[[question.rule]]
result = "meets"
why.en = "Else."
why.zh = "否则。"
"""


def read(text: str = HEAD + QUESTION + RULE + REST) -> Questionnaire:
    return parse(text, "t.toml", shipped_sources())


def test_a_question_is_read_with_its_rules_and_sources() -> None:
    question = read().questions[0]
    assert [rule.result for rule in question.rules] == [Result.DOES_NOT_MEET, Result.MEETS]
    assert question.rules[0].sources == question.sources
    assert question.facts == ("funds",)
    assert question.review_every_days == 30
    assert [source.key for source in read().sources] == ["L1"]


def test_a_rule_may_rest_on_something_else_than_its_question() -> None:
    own = RULE + 'basis = "POST"\nsources = [{ source = "O10", locator = "passport" }]\n'
    rule = read(HEAD + QUESTION + own + REST).questions[0].rules[0]
    assert rule.basis == "POST"
    assert [(each.source, each.checked_on.isoformat()) for each in rule.sources] == [("O10", "2026-11-23")]


def test_the_canonical_text_reads_back_to_the_same_questions() -> None:
    whole = parse(TEXT, "screening-k.toml", shipped_sources())
    again = from_text(whole.text)
    assert again.questions == whole.questions
    assert again.sha256 == whole.sha256
    assert re.fullmatch("[0-9a-f]{64}", again.sha256)


def test_any_change_of_the_rules_changes_their_name() -> None:
    assert read().sha256 != read(HEAD + QUESTION + RULE.replace('"weak"', '"sufficient"') + REST).sha256


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cited": 3}', '{"cited": {}}'])
def test_a_broken_canonical_text_is_refused(text: str) -> None:
    with pytest.raises(RulePackError):
        from_text(text)


@pytest.mark.parametrize(
    ("old", "new", "item", "key"),
    [
        ('source = "L1"', 'source = "L99"', "T-Q01", "sources.source"),
        ('fact = "funds"', 'fact = "fund"', "T-Q01", "rule.when.fund"),
        ('eq = "weak"', 'eq = "rich"', "T-Q01", "rule.when.eq"),
        ('eq = "weak"', 'is = "weak"', "T-Q01", "rule.when.is"),
        ('result = "does_not_meet"', 'result = "no"', "T-Q01", "rule.result"),
        ('change.en = "More."\nchange.zh = "更多。"\n', "", "T-Q01", "rule.change"),
        ("checked_on = 2026-11-23\n", "", "T-Q01", "checked_on"),
        ('groups = ["common"]', 'groups = ["others"]', "T-Q01", "groups"),
        ('groups = ["common"]', "groups = []", "T-Q01", "groups"),
        ('groups = ["common"]', 'groups = ["routing"]', "T-Q01", "groups"),
        ('say.zh = "说。"', "", "T-Q01", "say.zh"),
        ('id = "T-Q01"', 'id = "T-Q01"\nhint = "x"', "T-Q01", "hint"),
        (RULE + REST, "", "T-Q01", "rule"),
        (QUESTION + RULE + REST, "", "", "question"),
        ('category = "T"\n', "", "", "category"),
        ('result = "meets"', 'result = "meets"\nitems = "K-DOC-01"', "T-Q01", "rule.items"),
        ('fact = "funds", eq = "weak"', 'fact = "post.rules_age_days", gt = 30', "T-Q01", "unsettled"),
        (
            'fact = "funds", eq = "weak"',
            'fact = "age_on_filing", lt = { fact = "funds" }',
            "T-Q01",
            "rule.when.lt",
        ),
    ],
)
def test_what_is_wrong_is_named_by_file_question_and_key(old: str, new: str, item: str, key: str) -> None:
    with pytest.raises(RulePackError) as refused:
        read((HEAD + QUESTION + RULE + REST).replace(old, new))
    assert (refused.value.file, refused.value.item, refused.value.key) == ("t.toml", item, key)


def test_two_questions_of_one_id_are_refused() -> None:
    with pytest.raises(RulePackError) as refused:
        read(HEAD + (QUESTION + RULE + REST) * 2)
    assert refused.value.item == "T-Q01"
