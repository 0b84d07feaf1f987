"""Re-basing in the window: the difference by case, cases left behind, one step and its undo."""

import pytest

from app.domain.rule_actions import Action
from app.services import case_values, firm_rules, rebasing
from app.services.cases import Opened
from app.ui.case.page import CasePage
from app.ui.page import Desk
from app.ui.rules.page import RulesPage
from app.ui.rules.rebase_tab import RebaseTab
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_firm_rules import ITEM, a_new_rule
from tests.ui.doubles import Recorder


@pytest.fixture
def tab(page: RulesPage, book: Casebook) -> RebaseTab:
    for new in (a_new_rule(action=Action.OFF, changes={}), a_new_rule(item="K-DOC-02")):
        book.write(firm_rules.record, new, TODAY)
    page.show_what("rebase")
    return page.rebase


def rules(book: Casebook, case: Opened) -> str:
    return book.read(case_values.row, case.id).rule_set


def test_without_newer_rules_the_tab_says_so(page: RulesPage) -> None:
    page.show_what("rebase")
    assert not page.rebase.go.isEnabled()
    assert page.rebase.nothing.title.text() == "Every open case has the rules of today"


def test_the_ticked_cases_change_and_the_others_stay_behind(
    tab: RebaseTab, book: Casebook, opened: tuple[Opened, Opened], told: Recorder
) -> None:
    first, second = opened
    before = rules(book, first)
    tab.table.choose(second.id)
    tab.table.tick()
    assert tab.go.text() == "Re-base 1 case"
    tab.go.click()
    assert rules(book, first) != before
    assert rules(book, second) == before
    assert told.told[-1] == "1 case has the rules of today."
    told.offers["Undo"]()
    assert rules(book, first) == before


def test_all_and_none_are_one_press(tab: RebaseTab) -> None:
    tab.none.click()
    assert not tab.go.isEnabled()
    tab.all.click()
    assert tab.go.text() == "Re-base 2 cases"


def test_the_panel_says_what_changes_before_and_after(tab: RebaseTab, opened: tuple[Opened, Opened]) -> None:
    tab.show_case(opened[0].id)
    assert opened[0].number in tab.panel.title.text()
    tab.panel.table.choose("K-DOC-02")
    assert "copies: " in tab.panel.detail.text()
    assert "→ 7" in tab.panel.detail.text()
    tab.panel.table.choose(ITEM)
    assert "title: Passport" in tab.panel.detail.text()


def test_rules_that_changed_meanwhile_are_shown_anew(
    tab: RebaseTab, book: Casebook, opened: tuple[Opened, Opened], told: Recorder
) -> None:
    found = book.read(rebasing.affected, TODAY)
    book.write(rebasing.rebase, [(found[0].id, found[0].froze)], TODAY)
    tab.go.click()
    assert "other rules by now" in str(told.troubles[-1])
    assert [row.case.id for row in tab.model.rows()] == [opened[1].id]


def test_the_case_says_that_newer_rules_exist_and_leads_to_them(
    desk: Desk, tab: RebaseTab, opened: tuple[Opened, Opened]
) -> None:
    page = CasePage(desk)
    page.show_what(opened[0].id)
    assert not page.rules.isHidden()
    assert "1 removed, 1 changed" in page.rules.text.text()
    asked: list[object] = []
    page.go.connect(lambda name, what: asked.append((name, what)))
    page.rules.look.click()
    assert asked == [("rules", opened[0].id)]
    tab.go.click()
    page.refresh(None, None)
    assert page.rules.isHidden()
    page.deleteLater()


def test_the_page_shows_the_difference_of_a_case(
    page: RulesPage, tab: RebaseTab, opened: tuple[Opened, Opened]
) -> None:
    page.show_what("questions")
    page.show_what(opened[1].id)
    assert page.tabs.currentWidget() is tab
    assert tab.table.current_key() == opened[1].id
