"""The firm's own rules in the window: typed with reason and source, superseded, refused in place, named."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.rule_actions import Action
from app.services import firm_rules
from app.ui.rules.overrides_tab import EMPTY, FORM, VIEW, OverridesTab
from app.ui.rules.page import RulesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_firm_rules import ITEM, a_new_rule
from tests.ui.doubles import Recorder


@pytest.fixture
def tab(page: RulesPage) -> OverridesTab:
    page.show_what("overrides")
    return page.overrides


def fill(tab: OverridesTab, **typed: Any) -> None:
    for name, text in typed.items():
        tab.form.whole.form.rows[name].editor.show_raw(text)
    tab.form.whole.save.click()


def held(book: Casebook) -> list[tuple[str, Action, bool]]:
    return [(each.rule.item, each.rule.action, each.stands) for each in book.read(firm_rules.lines, TODAY)]


def test_an_item_is_changed_with_reason_and_source(tab: OverridesTab, book: Casebook, told: Recorder) -> None:
    tab.add.click()
    tab.form.begin(item=f"{ITEM} Passport")
    fill(
        tab,
        copies="4",
        reason="The post lost one",
        source="合伙人会议 بإجماع",
        title_en="Passport, four copies",
    )
    rules = book.read(firm_rules.composed, "K", "bangkok", TODAY).rules
    assert (rules.by_id[ITEM].copies, rules.by_id[ITEM].title.en) == (4, "Passport, four copies")
    assert told.told[-1].startswith("Recorded.")
    assert tab.panel.currentIndex() == VIEW
    assert "The post lost one" in tab.view.told.text()
    told.offers["See what it changes"]()


def test_what_is_missing_is_said_under_its_field(tab: OverridesTab, book: Casebook) -> None:
    tab.begin(item=ITEM)
    fill(tab, copies="4", source="Partners' meeting")
    assert tab.form.whole.form.rows["reason"].below.text() == "Say why."
    fill(tab, reason="Lost", title_en="", title_zh="")
    assert "missing" in tab.form.whole.form.rows["title_en"].below.text()
    tab.form.item.show_raw("!!!")
    fill(tab, reason="Lost")
    assert "OWN-01" in tab.form.hint.text()
    assert held(book) == []


def test_a_new_item_is_added_for_every_case(tab: OverridesTab, book: Casebook) -> None:
    tab.begin(item="own-01")
    assert tab.form.hint.text() == "A new item, for every case."
    typed = {"title_en": "Insurance", "title_zh": "保险", "stage": "intake", "need": "required"}
    fill(tab, **typed, audience="office", reason="Clients ask", source="Partners' meeting")
    assert held(book) == [("OWN-01", Action.ITEM, True)]


def test_switching_off_asks_for_no_wording_and_supersedes(
    tab: OverridesTab, book: Casebook, page: RulesPage
) -> None:
    book.write(firm_rules.record, a_new_rule(), TODAY)
    page.refresh(None, None)
    tab.table.choose_first()
    tab.change()
    assert (tab.panel.currentIndex(), tab.form.item.raw()) == (FORM, ITEM)
    tab.form.action.setCurrentIndex(1)
    tab.form.action.activated.emit(1)
    assert tab.form.whole.form.rows["title_en"].isHidden()
    fill(tab, reason="Not needed here", source="Mail of the post")
    assert held(book) == [(ITEM, Action.OFF, True), (ITEM, Action.ITEM, False)]
    assert "Recorded about the same:" in tab.view.before.text()


def test_a_rule_that_cant_be_read_is_named_in_place(
    tab: OverridesTab, book: Casebook, page: RulesPage
) -> None:
    key = book.write(firm_rules.record, a_new_rule(), TODAY).result

    def spoil(session: Any) -> None:
        session.connection().exec_driver_sql("UPDATE firm_rule SET item_values = '{'")

    book.keep(spoil)
    page.refresh(None, None)
    tab.table.choose(key)
    assert "can't be read. What is shipped stays in force." in tab.view.problem.text()
    assert not tab.view.problem.isHidden()
    assert "Our rules: K-DOC-01: can't be read" in page.problems.text()


def test_without_rules_the_tab_says_what_they_are_for(tab: OverridesTab) -> None:
    assert tab.nothing.title.text() == "No rule of our own"
    assert tab.panel.currentIndex() == EMPTY


def test_the_keyboard_changes_a_rule_and_goes_back(
    tab: OverridesTab, book: Casebook, page: RulesPage
) -> None:
    book.write(firm_rules.record, a_new_rule(), TODAY)
    page.refresh(None, None)
    tab.table.choose_first()
    tab.focus()
    QTest.keyClick(tab.table, Qt.Key.Key_F2)
    assert tab.panel.currentIndex() == FORM
    QTest.keyClick(tab, Qt.Key.Key_Escape)
    assert tab.panel.currentIndex() == VIEW
