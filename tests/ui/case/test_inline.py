"""Cells of the checklist edited in place, by keyboard alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.item_records import ItemState
from app.services import checklists
from app.ui.case.checklist_tab import ChecklistTab
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_case_people import hire
from tests.ui.case.conftest import Line
from tests.ui.doubles import press, type_text


@pytest.fixture
def tab(page: CasePage, line: Line) -> ChecklistTab:
    page.resize(1500, 800)
    tab = page.checklist
    tab.show_line(line("K-DOC-07").row_id)
    return tab


def column(tab: ChecklistTab) -> str:
    return tab.model.columns[tab.inline._column].id


def retype(tab: ChecklistTab, text: str) -> None:
    tab.inline.line.selectAll()
    type_text(tab.inline.line, text)


def at(tab: ChecklistTab, wanted: str) -> None:
    """Begin to edit a column of the chosen line."""
    place = [each.id for each in tab.model.columns].index(wanted)
    tab.table.setCurrentIndex(tab.model.index(tab.table.currentIndex().row(), place))
    press(tab.table, Qt.Key.Key_F2)


def test_days_are_typed_by_their_keys_one_cell_after_the_other(
    tab: ChecklistTab, line: Line, office: Office
) -> None:
    press(tab.table, Qt.Key.Key_F2)
    assert (column(tab), tab.inline.line.text()) == ("state", "Needed")
    press(tab.inline.line, Qt.Key.Key_Tab)
    retype(tab, "+7")
    press(tab.inline.line, Qt.Key.Key_Tab)
    assert column(tab) == "dates"
    retype(tab, "=")
    press(tab.inline.line, Qt.Key.Key_Return)
    held = line("K-DOC-07").line.record
    assert (held.due_on, held.valid_until) == (TODAY + timedelta(days=7), TODAY)
    assert QApplication.focusWidget() is tab.table
    office.undo()
    assert line("K-DOC-07").line.record.valid_until is None


def test_a_state_is_typed_by_its_beginning_and_a_waiver_with_its_reason(
    tab: ChecklistTab, line: Line
) -> None:
    at(tab, "state")
    retype(tab, "waiv")
    press(tab.inline.line, Qt.Key.Key_Return)
    assert "after a colon" in tab.inline.error.text()
    assert tab.inline.below.isVisible()
    retype(tab, "Waived: not asked at this post")
    press(tab.inline.line, Qt.Key.Key_Return)
    held = line("K-DOC-07").line
    assert (held.state, held.record.state_reason) == (ItemState.WAIVED, "not asked at this post")


@pytest.mark.parametrize("typed", ["lost", "returned to client: blurred", "", "<b>"])
def test_what_is_no_state_or_can_t_follow_is_said_under_the_cell(
    tab: ChecklistTab, line: Line, typed: str
) -> None:
    at(tab, "state")
    retype(tab, typed)
    if not typed:
        tab.inline.line.clear()
    press(tab.inline.line, Qt.Key.Key_Return)
    assert tab.inline.below.isVisible()
    assert line("K-DOC-07").line.state is ItemState.NEEDED
    press(tab.inline.line, Qt.Key.Key_Escape)
    assert not tab.inline.is_editing()


def test_who_is_responsible_is_typed_by_name_and_emptied(
    tab: ChecklistTab, line: Line, book: Casebook
) -> None:
    ben = book.write(hire).result
    tab.refresh()
    at(tab, "responsible")
    retype(tab, "ben")
    press(tab.inline.line, Qt.Key.Key_Return)
    assert line("K-DOC-07").line.record.responsible == ben
    assert tab.model.index(tab.table.currentIndex().row(), 4).data() == "Ben Sample"
    at(tab, "responsible")
    tab.inline.line.clear()
    press(tab.inline.line, Qt.Key.Key_Return)
    assert line("K-DOC-07").line.record.responsible is None


def test_tab_goes_over_the_title_of_a_section(tab: ChecklistTab, line: Line) -> None:
    tab.show_line(line("K-INT-05").row_id)
    at(tab, "responsible")
    press(tab.inline.line, Qt.Key.Key_Tab)
    assert tab.table.current_key() == line("K-ELG-01").row_id
    assert column(tab) == "state"
    press(tab.inline.line, Qt.Key.Key_Backtab)
    assert tab.table.current_key() == line("K-INT-05").row_id


def test_what_can_t_be_saved_is_kept_as_the_same_draft_as_in_the_form(
    tab: ChecklistTab, line: Line, office: Office
) -> None:
    at(tab, "due")
    retype(tab, "31 Feb 2027")
    tab.inline.leave()
    key = f"line:{line('K-DOC-07').row_id}.due_on"
    assert office.drafts(key) == {key: "31 Feb 2027"}
    at(tab, "due")
    assert tab.inline.line.text() == "31 Feb 2027"
    press(tab.inline.line, Qt.Key.Key_Escape)
    assert office.drafts(key) == {}


def test_a_colleague_s_change_of_the_same_field_is_said(
    tab: ChecklistTab, line: Line, book: Casebook
) -> None:
    at(tab, "due")
    row = line("K-DOC-07")
    book.write(checklists.set_item_field, row.row_id, row.version, "due_on", TODAY, TODAY)
    retype(tab, "+7")
    press(tab.inline.line, Qt.Key.Key_Return)
    assert tab.inline.below.isVisible()
    assert line("K-DOC-07").line.record.due_on == TODAY
    press(tab.inline.line, Qt.Key.Key_Escape)


def test_what_is_wrong_is_said_above_the_cell_where_there_is_no_room_below(
    tab: ChecklistTab, page: CasePage
) -> None:
    page.resize(1500, 420)
    tab.table.scrollToBottom()
    tab.table.setCurrentIndex(tab.model.index(tab.model.rowCount() - 1, 2))
    press(tab.table, Qt.Key.Key_F2)
    retype(tab, "31 Feb 2027")
    press(tab.inline.line, Qt.Key.Key_Return)
    assert tab.inline.below.geometry().bottom() <= tab.inline.line.geometry().top()
    press(tab.inline.line, Qt.Key.Key_Escape)
