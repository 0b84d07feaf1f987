"""A document of every open case goes into one folder; what can't be printed is told and stops no other."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def two(run: Run, case: str, add: Run) -> list[str]:
    """Return the numbers of two open cases, the second of somebody whose name no font has."""
    names = {"names": [{"family": "SAMPLE"}, {"kind": "native", "family": "\ue000"}]}
    add(json.dumps({**names, "passports": [{"number": "Z0000009"}]}), "b.json")
    other = run("case", "open", "Z0000009", "--category", "K", "--post", "hanoi", "--json").json["number"]
    return [case, other]


def test_every_open_case_is_printed(run: Run, case: str, tmp_path: Path) -> None:
    answer = run("print", "summary", "--all", "-o", str(tmp_path / "new" / "out"), "--json")
    (printed,) = answer.json["printed"]
    data = (tmp_path / "new" / "out" / f"{case}-summary.pdf").read_bytes()
    assert (answer.code, answer.json["failed"]) == (0, [])
    assert printed == {
        "case": case,
        "file": f"{case}-summary.pdf",
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def test_a_case_that_can_not_be_printed_stops_no_other(run: Run, two: list[str], tmp_path: Path) -> None:
    answer = run("print", "checklist", "--all", "-o", str(tmp_path / "out"), "--json")
    assert answer.code == 2
    assert [each["case"] for each in answer.json["printed"]] == two[:1]
    assert [each["case"] for each in answer.json["failed"]] == two[1:]
    assert "U+E000" in answer.json["failed"][0]["reason"]
    assert [file.name for file in (tmp_path / "out").iterdir()] == [f"{two[0]}-checklist.pdf"]


def test_how_far_it_got_is_told_on_standard_error(run: Run, two: list[str], tmp_path: Path) -> None:
    answer = run("print", "checklist", "--all", "-o", str(tmp_path / "out"))
    assert f"1 of 2: {two[0]}" in answer.error
    assert f"2 of 2: {two[1]} – not printed: " in answer.error
    assert answer.out.splitlines() == [
        f"Folder: {tmp_path / 'out'}",
        "1 document written.",
        "1 case not printed.",
    ]


def test_a_closed_case_is_left_out(run: Run, case: str, tmp_path: Path) -> None:
    assert run("case", "move", case, "withdrawn").code == 0
    answer = run("print", "checklist", "--all", "-o", str(tmp_path), "--json")
    assert answer.json["printed"] == []


def test_each_print_is_in_the_history(run: Run, case: str, tmp_path: Path) -> None:
    before = run("verify", "--json").json["operations"]
    run("print", "checklist", "--all", "-o", str(tmp_path))
    assert run("verify", "--json").json["operations"] == before + 1


@pytest.mark.parametrize("words", [("K-1", "-o", "out"), ("-o", "-"), ("-o", "file")])
def test_what_can_not_be_meant_is_refused(
    run: Run, case: str, tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    assert run("print", "checklist", *words, "--all").code == 2
    assert not (tmp_path / "out").exists()
