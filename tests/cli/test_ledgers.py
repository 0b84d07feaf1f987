"""Entries and what else happened in China are recorded, listed, changed and removed by number."""

import pytest

from tests.cli.conftest import Run


def test_an_entry_is_recorded_changed_and_removed(run: Run, case: str) -> None:
    made = run("case", "entry", case, "entry", "entered_on=2026-11-03", "entered_time=9.05", "--json").json
    assert (made["kind"], made["entered_on"], made["entered_time"]) == ("entry", "2026-11-03", "09:05")
    run("case", "entry", case, "entry:1", "port=Sampleport")
    assert run("case", "entries", case, "--json").json["entries"][0]["port"] == "Sampleport"
    assert "Sampleport" in run("case", "entries", case).out
    run("case", "entry", case, "entry:1", "--remove")
    assert run("case", "entries", case, "--json").json["entries"] == []


@pytest.mark.parametrize(
    "words",
    [
        ("entry",),
        ("entry", "entered_on=soon"),
        ("entry", "entered=2026-11-03"),
        ("entry", "entered_on=2027-01-01"),
        ("address", "checked_in_on=2026-11-03"),
        ("entry:3", "port=X"),
        ("exit", "left_on=2026-11-03"),
        ("entry:x", "port=X"),
        ("entry", "--remove"),
    ],
)
def test_what_can_t_be_recorded_is_refused(run: Run, case: str, words: tuple[str, ...]) -> None:
    answer = run("case", "entry", case, *words)
    assert answer.code == 2
    assert run("case", "entries", case, "--json").json["entries"] == []
