"""The screening on its page: what it comes to, answered in place, confirmed in somebody's name."""

import pytest
from PySide6.QtCore import Qt

from app.services import case_facts, screening
from app.ui.case.page import CasePage
from app.ui.case.screening_tab import ScreeningTab
from app.ui.office import Office
from tests.builders import TODAY
from tests.ui.doubles import press


@pytest.fixture
def tab(page: CasePage) -> ScreeningTab:
    page.tabs.setCurrentWidget(page.screening)
    return page.screening


def test_the_result_is_told_by_shape_and_word_and_by_nobody_yet(tab: ScreeningTab) -> None:
    assert tab.banner.result.text() == "○ Information missing"
    assert "nobody" in tab.banner.standing.text()
    assert tab.banner.confirm.text().startswith("Confirm as ")


def test_the_questions_stand_under_what_they_count_for(tab: ScreeningTab) -> None:
    keys = [row.key for row in tab.model.rows()]
    assert len(keys) == len(set(keys)) == 22  # two of twenty count for both limbs
    assert keys[0] == "graduate K-Q04"
    assert keys[-1] == "routing K-Q19"


def test_a_fact_is_answered_in_place(tab: ScreeningTab, page: CasePage, office: Office) -> None:
    tab.table.choose("common K-Q12")
    tab.panel.questions.editors["funds"].setting.emit("funds", "weak")
    assert page.case is not None
    lines = {x.fact.name: x for x in office.read(case_facts.lines, page.case.id, TODAY)}
    assert lines["funds"].text == "weak"
    assert tab.panel.result.text() == "◐ Needs consular confirmation"
    assert "More means" in tab.panel.change.text()
    assert "funds" in tab.panel.questions.editors  # and may be answered otherwise


def test_what_the_record_tells_is_not_answered_here(tab: ScreeningTab) -> None:
    tab.table.choose("common K-Q16")
    assert tab.panel.result.text() == "● Meets"
    assert tab.panel.questions.editors == {}


def test_a_person_confirms_with_a_note_and_undo_takes_it_back(
    tab: ScreeningTab, page: CasePage, office: Office
) -> None:
    tab.banner.note.setText("已与客户核对")
    press(tab.banner.note, Qt.Key.Key_Return)
    assert page.case is not None
    record = office.read(screening.last_confirmed, page.case.id)
    assert record is not None
    assert (record.by, record.note) == (office.user[1], "已与客户核对")
    assert tab.banner.confirm.isHidden()
    assert record.note in tab.banner.standing.text()
    office.undo()
    assert not tab.banner.confirm.isHidden()


def test_what_changed_since_the_confirmation_is_told(
    tab: ScreeningTab, page: CasePage, office: Office
) -> None:
    tab.banner.confirm.click()
    assert page.case is not None
    office.write(case_facts.set_fact, page.case.id, "entry_ban_running", "yes")
    assert tab.banner.result.text() == "× Does not meet"
    assert "Information missing" in tab.banner.standing.text()
    assert not tab.banner.confirm.isHidden()


def test_nobody_confirms_what_they_did_not_see(tab: ScreeningTab, page: CasePage, office: Office) -> None:
    assert page.case is not None and tab._found is not None  # noqa: PT018
    seen = tab._found
    office.write(case_facts.set_fact, page.case.id, "funds", "weak")
    tab._found = seen
    tab.banner.confirm.click()
    assert not tab.banner.error.isHidden()
    assert office.read(screening.confirmed, page.case.id) == ()


def test_a_reason_leads_to_its_line_and_to_the_pathways(
    tab: ScreeningTab, page: CasePage, office: Office
) -> None:
    assert page.case is not None
    office.write(case_facts.set_fact, page.case.id, "funds", "weak")
    tab.table.choose("common K-Q12")
    tab.panel.item.click()
    assert page.tabs.currentWidget() is page.checklist
    current = page.checklist.table.current_row()
    assert getattr(current, "line").item.id == "K-DOC-09"  # noqa: B009
    page.tabs.setCurrentWidget(tab)
    office.write(case_facts.set_fact, page.case.id, "job_offer_cn", "yes")
    tab.table.choose("routing K-Q14")
    tab.panel.pathways.click()
    assert page.tabs.currentWidget() is page.pathways


def test_the_keyboard_goes_to_the_facts_and_back(tab: ScreeningTab) -> None:
    tab.table.choose("common K-Q12")
    tab.focus()
    press(tab, Qt.Key.Key_F2)
    assert not tab.table.hasFocus()
    press(tab, Qt.Key.Key_Escape)
    assert tab.table.hasFocus()
