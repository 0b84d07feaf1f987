"""The page of imports: nothing before it is accepted, one undo after."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.importing import Subject
from app.domain.importing.duplicates import Choice
from app.errors import UserError
from app.services import case_list, people_list
from app.ui.importing import work
from app.ui.importing.page import ImportPage
from app.ui.importing.rows_model import Fate
from app.ui.importing.rows_panel import RowsPanel
from app.ui.jobs import Cancelled
from app.ui.office import Office
from tests.db.content import content_hash
from tests.services.sheet_files import written
from tests.ui.doubles import Recorder, click


def panel(page: ImportPage) -> RowsPanel:
    return page.rows[Subject(page.head.subject.currentData())]


def fates(page: ImportPage) -> list[Fate]:
    model = panel(page).model
    found = [model.line_at(row) for row in range(model.rowCount())]
    return [line.fate for line in found if line is not None]


def opened(page: ImportPage, path: Path, *, order: str = "dmy") -> None:
    page.open_file(path)
    if order:
        page.columns.table.choose(2)
        page.columns.order.setCurrentIndex(page.columns.order.findData(order))
        page.columns.order.activated.emit(page.columns.order.currentIndex())


def test_it_begins_with_what_can_be_brought_along(page: ImportPage, told: Recorder, sheet: Path) -> None:
    assert page.stack.currentWidget() is page.nothing
    told.path = sheet
    page.nothing.button.click()  # type: ignore[union-attr]  # there is a button
    assert page.stack.currentIndex() == 1
    assert page.head.file.whole() == "Clients.xlsx"
    assert (page.head.sheet.isHidden(), page.head.encoding.isHidden()) == (True, True)


def test_dates_that_could_be_two_days_are_asked_for_at_their_column(page: ImportPage, sheet: Path) -> None:
    page.open_file(sheet)
    assert fates(page) == [Fate.WRONG, Fate.WRONG, Fate.WRONG, Fate.ADDED]
    assert page.columns.table.current_key() == 2
    assert "2 dates could be two days" in page.columns.evidence.text()
    opened(page, sheet)
    assert fates(page) == [Fate.SKIPPED, Fate.ADDED, Fate.WRONG, Fate.ADDED]
    assert page.columns.evidence.isHidden()


def test_what_is_wrong_with_a_row_is_told_under_the_list(page: ImportPage, sheet: Path) -> None:
    opened(page, sheet)
    panel(page).table.choose(4)
    assert "DOB: There is no such date." in panel(page).alike.errors.text()


def test_who_is_there_is_shown_beside_the_row_and_can_be_taken_in(page: ImportPage, sheet: Path) -> None:
    opened(page, sheet)
    rows = panel(page)
    rows.table.choose(2)
    assert rows.alike.theirs.texts() == ["SAMPLE, Ananya", "2 Apr 1998", "Z0000001"]
    rows.alike.choice.setCurrentIndex(rows.alike.choice.findData(Choice.ADD))
    rows.alike.choice.activated.emit(0)
    assert fates(page)[0] is Fate.TWIN
    assert page.foot.accept.text() == "Take in 3 persons"
    rows.alike.choice.setCurrentIndex(rows.alike.choice.findData(Choice.FILL))
    click(rows.alike.for_all)
    assert fates(page)[0] is Fate.FILLED


def test_rows_are_filtered_by_what_becomes_of_them(page: ImportPage, sheet: Path) -> None:
    opened(page, sheet)
    rows = panel(page)
    texts = [rows.filter.itemText(at) for at in range(rows.filter.count())]
    assert texts == ["All rows (4)", "New (2)", "There already (1)", "Errors (1)"]
    rows.filter.setCurrentIndex(3)
    rows.filter.activated.emit(3)
    assert fates(page) == [Fate.WRONG]


def test_nothing_is_written_before_it_is_accepted_and_one_undo_takes_it_back(
    page: ImportPage, office: Office, told: Recorder, sheet: Path
) -> None:
    before = content_hash(office._book)
    opened(page, sheet)
    assert page.foot.summary.text() == "2 new · 1 left out as there already · 1 row with errors stays out"
    assert content_hash(office._book) == before
    click(page.foot.accept)
    assert told.told[-1] == "2 added, 0 filled in, 1 left out, 1 with errors."
    assert len(office.read(people_list.ids)) == 3
    told.offers["Undo"]()
    assert content_hash(office._book) == before


def test_a_column_can_mean_something_else_and_its_meaning_is_remembered(
    page: ImportPage, sheet: Path
) -> None:
    opened(page, sheet)
    page.columns.table.choose(0)
    page.columns.means.setCurrentIndex(page.columns.means.findData(""))
    page.columns.means.activated.emit(0)
    page.columns.table.choose(1)
    page.columns.means.setCurrentIndex(page.columns.means.findData(""))
    page.columns.means.activated.emit(0)
    assert page.columns.missing.text() == "No column is said to hold “Family name”."
    assert not page.foot.accept.isEnabled()
    page.columns.means.setCurrentIndex(page.columns.means.findData("family"))
    page.columns.means.activated.emit(0)
    click(page.foot.accept)
    page.open_file(sheet)
    assert page._ready is not None
    assert (page._ready.meaning.columns[1], page._ready.meaning.orders) == ("family", {2: "dmy"})


def test_a_file_that_is_no_spreadsheet_is_told_and_the_page_stays(
    page: ImportPage, told: Recorder, tmp_path: Path
) -> None:
    (tmp_path / "game.xlsx").write_bytes(b"MZ" + bytes(100))
    page.open_file(tmp_path / "game.xlsx")
    assert isinstance(told.troubles[0], UserError)
    assert page.stack.currentWidget() is page.nothing


def test_cases_are_taken_in_for_persons_that_are_there(
    page: ImportPage, office: Office, tmp_path: Path
) -> None:
    page.show_what(Subject.CASES)
    page.open_file(
        written(tmp_path / "c.csv", ("Client", "Category", "Post"), ("Ananya Sample", "K", "new-delhi"))
    )
    assert not page.head.encoding.isHidden()
    assert page.foot.accept.text() == "Take in 1 case"
    click(page.foot.accept)
    assert len(office.read(case_list.ids)) == 1


def test_giving_up_forgets_the_file(page: ImportPage, sheet: Path) -> None:
    opened(page, sheet)
    click(page.foot.give_up)
    assert (page.stack.currentIndex(), page.head.file.whole(), page._ready) == (0, "", None)


def test_the_focus_is_where_the_next_step_is(page: ImportPage, sheet: Path, qtbot: object) -> None:
    page.shown()
    assert QApplication.focusWidget() in (page.head.choose, None)
    opened(page, sheet)
    page.shown()
    assert page.columns.table.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_a_cancelled_import_can_be_accepted_again(
    page: ImportPage, office: Office, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled(*words: Any) -> None:
        words[-1].cancelled.set()
        raise Cancelled

    opened(page, sheet)
    monkeypatch.setattr(work, "take", cancelled)
    page.accept()
    page._show_rows()
    assert page.foot.accept.isEnabled()
    assert len(office.read(people_list.ids)) == 1


def test_a_row_like_an_earlier_one_is_shown_beside_it(page: ImportPage, tmp_path: Path) -> None:
    rows = (("Surname", "DOB"), ("TWIN", "1998-04-02"), ("TWIN", "1998-04-02"))
    opened(page, written(tmp_path / "twins.csv", *rows), order="")
    panel(page).table.choose(3)
    assert panel(page).alike.theirs.texts() == ["row 2", "TWIN", "1998-04-02"]
    fill = panel(page).alike.choice.findData(Choice.FILL)
    assert not panel(page).alike.choice.model().index(fill, 0).flags() & Qt.ItemFlag.ItemIsEnabled
