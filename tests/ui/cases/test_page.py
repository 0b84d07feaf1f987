"""The page of cases: what is listed, searched, filtered, sorted and opened."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.absences import Absence
from app.domain.item_records import ItemState
from app.services import absences, case_people, cases, checklists, saved_searches
from app.ui.cases.page import CasesPage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_case_people import hire
from tests.ui.doubles import obeys_qt, press, type_text


def listed(page: CasesPage) -> list[str]:
    found = [page.model.line_at(row) for row in range(page.model.rowCount())]
    return [line.client for line in found if line is not None]


def cell(page: CasesPage, row: int, column: str) -> str:
    at = [one.id for one in page.model.columns].index(column)
    return str(page.model.index(row, at).data())


def test_without_a_case_the_page_offers_to_open_one(page: CasesPage) -> None:
    assert page.stack.currentWidget() is page.nothing
    page.nothing.button.click()  # type: ignore[union-attr]  # there is a button
    assert page.panel.isVisible()


def test_a_line_names_client_post_stage_and_progress(case_keys: dict[str, UUID], page: CasesPage) -> None:
    assert cell(page, 0, "client") == "SAMPLE, Ananya  अनन्या नमूना"
    assert cell(page, 0, "post") == "New Delhi, Chinese embassy"
    assert cell(page, 0, "stage") == "Screened"
    assert cell(page, 0, "progress").startswith("0 of ")
    assert page.model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole).endswith("papers checked")


def test_the_list_obeys_qts_rules(case_keys: dict[str, UUID], page: CasesPage, qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, page.model)


def test_the_focus_begins_in_the_list(case_keys: dict[str, UUID], page: CasesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table)


@pytest.mark.parametrize(
    ("typed", "client"), [("伟", "MUSTER, Wei"), ("kb-2026-3", "Z"), ("KB-2026-0003", "Z")]
)
def test_typing_searches_names_and_numbers(
    case_keys: dict[str, UUID], page: CasesPage, qtbot: QtBot, typed: str, client: str
) -> None:
    page.search()
    type_text(page.search_box, typed)
    qtbot.waitUntil(lambda: len(listed(page)) <= 1)
    assert [name[: len(client)] for name in listed(page)] == [client]


def test_nothing_found_offers_to_show_all(case_keys: dict[str, UUID], page: CasesPage, qtbot: QtBot) -> None:
    page.search_box.setText("qqqq")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing)
    assert page.nothing.title.text() == "Nothing found"
    page.nothing.button.click()  # type: ignore[union-attr]  # there is a button
    assert len(listed(page)) == 3


def test_one_stage_can_be_shown(case_keys: dict[str, UUID], page: CasesPage) -> None:
    page.stage.setCurrentIndex(page.stage.findData("screened"))
    assert page.stage.currentText() == "Screened (1)"
    page.stage.activated.emit(page.stage.currentIndex())
    assert listed(page) == ["SAMPLE, Ananya"]


def test_only_mine_are_shown_on_request(case_keys: dict[str, UUID], page: CasesPage) -> None:
    page.mine.setChecked(True)
    assert len(listed(page)) == 3


def test_a_click_on_a_header_sorts(case_keys: dict[str, UUID], page: CasesPage) -> None:
    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert listed(page) == ["ZIEGLER-TEST, Zoë", "SAMPLE, Ananya", "MUSTER, Wei"]


def test_enter_opens_the_case(case_keys: dict[str, UUID], page: CasesPage, qtbot: QtBot) -> None:
    page.table.choose(case_keys["wei"])
    with qtbot.waitSignal(page.go) as gone:
        press(page.table, Qt.Key.Key_Return)
    assert gone.args == ["case", case_keys["wei"]]


def test_a_change_elsewhere_is_seen_and_the_row_stays_chosen(
    case_keys: dict[str, UUID], page: CasesPage, office: Office
) -> None:
    page.table.choose(case_keys["wei"])
    case = case_keys["ananya"]
    line = office.read(checklists.lines, case, TODAY)[0]
    office.write(checklists.move_item, line.row_id, line.version, ItemState.ACCEPTED, TODAY)
    office.write(cases.set_field, case, 2, "planned_filing", date(2026, 12, 14), TODAY)
    assert cell(page, 0, "progress").startswith("1 of ")
    assert cell(page, 0, "planned_filing") == "14 Dec 2026, in 21 days"
    assert page.table.current_key() == case_keys["wei"]


def test_the_bar_is_as_full_as_the_checklist(case_keys: dict[str, UUID], page: CasesPage) -> None:
    line = page.model.line_at(0)
    assert line is not None
    assert page._share(0) == line.checked / line.counted
    assert page._share(99) == 0


def test_a_search_is_asked_for_by_terms_and_what_is_not_understood_is_noted(
    case_keys: dict[str, UUID], page: CasesPage
) -> None:
    page.show_what("stage:screened post:delhi")
    assert listed(page) == ["SAMPLE, Ananya"]
    assert page.search_box.note.isHidden()
    page.show_what("stage:screend")
    assert page.stack.currentWidget() is page.nothing
    assert "Did you mean screened?" in page.search_box.note.text()


def test_a_search_from_elsewhere_shows_all_that_it_finds(case_keys: dict[str, UUID], page: CasesPage) -> None:
    page.stage.setCurrentIndex(page.stage.findData("screened"))
    page.show_what("owner:me")
    assert len(listed(page)) == 3


def test_a_search_is_kept_with_its_filters_and_shown_again(
    case_keys: dict[str, UUID], page: CasesPage, office: Office
) -> None:
    page.search_box.setText("post:delhi")
    page.stage.setCurrentIndex(page.stage.findData("screened"))
    page.mine.setChecked(True)
    page.keep.click()
    page.keeping.keep.click()
    assert page.keeping.error.isVisible()  # it has no name yet
    type_text(page.keeping.name, "我的新德里")
    press(page.keeping.name, Qt.Key.Key_Return)
    kept = office.read(saved_searches.of_page, "cases", office.user[0])[0]
    assert kept.typed == "post:delhi stage:screened owner:me"
    page.ask("")
    page.show_what(kept)
    assert listed(page) == ["SAMPLE, Ananya"]


def test_a_deputys_cases_are_among_mine_until_the_absence_ends(
    case_keys: dict[str, UUID], page: CasesPage, book: Casebook, office: Office
) -> None:
    ben = book.write(hire).result
    office.write(case_people.assign, case_keys["zoe"], 1, ben)
    page.mine.setChecked(True)
    assert len(listed(page)) == 2
    away = Absence(user_id=ben, deputy_id=office.user[0], start=TODAY, end=TODAY)
    office.write(absences.save, away, TODAY)
    assert len(listed(page)) == 3
    assert page.deputy.text() == "You stand in for Ben Sample until 23 Nov 2026: those cases are among yours."
    page.mine.setChecked(False)
    assert page.deputy.isHidden()


def test_handing_over_is_a_page_of_its_own(case_keys: dict[str, UUID], page: CasesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as asked:
        page.hand_over.click()
    assert asked.args == ["reassign", None]
