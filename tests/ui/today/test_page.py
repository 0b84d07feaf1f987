"""The first page: its numbers, what each opens, its filters, and the keyboard's way through it."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.today import QUIET, Group
from app.services import cases, checklists
from app.ui.case.place import CasePlace
from app.ui.page import Desk
from app.ui.today.page import TodayPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.ui.doubles import obeys_qt, press

Cases = tuple[UUID, UUID, UUID]


def _rows(page: TodayPage) -> int:
    view = page.lines._view
    return view.rows.rowCount() if view is not None else 0


def test_it_begins_with_the_first_group_that_has_something(page: TodayPage) -> None:
    assert page.groups.group is Group.OVERDUE
    assert page.groups.hasFocus()
    assert page.day.text() == "Mon 23 Nov 2026"


def test_each_number_opens_exactly_that_many_lines(page: TodayPage) -> None:
    for group in Group:
        page.show_what(group)
        assert _rows(page) == page.groups.count_of(group), group
    counts = {group.value: page.groups.count_of(group) for group in Group if group is not Group.RULES}
    assert counts == {
        "overdue": 1, "soon": 1, "supplement": 0, "silent": 0, "centre": 0, "ready": 0, "unscheduled": 1
    }  # fmt: skip


def test_the_rules_that_run_out_are_counted_after_the_lines_stand(
    page: TodayPage, desk: Desk, qtbot: QtBot
) -> None:
    fresh = TodayPage(desk)  # no event was handled since
    qtbot.addWidget(fresh)
    assert (_rows(fresh), fresh.groups.count_of(Group.RULES)) == (1, None)
    qtbot.waitUntil(lambda: fresh.groups.count_of(Group.RULES) is not None)
    counted = fresh.groups.count_of(Group.RULES)
    fresh.show_what(Group.RULES)
    assert _rows(fresh) == fresh.groups.count_of(Group.RULES) == counted


def test_a_group_without_anything_says_so_calmly(page: TodayPage) -> None:
    page.show_what(Group.SILENT)
    assert page.lines.nothing.isVisible()
    assert page.lines.nothing.title.text() == QUIET[Group.SILENT]
    page._enter()  # leads nowhere, and breaks nothing
    assert page.lines.current() is None


def test_the_keyboard_goes_from_a_number_to_a_line_and_to_its_place(page: TodayPage, case_ids: Cases) -> None:
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda name, what: gone.append((name, what)))
    press(page.groups, Qt.Key.Key_Return)
    view = QApplication.focusWidget()
    assert view is page.lines._view
    assert view is not None
    press(view, Qt.Key.Key_Return)
    assert gone == [("case", CasePlace(case_ids[0], "dates"))]
    press(view, Qt.Key.Key_Escape)
    assert page.groups.hasFocus()
    press(page.groups, Qt.Key.Key_Down)
    page._open_current()  # no line is chosen yet
    page._enter()
    page._open_current()
    place = gone[1][1]
    assert isinstance(place, CasePlace)
    assert (place.case_id, place.tab) == (case_ids[1], "checklist")
    assert place.line is not None


def test_a_rule_leads_to_the_list_of_what_runs_out(page: TodayPage, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda name, what: gone.append((name, what)))
    monkeypatch.setenv("KASEBOOK_TODAY", "2027-06-01")
    page._turn_the_page()  # another day began
    page.show_what(Group.RULES)
    page._enter()
    page._open_current()
    assert gone == [("rules", "expiring")]


def test_what_is_settled_leaves_the_page_at_once(page: TodayPage, book: Casebook, case_ids: Cases) -> None:
    late = case_ids[0]
    version = book.read(cases.case, late).version
    later = TODAY + timedelta(days=30)
    page.desk.office.write(cases.set_field, late, version, "planned_filing", later, TODAY)
    assert page.groups.count_of(Group.OVERDUE) == 0
    assert page.lines.nothing.isVisible()


def test_only_mine_and_the_office_narrow_the_numbers(
    page: TodayPage, book: Casebook, case_ids: Cases
) -> None:
    paper = book.read(checklists.lines, case_ids[1], TODAY)[-1]
    office = page.desk.office
    office.write(checklists.set_item_field, paper.row_id, paper.version, "responsible_id", None, TODAY)
    page.whose.mine.setChecked(True)
    assert page.groups.count_of(Group.SOON) == 1
    page.whose.office.setCurrentIndex(page.whose.office.findText("West"))
    page.whose.office.activated.emit(2)
    assert [page.groups.count_of(group) for group in (Group.OVERDUE, Group.SOON)] == [0, 0]
    page.whose.office.setCurrentIndex(page.whose.office.findText("East"))
    page.whose.office.activated.emit(1)
    assert [page.groups.count_of(group) for group in (Group.OVERDUE, Group.SOON)] == [0, 1]


def test_the_day_sheet_opens_beside_the_list_and_closes(page: TodayPage) -> None:
    page.day_sheet.click()
    assert page.sheet.isVisible()
    assert page.sheet.print_shown is not None
    assert page.sheet.print_shown.file_name.endswith("Day sheet.pdf")
    page.refresh(None, None)
    page.sheet.close_button.click()
    assert not page.sheet.isVisible()


def test_numbers_and_lines_are_read_out_with_what_they_mean(page: TodayPage) -> None:
    model = page.groups.model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Overdue: 1"
    view = page.lines._view
    assert view is not None
    said = [view.rows.index(0, at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert said == [
        "Planned filing, SAMPLE, Ananya  अनन्या नमूना · KB-2026-0001 · K",
        "21 Nov 2026, 2 days ago",
        "Hand in, or plan another day, Ana Sample",
    ]


def test_the_models_obey_qt(page: TodayPage, qtmodeltester: object) -> None:
    view = page.lines._view
    assert view is not None
    obeys_qt(qtmodeltester, view.rows)
    obeys_qt(qtmodeltester, page.groups.model())


def test_an_empty_casebook_leads_to_where_cases_come_from(desk: Desk, qtbot: QtBot) -> None:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda name, what: gone.append((name, what)))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.come()
    assert page.nobody.isVisible()
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    button.click()
    assert gone == [("people", "new")]


def test_a_sheet_takes_the_list_s_place_where_there_is_no_room_for_both(page: TodayPage) -> None:
    page.day_sheet.click()
    assert not page.lines.isVisible()
    page.resize(1500, 800)
    assert page.lines.isVisible()
    page.resize(1100, 760)
    page.day_sheet.click()
    assert page.lines.isVisible()
