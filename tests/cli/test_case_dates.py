"""What is due in a case is shown, worked on and written for other calendars."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

KEYS = {"rule", "title", "due", "unit", "reason", "source", "zone", "state", "alerts", "provisional", "ask"}


@pytest.fixture
def arrived(run: Run, case: str) -> str:
    """Record an entry on a visa of 30 days; return the case's number."""
    run("case", "set", case, "visa_stay_days=30", "visa.residence_permit_due=no")
    run("case", "entry", case, "entry", "entered_on=2026-11-03", "entered_time=14:30")
    return case


def of(run: Run, case: str, rule: str) -> Any:
    return next(each for each in run("case", "deadlines", case, "--json").json if each["rule"] == rule)


def test_each_deadline_has_its_keys_and_the_client_s_own_time(run: Run, arrived: str) -> None:
    assert all(set(each) >= KEYS for each in run("case", "deadlines", arrived, "--json").json)
    found = of(run, arrived, "DL-03")
    assert (found["due"], found["state"]) == ("2026-11-26", "open")
    assert found["local"] == {"zone": "Asia/Kolkata", "ends_at": "2026-11-26T21:30:00+05:30"}
    assert [fact["value"]["en"] for fact in found["stands_on"]] == ["3 Nov 2026", "30", "3 Dec 2026"]
    shown = run("case", "deadlines", arrived).out
    assert "26 Nov 2026 24:00" in shown
    assert "authority prevail" in shown


def test_a_deadline_is_done_waived_reopened_moved_and_reminded_of(run: Run, arrived: str) -> None:
    assert "Done" in run("case", "deadline", arrived, "DL-03", "done", "--on", "2026-11-20").out
    assert of(run, arrived, "DL-03")["done_on"] == "2026-11-20"
    run("case", "deadline", arrived, "DL-03", "reopen")
    assert of(run, arrived, "DL-03")["state"] == "open"
    run("case", "deadline", arrived, "DL-03", "waive", "--reason", "Leaves on time")
    assert of(run, arrived, "DL-03")["waived"] == "Leaves on time"
    run("case", "deadline", arrived, "DL-06", "due", "--on", "2026-12-01", "--reason", "Flight")
    moved = of(run, arrived, "DL-06")
    assert (moved["due"], moved["override"]["computed"]) == ("2026-12-01", "2026-12-03")
    run("case", "deadline", arrived, "DL-06", "alerts", "--days", "5,1")
    assert len(of(run, arrived, "DL-06")["alerts"]) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("DL-03", "waive"),
        ("DL-03", "done", "--on", "2026-12-24"),
        ("DL-03", "done", "--number", "2"),
        ("DL-04", "done"),
        ("DL-99", "done"),
        ("DL-03", "due", "--on", "2026-12-24"),
    ],
)
def test_what_can_t_be_said_of_a_deadline_is_refused(run: Run, arrived: str, words: tuple[str, ...]) -> None:
    assert run("case", "deadline", arrived, *words).code == 2


def test_a_calendar_file_is_written_without_names_unless_asked_for(
    run: Run, arrived: str, tmp_path: Path
) -> None:
    file = tmp_path / "dates.ics"
    assert run("case", "deadlines", arrived, "--ics", str(file), "--json").json["deadlines"] == 2
    assert "SAMPLE" not in file.read_text(encoding="utf-8")
    run("agenda", "--ics", str(file), "--names")
    assert "SAMPLE" in file.read_text(encoding="utf-8")
    assert run("case", "deadlines", arrived, "--ics", str(tmp_path)).code == 2


def test_the_agenda_lists_what_is_due_in_all_cases(run: Run, arrived: str) -> None:
    found = run("agenda", "--json").json
    assert [(each["rule"], each["due"]) for each in found] == [
        ("DL-03", "2026-11-26"),
        ("DL-06", "2026-12-03"),
    ]
    assert arrived in run("agenda", "--mine").out
    assert run("agenda", "--category", "z", "--json").json == []
