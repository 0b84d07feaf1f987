"""A year of China's working days is loaded, listed and removed on the command line."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.domain.test_workday_files import CSV, TOML


def test_a_year_is_loaded_from_toml_listed_and_removed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "2027.toml"
    file.write_text(TOML, encoding="utf-8")
    assert run("calendar", "load", str(file), "--json").json == {"year": 2027, "holidays": 18, "workdays": 1}
    listed = run("calendar", "list", "--json").json
    assert [each["year"] for each in listed["loaded"]] == [2027]
    assert listed["shipped"]["to"] == 2026
    assert "2027" in run("calendar", "list").out
    assert run("calendar", "remove", "2027").code == 0
    assert run("calendar", "remove", "2027").code == 2


def test_a_csv_needs_its_source_and_day(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "2027.csv"
    file.write_text(CSV, encoding="utf-8")
    assert run("calendar", "load", str(file)).code == 2
    found = run("calendar", "load", str(file), "--source", "Notice", "--announced", "2026-11-20")
    assert "2027: 6 days off" in found.out
    file.write_text("never,holiday", encoding="utf-8")
    answer = run("calendar", "load", str(file), "--source", "Notice", "--announced", "2026-11-20")
    assert (answer.code, "line 1" in answer.error) == (2, True)
