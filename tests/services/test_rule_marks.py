"""What today's tables add to a line: how its paper is authenticated, and whether its rule is stale."""

from dataclasses import replace
from datetime import date

from app.domain.checklist import Line, lines
from app.domain.repeats import Occasion
from app.domain.rulepack import Repeat
from app.i18n import Bilingual
from app.services import rule_marks
from tests.domain.rules import TODAY, shipped_rules


def line(item: str, category: str = "K", country: str = "") -> Line:
    occasions = {Repeat.DEGREE: [Occasion("1", Bilingual("one", "一"), country)]}
    found = lines(shipped_rules(category), {}, occasions, {}, planned=None, today=TODAY)
    return next(each for each in found if each.item.id == item)


def test_a_degree_is_authenticated_by_the_country_it_comes_from() -> None:
    assert rule_marks.authenticated(line("K-DOC-05", country="IN"), TODAY) == (
        "Consular legalisation (to be confirmed)",
        "领事认证（待确认）",
    )
    assert rule_marks.authenticated(line("Z-DOC-03", "Z", "CA"), TODAY) == (
        "Apostille (to be confirmed)",
        "附加证明书（海牙认证）（待确认）",
    )


def test_without_a_country_the_rule_s_own_words_stand() -> None:
    found = rule_marks.authenticated(line("K-DOC-05"), TODAY)
    assert found
    assert found.en == "By the country that issued it"


def test_a_paper_that_needs_none_says_nothing() -> None:
    assert rule_marks.authenticated(line("K-DOC-07"), TODAY) is None


def test_a_fresh_rule_has_no_mark() -> None:
    assert rule_marks.stale(line("K-SUB-03"), TODAY) is None


def test_a_rule_whose_measure_has_ended_is_marked_with_its_day() -> None:
    found = rule_marks.stale(line("K-SUB-03"), date(2027, 1, 1))
    assert found
    assert found.en == "measure ended 2026-12-31: look up again"


def test_a_rule_checked_too_long_ago_is_marked() -> None:
    found = rule_marks.stale(line("K-DOC-07"), date(2026, 12, 24))
    assert found
    assert found.en == "checked 2026-11-23: look up again"
    assert rule_marks.stale(line("K-DOC-07"), date(2026, 12, 23)) is None


def test_what_was_read_again_since_the_case_froze_its_rules_counts() -> None:
    frozen = line("K-DOC-07")
    older = replace(frozen, item=replace(frozen.item, checked_on=date(2026, 1, 1)))
    assert rule_marks.stale(older, TODAY) is None
