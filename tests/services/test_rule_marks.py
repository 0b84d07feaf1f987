"""What today's tables add to a line: how its paper is authenticated, and whether its rule is stale."""

from dataclasses import replace
from datetime import date

from app.domain.checklist import Line, lines
from app.domain.repeats import Occasion
from app.domain.rulepack import Repeat
from app.i18n import Bilingual
from app.services import tables
from app.services.rule_marks import Marks
from tests.domain.rules import TODAY, shipped_rules


def marks(on: date) -> Marks:
    return Marks(on, tables.routes(), tables.all_measures())


MARKS = marks(TODAY)


def line(item: str, category: str = "K", country: str = "") -> Line:
    occasions = {Repeat.DEGREE: [Occasion("1", Bilingual("one", "一"), country)]}
    found = lines(shipped_rules(category), {}, occasions, {}, planned=None, today=TODAY)
    return next(each for each in found if each.item.id == item)


def test_a_degree_is_authenticated_by_the_country_it_comes_from() -> None:
    assert MARKS.authenticated(line("K-DOC-05", country="IN")) == (
        "Consular legalisation (to be confirmed)",
        "领事认证（待确认）",
    )
    assert MARKS.authenticated(line("Z-DOC-03", "Z", "CA")) == (
        "Apostille (to be confirmed)",
        "附加证明书（海牙认证）（待确认）",
    )


def test_without_a_country_the_rule_s_own_words_stand() -> None:
    found = MARKS.authenticated(line("K-DOC-05"))
    assert found
    assert found.en == "By the country that issued it"


def test_a_paper_that_needs_none_says_nothing() -> None:
    assert MARKS.authenticated(line("K-DOC-07")) is None


def test_a_fresh_rule_has_no_mark() -> None:
    assert MARKS.stale(line("K-SUB-03")) is None


def test_a_rule_whose_measure_has_ended_is_marked_with_its_day() -> None:
    found = marks(date(2027, 1, 1)).stale(line("K-SUB-03"))
    assert found
    assert found.en == "measure ended 2026-12-31: look up again"


def test_a_rule_checked_too_long_ago_is_marked() -> None:
    found = marks(date(2026, 12, 24)).stale(line("K-DOC-07"))
    assert found
    assert found.en == "checked 2026-11-23: look up again"
    assert marks(date(2026, 12, 23)).stale(line("K-DOC-07")) is None


def test_what_was_read_again_since_the_case_froze_its_rules_counts() -> None:
    frozen = line("K-DOC-07")
    older = replace(frozen, item=replace(frozen.item, checked_on=date(2026, 1, 1)))
    assert MARKS.stale(older) is None
