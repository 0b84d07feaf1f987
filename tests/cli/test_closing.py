"""A case is closed from the command line with outcome, originals and days, and opened again."""

import pytest

from tests.cli.conftest import TODAY, Run


@pytest.fixture
def over(run: Run, case: str) -> str:
    assert run("case", "move", case, "withdrawn").code == 0
    assert run("case", "item", case, "K-DOC-06", "received", "--set", "original_at=office").code == 0
    return case


def test_a_preview_says_what_closing_asks_for(run: Run, over: str) -> None:
    told = run("case", "close", over, "--preview", "--json").json
    assert (told["number"], told["outcome"]) == (over, "not_filed")
    assert [each["item"] for each in told["originals"]] == ["K-DOC-06"]
    assert told["custom"]["basis"] == "PRACTICE"
    assert told["keep_until"] == "2032-11-23"
    assert "In our office" in run("case", "close", over, "--preview").out


def test_a_case_closes_once_everything_is_said(run: Run, over: str) -> None:
    assert "Closing asks" in run("case", "move", over, "closed").error
    assert "Say what came of the case" in run("case", "close", over).error
    refused = run("case", "close", over, "--outcome", "not_filed")
    assert (refused.code, "still held" in refused.error) == (2, True)
    done = run("case", "close", over, "--outcome", "not_filed", "--returned", "--json")
    assert done.json == {"number": over, "stage": "closed", "keep_until": "2032-11-23"}
    shown = run("case", "show", over, "--json").json
    assert (shown["stage"], shown["decision"]) == ("closed", "not_filed")


def test_an_unknown_day_stays_unknown_and_a_refusal_needs_no_reason(run: Run, over: str) -> None:
    options = ("--outcome", "refused", "--on", TODAY, "--kept-because", "lost by the courier")
    done = run("case", "close", over, *options, "--keep-until", "unknown")
    assert "Until when the file is kept is not known." in done.out


def test_a_wrong_day_or_outcome_is_refused(run: Run, over: str) -> None:
    assert run("case", "close", over, "--outcome", "lost").code == 2
    assert run("case", "close", over, "--outcome", "not_filed", "--keep-until", "soon").code == 2


def test_a_closed_case_is_opened_again_with_a_reason(run: Run, over: str) -> None:
    assert run("case", "reopen", over, "--reason", "too early").code == 2
    run("case", "close", over, "--outcome", "not_filed", "--returned")
    assert "asks for a reason" in run("case", "move", over, "enquiry").error
    assert run("case", "reopen", over, "--reason", "客户回来了", "--json").json["stage"] == "enquiry"
