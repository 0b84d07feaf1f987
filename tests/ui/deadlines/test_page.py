"""The page of deadlines: its tabs, its filters, and the calendar file."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services import cases
from app.ui.deadlines.page import TITLES, DeadlinesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.ui.doubles import Recorder


def test_every_tab_is_shown_by_its_name(page: DeadlinesPage) -> None:
    for at, name in enumerate(TITLES):
        page.show_what(name)
        assert page.tabs.currentIndex() == at


def test_only_mine_leaves_out_what_is_a_colleague_s(
    page: DeadlinesPage, book: Casebook, case_id: UUID
) -> None:
    page.mine.setChecked(True)
    assert page.agenda.count.text() == "2 open deadlines"
    page.category.setCurrentIndex(page.category.findData("K"))
    page.category.activated.emit(1)
    assert page.agenda.count.text() == "2 open deadlines"
    view = book.read(cases.case, case_id)
    book.write(cases.archive, case_id, view.version)
    page.refresh(None, None)
    assert not page.agenda.nothing.isHidden()
    assert "No open deadline fits" in page.agenda.nothing.text.text()


def test_a_calendar_file_is_written_without_names(
    page: DeadlinesPage, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path / "kasebook.ics"
    page.export.click()
    text = told.path.read_text(encoding="utf-8")
    assert "BEGIN:VALARM" in text
    assert "SAMPLE" not in text
    assert told.told[-1].startswith("2 deadlines written.")


def test_enter_opens_the_case_from_every_tab(page: DeadlinesPage, case_id: UUID) -> None:
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda name, what: gone.append((name, what)))
    QTest.keyClick(page.agenda.table, Qt.Key.Key_Return)
    page.show_what("month")
    page.month.turn(1)
    page.month.grid.setCurrentIndex(page.month.model.index_of(TODAY.replace(month=12, day=3)))
    QTest.keyClick(page.month.day, Qt.Key.Key_Return)
    assert gone == [("case", case_id)] * 2
