"""Cases handed over, their people, and absences from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

NEW = "four other words here"


@pytest.fixture
def with_ben(run: Run, case: str, tmp_path: Path) -> Run:
    """Return ``run`` for a casebook with a case of Ana's and a colleague, Ben."""
    file = tmp_path / "new.txt"
    file.write_text(f"{NEW}\n", encoding="utf-8")
    assert run("user", "add", "ben", "--name", "Ben Example", "--new-passphrase-file", str(file)).code == 0
    return run


def test_a_preview_says_what_cases_stand_at_and_changes_nothing(with_ben: Run, case: str) -> None:
    (line,) = with_ben("case", "reassign", "--from", "ana", "--to", "ben", "--preview", "--json").json
    assert (line["number"], line["stage"], line["owner"]) == (case, "enquiry", "Ana Sample")
    assert set(line) >= {"next_on", "next_what", "blocker", "last_contact", "originals"}
    assert with_ben("case", "people", case, "--json").json["owner"] == "Ana Sample"


def test_cases_go_to_a_colleague(with_ben: Run, case: str) -> None:
    answer = with_ben("case", "reassign", case, "--to", "Ben Example")
    assert answer.code == 0
    assert "1 case handed over." in answer.out
    assert with_ben("case", "people", case, "--json").json["owner"] == "Ben Example"


def test_cases_are_named_one_by_one_or_by_their_owner(with_ben: Run, case: str) -> None:
    assert with_ben("case", "reassign", "--to", "ben").code == 2
    assert with_ben("case", "reassign", case, "--from", "ana", "--to", "ben").code == 2


def test_who_left_gets_nothing_and_gives_what_is_left(with_ben: Run, case: str) -> None:
    with_ben("case", "reassign", case, "--to", "ben")
    assert with_ben("user", "remove", "ben", "--leave-cases").code == 0
    refused = with_ben("case", "reassign", "--from", "ana", "--to", "ben")
    assert refused.code == 2
    assert "Ben Example no longer works in the casebook" in refused.error
    assert with_ben("case", "reassign", "--from", "ben", "--to", "ana").code == 0


def test_reviewer_and_office_are_set_and_taken_away(with_ben: Run, case: str) -> None:
    told = with_ben("case", "people", case, "--reviewer", "ben", "--json").json
    assert told["reviewer"] == "Ben Example"
    assert with_ben("case", "people", case, "--reviewer", "ana").code == 2
    assert with_ben("case", "people", case, "--office", "nowhere").code == 2
    assert (
        with_ben("case", "people", case, "--reviewer", "-", "--office", "-", "--json").json["reviewer"] == ""
    )


def test_a_deputy_lists_the_cases_of_whom_is_away(with_ben: Run, case: str) -> None:
    with_ben("case", "reassign", case, "--to", "ben")
    assert with_ben("case", "list", "--mine", "--json").json == []
    days = ("--start", "2026-11-20", "--end", "2026-11-30")
    assert with_ben("absence", "add", "ben", "--deputy", "ana", *days).code == 0
    assert [each["number"] for each in with_ben("case", "list", "--mine", "--json").json] == [case]
    (away,) = with_ben("absence", "list", "--json").json
    assert away == {"away": "Ben Example", "deputy": "Ana Sample", "start": "2026-11-20", "end": "2026-11-30"}
    assert "Ben Example" in with_ben("absence", "list").out
    assert with_ben("absence", "remove", "2").code == 2
    assert with_ben("absence", "remove", "1").code == 0
    assert with_ben("absence", "list", "--json").json == []


def test_the_list_that_goes_along_is_printed(with_ben: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "handover.pdf"
    answer = with_ben("print", "handover-list", "-o", str(file), "--owner", "ana", "--to", "ben")
    assert answer.code == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert with_ben("print", "handover-list", "-o", str(file)).code == 2
