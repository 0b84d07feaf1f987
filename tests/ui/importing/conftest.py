"""The page of imports over a real casebook, and a file to take in."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services import people
from app.ui.importing.page import ImportPage
from app.ui.office import Office
from app.ui.page import Desk
from tests.builders import TODAY, a_person
from tests.services.sheet_files import written

HEADS = ("Surname", "Given name", "DOB", "Passport no", "Shoe size")
ROWS = (
    ("SAMPLE", "Ananya", "02/04/1998", "Z0000001", "39"),  # who is there
    ("MUSTER", "Wei", "12/11/1990", "A2", ""),
    ("=1+1", "<b>bold</b>", "31 Feb 1998", "A(3", ""),
    ("NGUYỄN", "Mẫu", "1999", "", ""),
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return written(tmp_path / "Clients.xlsx", HEADS, *ROWS)


@pytest.fixture
def page(desk: Desk, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ImportPage:
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    office.write(people.add, a_person(), TODAY)
    page = ImportPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    return page
