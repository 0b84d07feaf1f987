"""Cells of the list of cases edited in place, by keyboard alone."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services import cases, labels
from app.ui.cases.page import CasesPage
from app.ui.office import Office
from tests.builders import TODAY
from tests.ui.doubles import Recorder, press, type_text


@pytest.fixture
def cells(page: CasesPage, case_keys: dict[str, UUID]) -> CasesPage:
    page.refresh(None, None)
    page.table.show_columns(["number", "client", "owner", "planned_filing", "planned_entry", "labels"])
    page.table.choose(case_keys["ananya"])
    page.table.setFocus()
    return page


def column(page: CasesPage) -> str:
    return str(page.model.columns[page.inline._column].id)


def retype(page: CasesPage, text: str) -> None:
    page.inline.line.selectAll()
    type_text(page.inline.line, text)


def begin(page: CasesPage, wanted: str) -> None:
    at = [each.id for each in page.model.columns].index(wanted)
    page.table.setCurrentIndex(page.model.index(page.table.currentIndex().row(), at))
    page.inline.begin()


def test_f2_opens_the_first_cell_that_can_be_edited_and_tab_the_next(cells: CasesPage) -> None:
    cells.inline.begin()
    assert column(cells) == "owner"
    assert cells.inline.line.text() == "Ana Sample"
    seen = []
    for _turn in range(4):
        press(cells.inline.line, Qt.Key.Key_Tab)
        seen.append((cells.table.currentIndex().row(), column(cells)))
    assert seen == [(0, "planned_filing"), (0, "planned_entry"), (0, "labels"), (1, "owner")]
    press(cells.inline.line, Qt.Key.Key_Backtab)
    assert (cells.table.currentIndex().row(), column(cells)) == (0, "labels")


def test_a_date_is_typed_by_its_keys_and_saved_as_one_step(
    cells: CasesPage, case_keys: dict[str, UUID], office: Office
) -> None:
    begin(cells, "planned_filing")
    retype(cells, "+2w")
    press(cells.inline.line, Qt.Key.Key_Tab)
    retype(cells, "=")
    press(cells.inline.line, Qt.Key.Key_Return)
    file = office.read(cases.case, case_keys["ananya"]).file
    assert (str(file.planned_filing), file.planned_entry) == ("2026-12-07", TODAY)
    assert not cells.inline.is_editing()
    assert QApplication.focusWidget() is cells.table
    office.undo()
    assert office.read(cases.case, case_keys["ananya"]).file.planned_entry is None


def test_escape_leaves_the_cell_as_it_was(
    cells: CasesPage, case_keys: dict[str, UUID], office: Office
) -> None:
    begin(cells, "planned_filing")
    retype(cells, "+2w")
    press(cells.inline.line, Qt.Key.Key_Escape)
    assert not cells.inline.is_editing()
    assert office.read(cases.case, case_keys["ananya"]).file.planned_filing is None


def test_what_is_no_date_stays_open_and_survives_as_a_draft(
    cells: CasesPage, case_keys: dict[str, UUID], office: Office, told: Recorder
) -> None:
    begin(cells, "planned_filing")
    retype(cells, "soon")
    press(cells.inline.line, Qt.Key.Key_Tab)
    assert cells.inline.is_editing()
    assert "not a date" in cells.inline.error.text()
    cells.search_box.setFocus()
    assert not cells.inline.is_editing()
    assert "not a date" in told.told[-1]
    assert list(office.drafts("case:").values()) == ["soon"]
    begin(cells, "planned_filing")
    assert cells.inline.line.text() == "soon"


def test_leaving_the_cell_saves_it(cells: CasesPage, case_keys: dict[str, UUID], office: Office) -> None:
    begin(cells, "labels")
    retype(cells, "加急, VIP")
    cells.search_box.setFocus()
    assert office.read(labels.of, [case_keys["ananya"]])[case_keys["ananya"]] == ("VIP", "加急")


def test_an_owner_who_is_nobody_is_refused_with_the_names_there_are(cells: CasesPage) -> None:
    begin(cells, "owner")
    retype(cells, "Nobody")
    press(cells.inline.line, Qt.Key.Key_Return)
    assert "Ana Sample" in cells.inline.error.text()
    retype(cells, "ana")
    press(cells.inline.line, Qt.Key.Key_Return)
    assert not cells.inline.is_editing()


def test_a_colleagues_change_is_told_and_nothing_is_lost(
    cells: CasesPage, case_keys: dict[str, UUID], office: Office
) -> None:
    begin(cells, "planned_filing")
    version = office.read(cases.case, case_keys["ananya"]).version
    version = office.write(cases.set_field, case_keys["ananya"], version, "planned_entry", TODAY, TODAY)
    retype(cells, "+7")
    press(cells.inline.line, Qt.Key.Key_Return)
    assert not cells.inline.is_editing()  # it was another field
    begin(cells, "planned_filing")
    office.write(cases.set_field, case_keys["ananya"], version + 1, "planned_filing", TODAY, TODAY)
    retype(cells, "+9")
    press(cells.inline.line, Qt.Key.Key_Return)
    assert "changed this" in cells.inline.error.text()
    assert cells.inline.line.text() == "+9"


def test_without_a_column_to_edit_it_says_so(cells: CasesPage, told: Recorder) -> None:
    cells.table.show_columns(["number"])
    cells.inline.begin()
    assert "can be edited" in told.told[-1]
