"""Packs and items in the window: every item with its source, and two sets compared item by item."""

import pytest

from app.services import firm_rules
from app.ui.rules.items_tab import ItemsTab
from app.ui.rules.page import RulesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_firm_rules import ITEM, a_new_rule


@pytest.fixture
def tab(page: RulesPage) -> ItemsTab:
    page.show_what("items")
    tab = page.items
    tab.version.setCurrentIndex(tab.version.findData("today:K"))
    tab.version.activated.emit(tab.version.currentIndex())
    return tab


def compare(tab: ItemsTab, key: str) -> None:
    tab.other.setCurrentIndex(tab.other.findData(key))
    tab.other.activated.emit(tab.other.currentIndex())


def test_every_item_shows_with_basis_source_and_the_day_it_was_checked(tab: ItemsTab) -> None:
    assert len(tab.model.rows()) >= 40
    tab.show_item("K-DOC-05")
    text = tab.panel.detail.text()
    assert "basis: PRACTICE" in text
    assert "source: [O25]" in text
    assert "checked on: 23 Nov 2026" in text


def test_two_sets_are_compared_item_by_item(tab: ItemsTab, page: RulesPage, book: Casebook) -> None:
    book.write(firm_rules.record, a_new_rule(), TODAY)
    page.refresh(None, None)
    compare(tab, "shipped:K")
    assert [row.item.id for row in tab.model.rows()] == [ITEM]
    tab.show_item(ITEM)
    assert "→ 7" in tab.panel.detail.text()
    compare(tab, "today:K")
    assert tab.model.rows() == []
    assert tab.nothing.title.text() == "No difference"


def test_an_item_leads_to_a_rule_of_our_own(tab: ItemsTab, page: RulesPage) -> None:
    tab.show_item(ITEM)
    tab.panel.change.click()
    assert page.tabs.currentWidget() is page.overrides
    assert page.overrides.form.item.raw() == ITEM
