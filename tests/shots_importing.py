"""The states of the page of imports that are looked at in pictures."""

from collections.abc import Iterator
from pathlib import Path

from app.domain.importing import Subject
from app.ui.importing.page import ImportPage
from app.ui.main_window import MainWindow
from tests.services.sheet_files import written

PERSONS = (
    ("Surname", "Given name", "Native name", "DOB", "Passport no", "Expiry", "E-mail", "Shoe size"),
    ("SAMPLE", "Ananya", "अनन्या नमूना", "02/04/1998", "Z0000001", "2033-05-01", "a@example.org", "39"),
    ("MUSTER", "Wei", "样伟", "12/11/1990", "A0000002", "01/02/2030", "wei@example.org", ""),
    ("المثال", "أمل", "", "25/12/1985", "A0000003", "2031-02-01", "nobody", ""),
    ("=1+1", "<b>bold</b>", "", "31 Feb 1998", "A(4", "", "", ""),
    ("SAMPLE", "Ananya", "", "02/04/1998", "", "", "", ""),
    ("WOLFESCHLEGELSTEINHAUSENBERGERDORFF" * 3, "Hubert", "", "1999", "", "", "", ""),
)
CASES = (("Client", "Category", "Post", "Stage"), ("Nobody Known", "K", "new-delhi", "Engaged"))


def states(window: MainWindow, scratch: Path) -> Iterator[str]:
    """Bring the window from state to state, and yield the name of each; nothing is taken in."""
    window.go("import")
    page = window.current
    assert isinstance(page, ImportPage)
    yield "import: empty"
    page.open_file(written(scratch / "Clients 2026.xlsx", *PERSONS))
    yield "import: dates asked for"
    for place in (3, 5):
        page.columns.ordered.emit(place, "dmy")
    rows = page.rows[Subject.PERSONS]
    rows.table.choose(6)
    yield "import: like an earlier row"
    rows.table.choose(5)
    yield "import: errors"
    for place in range(3):
        page.columns.meant.emit(place, "")
    yield "import: no name"
    page.foot.give_up.click()
    page.show_what(Subject.CASES)
    page.open_file(written(scratch / "cases.csv", *CASES))
    yield "import: cases"
    page.foot.give_up.click()
