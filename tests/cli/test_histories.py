"""The history on the command line: filtered, as JSON, as a spreadsheet, and as a printed record."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_steps_are_listed_the_newest_first(run: Run, case: str) -> None:
    found = run("history", "--json").json
    assert [each["tag"] for each in found] == ["case:open", "person:add", "casebook:create"]
    assert found[0]["about"] == case
    assert found[0]["by"]
    told = run("history", "--limit", "1").out
    assert "Open case" in told
    assert "2 more" in told


def test_they_are_narrowed_by_case_kind_user_and_day(run: Run, case: str) -> None:
    assert len(run("history", "--about", case, "--json").json) == 1
    assert run("history", "--kind", "prints", "--json").json == []
    assert len(run("history", "--by", "ana", "--json").json) == 3
    assert run("history", "--since", "2099-01-01", "--json").json == []
    assert len(run("history", "--until", "2099-01-01", "--json").json) == 3


@pytest.mark.parametrize(
    "words", [("--about", "zzzz"), ("--by", "nobody"), ("--kind", "x"), ("--since", "soon")]
)
def test_what_is_not_there_is_the_users_error(run: Run, case: str, words: tuple[str, str]) -> None:
    assert run("history", *words).code == 2


def test_a_spreadsheet_holds_all_of_it_and_is_recorded(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "history.csv"
    assert run("history", "--limit", "1", "-o", str(file)).code == 0
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Step,")
    assert len(lines) == 4
    assert run("history", "--kind", "exports", "--json").json[0]["detail"]["list"] == "history"


def test_the_printed_record_is_a_pdf_and_recorded_as_a_print(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "history.pdf"
    answer = run("history", "--about", case, "--pdf", str(file), "--json")
    assert file.read_bytes().startswith(b"%PDF")
    [told] = run("history", "--kind", "prints", "--json").json
    assert told["detail"]["kind"] == "history"
    assert told["detail"]["sha256"] == answer.json["sha256"]
    assert told["about"] == case


def test_it_is_a_document_like_the_others(run: Run, case: str, tmp_path: Path) -> None:
    assert run("print", "history", "-o", str(tmp_path / "all.pdf")).code == 0
    assert run("print", "history", case, "-o", str(tmp_path / "all.pdf")).code == 2
