"""The benchmarks still run; what they measure is nobody's business here."""

from datetime import date
from pathlib import Path

import pytest

from app.domain import checklist, names
from app.services import packs
from tests.bench import judging, judging_by_hand, population, report, run
from tests.bench.measure import TINY, Figure

A_FIGURE = Figure("some work", "its floor", 1.234, 2.0, "3 ms")


@pytest.mark.parametrize("name", run.BENCHMARKS)
def test_a_benchmark_runs(name: str, qapp: object) -> None:
    found = run.figures([name], TINY)
    assert found
    assert all(figure.ratio > 0 for figure in found if "MB" not in figure.work)


def test_the_rules_written_by_hand_say_what_the_packs_say() -> None:
    rules = packs.rule_set("K", "new-delhi", date(2026, 11, 23))
    for facts in map(judging.facts_of, range(400)):
        assert judging_by_hand.judge(facts) == checklist.judge(rules, facts)


def test_the_population_is_the_same_each_time() -> None:
    assert list(population.persons(20)) == list(population.persons(20))


def test_the_population_writes_in_many_scripts() -> None:
    written = {names.script(name) for one in population.persons(100) for name in one.names}
    assert written >= {"Latin", "Devanagari", "Tamil", "Thai", "Cyrillic", "Arabic", "Hangul", "Han"}


def test_the_table_says_what_is_reached() -> None:
    assert report.table([A_FIGURE]).splitlines()[-1] == "| some work | its floor | 1.23 | ≤ 2 | yes | 3 ms |"


def test_figures_are_kept_in_place_of_the_ones_before(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("Before\n<!-- figures -->\nold\n<!-- end -->\nAfter\n", encoding="utf-8")
    report.write([A_FIGURE], date(2026, 11, 23), readme)
    kept = readme.read_text(encoding="utf-8")
    assert "old" not in kept
    assert "some work" in kept
    assert kept.startswith("Before\n")
    assert kept.endswith("After\n")
