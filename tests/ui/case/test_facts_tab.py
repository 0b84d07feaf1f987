"""The facts of a case: what is to ask first, set by choice, and where each value comes from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from app.services import case_values
from app.ui.case.facts_model import FactRow
from app.ui.case.facts_tab import FactsTab
from app.ui.case.page import CasePage
from app.ui.office import Office
from tests.ui.doubles import obeys_qt, press, type_text


@pytest.fixture
def tab(page: CasePage) -> FactsTab:
    page.tabs.setCurrentWidget(page.facts)
    return page.facts


def titles(tab: FactsTab) -> list[str]:
    found = [tab.model.section_at(row) for row in range(tab.model.rowCount())]
    return [section.title for section in found if section is not None]


def row(tab: FactsTab, name: str) -> FactRow:
    found = tab.model.row(name)
    assert found is not None
    return found


def entered(page: CasePage, office: Office) -> dict[str, object]:
    assert page.case is not None
    return dict(office.read(case_values.entered, page.case.id))


def test_the_model_obeys_qts_rules(tab: FactsTab, qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, tab.model)


def test_what_is_to_ask_comes_first(tab: FactsTab) -> None:
    assert titles(tab)[0] == "To ask"
    assert tab.table.current_key() == "limb"
    assert tab.model.index(1, 0).data(Qt.ItemDataRole.UserRole + 2).startswith("Needed for K-DOC-")


def test_a_choice_is_saved_at_once_and_can_be_taken_back(
    tab: FactsTab, page: CasePage, office: Office
) -> None:
    tab.panel.editor._input.first.click()  # type: ignore[union-attr]  # it is shown
    assert entered(page, office) == {"limb": frozenset({"graduate"})}
    assert row(tab, "limb").is_known
    office.undo()
    assert entered(page, office) == {}
    assert not row(tab, "limb").is_known


def test_none_of_these_is_not_the_same_as_not_known(tab: FactsTab, page: CasePage, office: Office) -> None:
    assert tab.panel.editor._input is not None
    none = tab.panel.editor._input._none  # type: ignore[attr-defined]  # a set of choices has it
    none.click()
    assert entered(page, office) == {"limb": frozenset()}
    none.click()
    assert entered(page, office) == {}


def test_yes_no_and_not_known_are_three_choices(tab: FactsTab, page: CasePage, office: Office) -> None:
    tab.show_fact("job_offer_cn")
    buttons = {made.text(): made for made in tab.panel.editor.findChildren(QRadioButton)}
    assert list(buttons) == ["Yes", "No", "Not known"]
    buttons["No"].click()
    assert entered(page, office) == {"job_offer_cn": False}
    buttons["Not known"].click()
    assert entered(page, office) == {}


def test_a_day_is_read_as_people_type_it(tab: FactsTab, page: CasePage, office: Office) -> None:
    tab.show_fact("last_entry")
    edit = tab.panel.editor._input.first  # type: ignore[union-attr]  # it is shown
    type_text(edit, "2 May 2025")
    press(edit, Qt.Key.Key_Return)
    assert str(entered(page, office)["last_entry"]) == "2025-05-02"


def test_what_is_no_day_is_said_in_place(tab: FactsTab, page: CasePage, office: Office) -> None:
    tab.show_fact("last_entry")
    edit = tab.panel.editor._input.first  # type: ignore[union-attr]  # it is shown
    type_text(edit, "soon")
    press(edit, Qt.Key.Key_Return)
    assert tab.panel.editor.error.isVisible()
    assert entered(page, office) == {}


def test_what_the_record_tells_is_shown_and_not_set_here(tab: FactsTab, qtbot: QtBot) -> None:
    tab.show_fact("nationality")
    assert tab.panel.value.text() == "India"
    assert tab.panel.editor.isHidden()
    with qtbot.waitSignal(tab.asking_person):
        tab.panel.person.click()


def test_what_the_cases_own_fields_tell_is_changed_in_the_details(tab: FactsTab, page: CasePage) -> None:
    tab.show_fact("planned_filing")
    assert tab.panel.person.isHidden()
    tab.panel.details.click()
    assert page.tabs.currentWidget() is page.details


def test_an_answer_of_the_post_is_not_set_on_a_case(tab: FactsTab) -> None:
    tab.show_fact("post.agent_filing")
    assert tab.panel.origin.text() == "An answer of the post; ask it, and record the answer under Rules."
    assert tab.panel.person.isHidden()
    assert tab.panel.details.isHidden()


def test_sensitive_facts_stay_closed_without_a_consent(tab: FactsTab) -> None:
    tab.show_fact("removals")
    assert tab.panel.value.text() == "Closed"
    assert tab.panel.editor.isHidden()


def test_the_line_that_waits_can_be_gone_to(tab: FactsTab, page: CasePage) -> None:
    tab.panel.show_item.click()
    assert page.tabs.currentWidget() is page.checklist
    assert page.checklist.panel.code.text().startswith("K-DOC-")


def test_f2_goes_to_the_choices_and_escape_back(tab: FactsTab, qtbot: QtBot) -> None:
    tab.focus()
    press(tab.table, Qt.Key.Key_F2)
    first = tab.panel.editor._input.first  # type: ignore[union-attr]  # it is shown
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first)
    press(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is tab.table)


def test_a_narrow_tab_puts_the_fact_under_the_list(tab: FactsTab) -> None:
    tab.set_narrow(500)
    assert tab.splitter.orientation() == Qt.Orientation.Vertical
