"""What if: tried out without a trace, accepted as one step."""

import pytest

from app.services import case_facts, cases, history
from app.ui.case.page import CasePage
from app.ui.case.what_if_tab import WhatIfTab
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.db.content import content_hash


@pytest.fixture
def tab(page: CasePage) -> WhatIfTab:
    page.tabs.setCurrentWidget(page.what_if)
    return page.what_if


def choose(tab: WhatIfTab, name: str, text: str) -> None:
    tab.fact.setCurrentIndex(tab.fact.findData(name))
    tab._choose_fact()
    tab.value.setting.emit(name, text)


def titles(tab: WhatIfTab) -> list[str]:
    return [row.difference.code for row in tab.model.rows()]


def test_trying_out_and_clearing_leaves_no_trace(tab: WhatIfTab, book: Casebook) -> None:
    before, head = content_hash(book), book.head()
    tab.dates["planned_filing"].setText("1 Mar 2027")
    choose(tab, "limb", "staff")
    assert "K-DOC-06" in titles(tab)
    assert "planned_filing" in titles(tab)
    tab.clear.click()
    assert titles(tab) == []
    assert tab.stack.currentWidget() is tab.empty
    assert (content_hash(book), book.head()) == (before, head)


def test_accepting_saves_all_of_it_as_one_step(tab: WhatIfTab, page: CasePage, office: Office) -> None:
    assert page.case is not None
    before = len(office.read(history.entries, about=page.case.id))
    tab.dates["planned_filing"].setText("1 Mar 2027")
    choose(tab, "limb", "staff")
    tab.accept.click()
    assert len(office.read(history.entries, about=page.case.id)) == before + 1
    lines = {x.fact.name: x.text for x in office.read(case_facts.lines, page.case.id, TODAY)}
    assert (lines["limb"], lines["planned_filing"]) == ("staff", "2027-03-01")
    assert tab.dates["planned_filing"].text() == ""
    office.undo()
    assert office.read(cases.case, page.case.id).file.planned_filing is None


def test_a_wrong_day_is_told_in_place_and_nothing_can_be_accepted(tab: WhatIfTab, book: Casebook) -> None:
    head = book.head()
    tab.dates["planned_entry"].setText("soon")
    tab.look.click()
    assert not tab.error.isHidden()
    assert tab.dates["planned_entry"].property("state") == "invalid"
    tab.accept.click()
    assert book.head() == head
    tab.dates["planned_entry"].setText("1 May 2027")
    tab.look.click()
    assert tab.error.isHidden()


def test_a_value_that_is_so_already_changes_nothing(tab: WhatIfTab, page: CasePage, office: Office) -> None:
    assert page.case is not None
    office.write(case_facts.set_fact, page.case.id, "funds", "weak")
    choose(tab, "funds", "sufficient")
    assert "K-Q12" in titles(tab)
    choose(tab, "funds", "weak")
    assert tab.stack.currentWidget() is tab.same


def test_another_case_begins_with_nothing_tried(tab: WhatIfTab, page: CasePage) -> None:
    tab.dates["planned_filing"].setText("1 Mar 2027")
    tab._case = None
    assert page.case is not None
    tab.show_case(page.case)
    assert tab.dates["planned_filing"].text() == ""
