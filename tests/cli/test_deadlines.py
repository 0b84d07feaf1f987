"""Dates are counted without a casebook, as scripts expect them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.domain.test_workday_files import TOML


def test_a_limit_is_counted_with_its_unit_reason_and_source(bare: Run) -> None:
    found = bare("deadlines", "DL-03", "--anchor", "2026-03-10", "--days", "30", "--json").json
    assert set(found) >= {"due", "unit", "reason", "source"}
    assert (found["due"], found["unit"]) == ("2026-04-02", "days")
    assert found["ends_at"] == "2026-04-03T00:00:00+08:00"
    assert found["source"] == "[L1] Art. 29; [L2] Arts. 14, 36"
    assert set(found["reason"]) == {"en", "zh-CN"}


def test_a_limit_in_hours_is_a_moment_shown_in_the_client_s_zone_too(bare: Run) -> None:
    words = ("deadlines", "DL-01", "--anchor", "2026-03-07T23:30-05:00", "--zone", "New York")
    found = bare(*words, "--json").json
    assert found["due"] == "2026-03-09T12:30:00+08:00"
    assert found["local"] == {"zone": "America/New_York", "ends_at": "2026-03-09T00:30:00-04:00"}
    assert "9 Mar 2026 12:30" in bare(*words).out


def test_what_the_post_gives_is_asked_for_or_given(bare: Run) -> None:
    unknown = bare("deadlines", "DL-16", "--anchor", "2026-08-31", "--json").json
    assert unknown["due"] is None
    assert unknown["ask"]["en"]
    known = bare("deadlines", "DL-16", "--anchor", "2026-08-31", "--period", "6 months", "--json").json
    assert known["due"] == "2027-02-28"


def test_without_a_rule_all_are_listed(bare: Run) -> None:
    found = bare("deadlines", "--json").json
    assert {f"DL-{number:02d}" for number in range(1, 17)} <= {each["rule"] for each in found}
    assert "DL-16" in bare("deadlines").out


@pytest.mark.parametrize(
    "words",
    [
        ("DL-99", "--anchor", "2026-03-10"),
        ("DL-03",),
        ("DL-03", "--anchor", "soon"),
        ("DL-01", "--anchor", "2026-03-10", "--days", "30"),
        ("DL-03", "--anchor", "2026-03-10", "--zone", "Mars"),
        ("DL-16", "--anchor", "2026-03-10", "--period", "soon"),
        ("DL-08", "--anchor", "2026-03-10"),
    ],
)
def test_what_can_t_be_counted_is_refused_in_one_line(bare: Run, words: tuple[str, ...]) -> None:
    answer = bare("deadlines", *words)
    assert answer.code == 2
    assert answer.error


def test_working_days_are_counted_to_a_day_or_a_number(bare: Run) -> None:
    found = bare("workdays", "2026-02-13", "2", "--json").json
    assert found == {"date": "2026-02-24", "days": 2, "provisional": False}
    found = bare("workdays", "2026-12-30", "--until", "2027-01-08", "--json").json
    assert found == {"date": "2027-01-08", "days": 6, "provisional": True}
    assert "provisional" in bare("workdays", "2026-12-30", "5").out
    assert bare("workdays", "2026-12-30").code == 2
    assert bare("workdays", "2026-12-30", "0").code == 2


def test_a_casebook_s_own_years_count_where_it_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "2027.toml"
    file.write_text(TOML, encoding="utf-8")
    run("calendar", "load", str(file))
    assert run("workdays", "2026-12-30", "5", "--json").json["provisional"] is False
