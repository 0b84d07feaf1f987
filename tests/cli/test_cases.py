"""Cases are opened, listed, shown and moved."""

import pytest

from tests.cli.conftest import Run


def test_the_list_is_an_array_of_six_keys(run: Run, case: str) -> None:
    line = run("case", "list", "--json").json[0]
    assert list(line) == ["number", "client", "category", "post", "stage", "progress"]
    assert line["number"] == case == "KB-2026-0001"
    assert (line["client"], line["category"], line["post"], line["stage"]) == (
        "SAMPLE, Ananya",
        "K",
        "new-delhi",
        "enquiry",
    )
    assert line["progress"]["checked"] == 0
    assert line["progress"]["counted"] > 30


def test_only_the_cases_of_a_stage_are_listed(run: Run, case: str) -> None:
    assert len(run("case", "list", "--stage", "enquiry", "--json").json) == 1
    assert run("case", "list", "--stage", "on-hold", "--json").json == []


def test_a_case_is_shown_with_its_fields_and_where_it_may_go(run: Run, case: str) -> None:
    run("case", "set", case, "planned_filing=+3w")
    shown = run("case", "show", case, "--json").json
    assert shown["planned_filing"] == "2026-12-14"
    assert shown["owner"] == "Ana Sample"
    assert shown["next_stages"] == ["screened", "on_hold", "withdrawn"]
    assert "2026-12-14" in run("case", "show", case).out


def test_a_case_moves_where_its_stage_allows(run: Run, case: str) -> None:
    assert run("case", "move", case, "screened", "--json").json == {"number": case, "stage": "screened"}
    refused = run("case", "move", case, "decided")
    assert refused.code == 2
    assert "Possible now" in refused.error


@pytest.mark.parametrize(
    "words",
    [
        ("case", "show", "KB-2026-0099"),
        ("case", "show", "seven"),
        ("case", "move", "KB-2026-0001", "somewhere"),
        ("case", "open", "Z0000001", "--category", "Q", "--post", "new-delhi"),
        ("case", "open", "Z0000001", "--category", "K", "--post", "nowhere"),
        ("case", "open", "Nobody", "--category", "K", "--post", "new-delhi"),
        ("case", "open", "Z0000001", "--category", "K", "--post", "new-delhi", "--owner", "ben"),
        ("case", "open", "Z0000001"),
    ],
)
def test_what_is_not_there_is_the_users_error(run: Run, case: str, words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert answer.code == 2
    assert answer.error


def test_cases_are_asked_for_as_in_the_window(run: Run, case: str) -> None:
    run("case", "set", case, "planned_filing=+3w")
    asked = ("case", "list", "--json", "--query")
    assert [line["number"] for line in run(*asked, "stage:enquiry filing:<30d owner:me Sample").json] == [
        case
    ]
    assert run("case", "list", "--json", "--query=-stage:enquiry").json == []


def test_what_a_query_does_not_mean_is_said_beside_the_answer(run: Run, case: str) -> None:
    answer = run("case", "list", "--json", "--query", "stage:enqiry")
    assert answer.json == []
    assert "Did you mean enquiry?" in answer.error
