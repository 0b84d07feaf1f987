"""What the page of imports writes."""

from pathlib import Path

import openpyxl
import pytest

from app.domain.importing import Subject
from app.errors import UserError
from app.services import history
from app.ui.importing import sheets_out
from app.ui.importing.page import ImportPage
from app.ui.office import Office
from tests.ui.doubles import Recorder, click


def heads_of(path: Path) -> list[object]:
    return [cell.value for cell in openpyxl.load_workbook(path).worksheets[0][1]]


def test_the_template_is_written_where_it_is_wanted(page: ImportPage, told: Recorder, tmp_path: Path) -> None:
    told.path = tmp_path / "template.xlsx"
    click(page.nothing.more[0])
    assert heads_of(told.path)[:2] == ["Family name", "Given names"]
    assert told.told == ["Saved as template.xlsx."]


def test_everybody_is_written_as_import_reads_them_and_it_is_recorded(
    page: ImportPage, office: Office, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path / "all.xlsx"
    click(page.nothing.more[1])
    assert told.told[0].startswith("1 row written. Of 1, a sheet can't hold everything")  # a degree
    assert office.read(history.entries)[0].detail["list"] == "all persons"
    page.open_file(told.path)
    assert page.foot.summary.text() == "1 left out as there already"


def test_another_ending_is_refused(page: ImportPage, told: Recorder, tmp_path: Path) -> None:
    told.path = tmp_path / "all.pdf"
    for ask in (sheets_out.ask_for_template, sheets_out.ask_for_all):
        ask(page.desk, Subject.CASES)
    assert [type(trouble) for trouble in told.troubles] == [UserError, UserError]
    assert not told.path.exists()


@pytest.mark.parametrize("subject", list(Subject))
def test_an_empty_list_is_its_heads_alone(
    page: ImportPage, told: Recorder, tmp_path: Path, subject: Subject
) -> None:
    told.path = tmp_path / "all.csv"
    sheets_out.ask_for_all(page.desk, subject)
    assert told.path.read_bytes().startswith(b"\xef\xbb\xbf")
