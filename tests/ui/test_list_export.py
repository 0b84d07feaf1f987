"""Writing the list in view as a spreadsheet, whichever list it is."""

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.services import history
from app.ui import list_export
from app.ui.office import Office
from app.ui.page import Desk, Page
from app.ui.people.page import PeoplePage
from tests.builders import TODAY, add_person
from tests.ui.doubles import Recorder


@pytest.fixture
def page(desk: Desk, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PeoplePage:
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    add_person(office._book)
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.show()
    return page


def rows_of(path: Path) -> list[list[str]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_the_list_is_written_as_seen_with_columns_hidden_for_want_of_room(
    page: PeoplePage, desk: Desk, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path / "Persons.xlsx"
    page.list.table.resize(300, 200)
    header = page.list.table.horizontalHeader()
    header.moveSection(header.visualIndex(3), 0)
    list_export.ask(desk, page)
    assert rows_of(told.path) == [
        ["Passport", "Name", "In own script", "Born", "Nationality"],
        ["Z0000001", "SAMPLE, Ananya", "अनन्या नमूना", "2 Apr 1998", "India"],
    ]
    assert told.told == ["1 row written."]
    assert desk.office.read(history.entries)[0].label == "Export list"


def test_another_ending_is_refused_and_nothing_is_recorded(
    page: PeoplePage, desk: Desk, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path / "Persons.exe"
    list_export.ask(desk, page)
    assert isinstance(told.troubles[0], UserError)
    assert not told.path.exists()
    assert desk.office.read(history.entries)[0].label == "Add person"


def test_a_page_without_a_list_says_so(desk: Desk, told: Recorder, qtbot: QtBot) -> None:
    class Bare(Page):
        name, title, icon = "bare", "Bare", "users"

    page = Bare(desk)
    qtbot.addWidget(page)
    list_export.ask(desk, page)
    assert told.told == ["There is no list here."]
