"""What commands list, as spreadsheets: the form, the place, and no formula in it."""

import csv
import io
from pathlib import Path

import openpyxl

from tests.cli.conftest import PERSON, Run
from tests.pdf import reading


def test_the_list_of_persons_is_written_as_xlsx_by_its_ending(run: Run, add: Run, tmp_path: Path) -> None:
    add()
    answer = run("client", "list", "-o", str(tmp_path / "Persons.xlsx"), "--json")
    assert answer.json == {"file": str(tmp_path / "Persons.xlsx"), "rows": 1}
    sheet = openpyxl.load_workbook(tmp_path / "Persons.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]][:2] == ["Name", "Own script"]
    assert [cell.value for cell in sheet[2]][:5] == [
        "SAMPLE, Ananya", "अनन्या नमूना", "1998-04-02", "IN", "Z0000001",
    ]  # fmt: skip


def test_a_formula_as_a_name_is_text_in_csv(run: Run, add: Run, tmp_path: Path) -> None:
    add(PERSON.replace('"SAMPLE"', '"=1+1"'))
    path = tmp_path / "persons.txt"
    assert run("client", "list", "--csv", "-o", str(path)).code == 0
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows[1][0] == "'=1+1, Ananya"


def test_the_list_of_cases_is_written_and_recorded(run: Run, case: str, tmp_path: Path) -> None:
    assert run("case", "list", "-o", str(tmp_path / "cases.csv")).code == 0
    assert case in (tmp_path / "cases.csv").read_text("utf-8-sig")


def test_an_unknown_ending_is_refused(run: Run, case: str, tmp_path: Path) -> None:
    answer = run("case", "list", "-o", str(tmp_path / "cases.odt"))
    assert (answer.code, (tmp_path / "cases.odt").exists()) == (2, False)
    assert "neither .xlsx nor .csv" in answer.error


def test_a_list_is_printed_with_numbers_masked_and_that_is_recorded(
    run: Run, add: Run, tmp_path: Path
) -> None:
    add()
    path = tmp_path / "persons.pdf"
    assert run("client", "list", "-o", str(path), "--json").json == {"file": str(path), "rows": 1}
    text = reading.text(path.read_bytes())
    assert "SAMPLE, Ananya" in text
    assert "Z0000001" not in text
    assert "list" in run("history", "--json").out


def test_the_list_of_cases_is_printed_in_the_language_asked_for(run: Run, case: str, tmp_path: Path) -> None:
    path = tmp_path / "cases.pdf"
    assert run("case", "list", "-o", str(path), "--language", "zh").code == 0
    text = reading.text(path.read_bytes())
    assert case in text
    assert "负责人" in text


def test_a_list_with_what_no_font_draws_is_printed_only_where_that_is_allowed(
    run: Run, add: Run, tmp_path: Path
) -> None:
    add(PERSON.replace('"SAMPLE"', '"བོད"'))
    path = tmp_path / "persons.pdf"
    answer = run("client", "list", "-o", str(path))
    assert (answer.code, path.exists()) == (2, False)
    assert "U+0F56" in answer.error
    assert run("client", "list", "-o", str(path), "--allow-missing").code == 0
