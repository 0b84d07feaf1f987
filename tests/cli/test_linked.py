"""A case that follows another, from the command line: previewed, then opened."""

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def earlier(run: Run, case: str) -> str:
    issued = ("--set", "issued_on=2026-11-02")
    assert run("case", "item", case, "K-DOC-07", "accepted", *issued).code == 0
    assert run("case", "item", case, "K-DOC-16", "received", *issued).code == 0
    return case


def test_a_preview_names_every_paper_with_its_reason_and_changes_nothing(run: Run, earlier: str) -> None:
    asked = ("case", "follow", earlier, "--as", "renewal", "--filing", "2026-12-15", "--preview")
    told = run(*asked, "--json").json
    assert {each["item"]: each["carry"] for each in told["papers"]} == {
        "K-DOC-07": "good",
        "K-DOC-16": "left",
    }
    assert told["limits"][0]["basis"] == "OFFICIAL"
    out = run(*asked).out
    assert "Good until 31 Jan 2027." in out
    assert "Which papers the authority in China asks for" in out
    assert len(run("case", "list", "--json").json) == 1


def test_the_case_is_opened_with_its_papers(run: Run, earlier: str) -> None:
    opened = run("case", "follow", earlier, "--as", "again", "--check", "K-DOC-16", "--json").json
    assert opened["follows"] == earlier
    lines = {each["id"]: each["state"] for each in run("case", "checklist", opened["number"], "--json").json}
    assert (lines["K-DOC-07"], lines["K-DOC-16"]) == ("accepted", "received")


def test_what_can_t_follow_is_refused(run: Run, earlier: str) -> None:
    for options in (("--as", "change"), ("--as", "sequel"), ("--as", "renewal", "--post", "nowhere")):
        assert run("case", "follow", earlier, *options).code == 2
