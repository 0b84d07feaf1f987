"""The checklist at work: ticking, moving with and without a reason, answering, conflicts."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.services import checklists
from app.services.checklists import ItemLine
from app.ui.case.checklist_tab import ChecklistTab
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.ui.doubles import Recorder, obeys_qt, press

Line = Callable[[str], ItemLine]


@pytest.fixture
def tab(page: CasePage) -> ChecklistTab:
    return page.checklist


def view(tab: ChecklistTab, name: str) -> list[str]:
    """Show one view; return the codes of its lines."""
    tab.view.setCurrentIndex(tab.view.findData(name))
    tab.view.activated.emit(tab.view.currentIndex())
    return [line.line.item.id for line in tab.model.rows()]


def test_the_model_obeys_qts_rules(tab: ChecklistTab, qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, tab.model)


def test_the_first_line_is_chosen_and_has_the_focus(tab: ChecklistTab, qtbot: QtBot) -> None:
    assert tab.panel.code.text().startswith("K-INT-01")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is tab.table)


def test_space_ticks_a_line_as_checked_by_us(tab: ChecklistTab, line: Line, page: CasePage) -> None:
    press(tab.table, Qt.Key.Key_Space)
    assert line("K-INT-01").line.state is ItemState.ACCEPTED
    assert page.header.progress.text().startswith("1 of ")
    assert tab.panel.state.state.text() == "Checked by us"


def test_space_again_takes_the_tick_back_and_keeps_the_paper(tab: ChecklistTab, line: Line) -> None:
    press(tab.table, Qt.Key.Key_Space)
    press(tab.table, Qt.Key.Key_Space)
    assert line("K-INT-01").line.state is ItemState.RECEIVED


def test_undo_takes_a_tick_back(tab: ChecklistTab, line: Line, office: Office) -> None:
    press(tab.table, Qt.Key.Key_Space)
    office.undo()
    assert line("K-INT-01").line.state is ItemState.NEEDED
    assert tab.panel.state.state.text() == "Needed"


def test_a_return_asks_for_its_reason_in_place(tab: ChecklistTab, line: Line) -> None:
    press(tab.table, Qt.Key.Key_Space)
    tab.panel.state.ask_to_move(ItemState.RETURNED)
    tab.panel.state.confirm.click()
    assert line("K-INT-01").line.state is ItemState.ACCEPTED
    tab.panel.state.reason.setText("A page is missing.")
    tab.panel.state.confirm.click()
    assert line("K-INT-01").line.state is ItemState.RETURNED
    assert line("K-INT-01").line.record.state_reason == "A page is missing."
    assert tab.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("A page is missing.")


def test_the_menu_offers_what_the_state_allows(tab: ChecklistTab) -> None:
    said = [action.text() for action in tab.panel.state.menu.actions()]
    assert said == ["Mark as requested", "Mark as received", "Mark as checked by us", "Waive…"]


def test_a_tick_that_is_not_allowed_says_why(tab: ChecklistTab, told: Recorder, line: Line) -> None:
    tab.panel.state.ask_to_move(ItemState.WAIVED)
    tab.panel.state.reason.setText("Not needed here.")
    tab.panel.state.confirm.click()
    press(tab.table, Qt.Key.Key_Space)
    assert "can't become" in str(told.troubles[0])
    assert line("K-INT-01").line.state is ItemState.WAIVED


def test_an_open_question_is_shown_and_answered_where_it_stands(tab: ChecklistTab, line: Line) -> None:
    tab.show_item("K-DOC-06")
    assert line("K-DOC-06").line.applies is Answer.ASK
    assert tab.panel.ask.isVisible()
    editor = tab.panel.questions.editors["limb"]
    editor._input.first.click()  # type: ignore[union-attr]  # it is shown
    assert line("K-DOC-06").line.applies is Answer.NO
    assert line("K-DOC-03").line.applies is Answer.YES


def test_views_show_what_applies_what_is_open_and_what_asks(tab: ChecklistTab, line: Line) -> None:
    everything = view(tab, "all")
    applies = view(tab, "applies")
    asks = view(tab, "asks")
    assert set(asks) < set(applies) < set(everything)
    assert "K-DOC-06" in asks
    press(tab.table, Qt.Key.Key_Space)
    assert sorted({*view(tab, "open"), asks[0]}) == sorted(set(applies))
    assert asks[0] not in view(tab, "open")


def test_an_empty_view_says_so(tab: ChecklistTab) -> None:
    tab._lines = ()
    tab._fill()
    assert tab.stack.currentWidget() is tab.nothing
    assert tab.panel.currentIndex() == 0


def test_enter_goes_into_the_line_and_escape_back(tab: ChecklistTab, qtbot: QtBot) -> None:
    press(tab.table, Qt.Key.Key_Return)
    issuer = tab.panel.form.form.rows["issuer"].editor.widget
    qtbot.waitUntil(lambda: QApplication.focusWidget() is issuer)
    press(issuer, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is tab.table)


def test_a_colleagues_move_is_told_with_both_versions_to_compare(
    tab: ChecklistTab, line: Line, second_window: Callable[[], Casebook]
) -> None:
    mine = line("K-INT-01")
    second_window().write(checklists.move_item, mine.row_id, mine.version, ItemState.REQUESTED, TODAY)
    tab.table.tick()
    assert tab.conflict.isVisible()
    assert "Ana Sample" in tab.conflict.text.text()
    tab.conflict.compare.click()
    assert (tab.conflict.theirs.text()[-9:], tab.conflict.mine.text()[-13:]) == ("Requested", "Checked by us")
    tab.conflict.save_mine.click()
    assert line("K-INT-01").line.state is ItemState.ACCEPTED
    assert tab.conflict.isHidden()


def test_reloading_takes_the_colleagues_version(
    tab: ChecklistTab, line: Line, second_window: Callable[[], Casebook]
) -> None:
    mine = line("K-INT-01")
    second_window().write(checklists.move_item, mine.row_id, mine.version, ItemState.REQUESTED, TODAY)
    tab.table.tick()
    tab.conflict.reload.click()
    assert tab.panel.state.state.text() == "Requested"
    assert line("K-INT-01").line.state is ItemState.REQUESTED


def test_validity_and_due_date_stand_beside_the_line(
    tab: ChecklistTab, line: Line, office: Office, case_id: UUID
) -> None:
    passport, photo = line("K-DOC-01"), line("K-DOC-02")
    for row, name, value in (
        (passport, "valid_until", date(2026, 11, 1)),
        (photo, "due_on", date(2026, 11, 20)),
    ):
        office.write(checklists.set_item_field, row.row_id, row.version, name, value, TODAY)
    said = {
        (row.line.item.id, column.id): column.text(row)
        for row in tab.model.rows()
        for column in tab.model.columns
    }
    assert said["K-DOC-01", "dates"] == "1 Nov 2026"
    assert said["K-DOC-02", "due"] == "20 Nov 2026"


def test_a_narrow_tab_puts_the_line_under_the_list(tab: ChecklistTab) -> None:
    tab.set_narrow(600)
    assert tab.splitter.orientation() == Qt.Orientation.Vertical
    tab.set_narrow(1200)
    assert tab.splitter.orientation() == Qt.Orientation.Horizontal


def test_a_click_on_the_state_offers_the_moves(tab: ChecklistTab) -> None:
    tab._click(tab.model.index(tab.table.currentIndex().row(), 1))
    assert tab.menu.actions()[0].objectName() == "case.line.move.requested"
    tab.menu.close()
