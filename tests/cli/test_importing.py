"""``import`` and ``export-list``: looked at first, taken in as one step, written for the next casebook."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.sheet_files import written

HEADS = ("Surname", "Given name", "DOB", "Shoes")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return written(
        tmp_path / "a.csv", HEADS, ("SAMPLE", "Ananya", "1998-04-02", "39"), ("TEST", "Wei", "1990-05-06", "")
    )


def test_a_dry_run_says_what_would_come_and_writes_nothing(run: Run, sheet: Path) -> None:
    answer = run("import", sheet, "--dry-run", "--json")
    assert (answer.code, answer.json["good"], answer.json["errors"]) == (0, 2, [])
    assert answer.json["columns"] == {"Surname": "family", "Given name": "given", "DOB": "birth_date"}
    assert run("client", "list", "--json").json == []


def test_an_import_says_what_it_did(run: Run, sheet: Path) -> None:
    assert run("import", sheet).out.strip() == "2 added, 0 filled in, 0 left out, 0 with errors."
    again = run("import", sheet, "--json").json
    assert (again["added"], again["skipped"], len(again["duplicates"])) == (0, 2, 2)
    assert run("import", sheet, "--duplicates", "add", "--json").json["added"] == 2


def test_rows_with_errors_stop_it_unless_the_good_ones_are_wanted(run: Run, tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.xlsx", HEADS, ("SAMPLE", "A", "31 Feb 1998", ""), ("TEST", "Wei", "1990", "")
    )
    answer = run("import", path)
    assert (answer.code, run("client", "list", "--json").json) == (2, [])
    assert "Row 2, DOB: There is no such date." in answer.out
    assert "1 row has errors. Nothing was taken in." in answer.error
    assert run("import", path, "--good-rows", "--json").json["added"] == 1


def test_the_order_of_dates_and_the_meaning_of_columns_can_be_said(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ("Who", "DOB", "Job"), ("SAMPLE", "03/04/1998", "Engineer"))
    answer = run("import", path, "--map", "Who=family", "--dry-run")
    assert answer.code == 2
    assert 'say --order "DOB=dmy"' in answer.out
    said = ("--map", "A=family", "--order", "DOB=mdy", "--map", "Job=")
    assert run("import", path, *said).code == 0
    assert run("client", "list", "--json").json[0]["birth_date"] == "1998-03-04"
    assert run("import", path, "--dry-run", "--json").json["asked"] == []  # remembered


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (("--map", "Shoes=shoes"), "There is no column “shoes”"),
        (("--map", "Hats=family"), "The file has no column “Hats”"),
        (("--order", "DOB=up"), "not one of the choices"),
        (("--encoding", "klingon"), "no encoding"),
        (("--sheet", "x", "--kind", "cases"), "No column is said to hold"),
    ],
)
def test_what_can_not_be_meant_is_refused(run: Run, sheet: Path, said: tuple[str, ...], message: str) -> None:
    answer = run("import", sheet, *said)
    assert answer.code == 2
    assert message in answer.error


def test_a_file_that_is_no_spreadsheet_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"MZ" + bytes(1000))
    answer = run("import", tmp_path / "a.xlsx")
    assert (answer.code, "is a program" in answer.error) == (2, True)


def test_cases_are_taken_in_for_clients_that_are_there(run: Run, sheet: Path, tmp_path: Path) -> None:
    run("import", sheet)
    path = written(tmp_path / "c.csv", ("Client", "Category", "Post"), ("Ananya Sample", "K", "new-delhi"))
    assert run("import", path, "--kind", "cases", "--json").json["added"] == 1
    again = run("import", path, "--kind", "cases", "--dry-run")
    assert "Row 2 may be KB-2026-0001: Same client, category and post." in again.out


def test_all_persons_are_written_so_that_import_reads_them(run: Run, add: Run, tmp_path: Path) -> None:
    add()
    path = tmp_path / "all.xlsx"
    answer = run("export-list", "persons", "-o", path)
    assert "Of 1, a sheet can't hold everything" in answer.out  # a degree
    found = run("import", path, "--dry-run", "--json").json
    assert (found["good"], found["errors"], found["duplicates"][0]["why"]) == (1, [], "passport")


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
def test_the_template_is_an_empty_list(run: Run, tmp_path: Path, name: str) -> None:
    assert run("export-list", "cases", "--template", "-o", tmp_path / name).code == 0
    assert "has no rows" in run("import", tmp_path / name, "--kind", "cases").error
