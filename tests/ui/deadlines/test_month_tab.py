"""A month of deadlines: days off in China, pages turned by key, and the day's list."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.deadlines.month_model import first_shown, next_month
from app.ui.deadlines.month_tab import MonthTab
from app.ui.deadlines.page import DeadlinesPage

_SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def tab(page: DeadlinesPage) -> MonthTab:
    page.show_what("month")
    return page.month


def test_a_month_begins_on_the_monday_before_and_turns_over_the_year() -> None:
    assert first_shown(date(2026, 11, 1)) == date(2026, 10, 26)
    assert first_shown(date(2027, 2, 1)) == date(2027, 2, 1)
    assert next_month(date(2026, 12, 31), 1) == date(2027, 1, 1)
    assert next_month(date(2026, 1, 15), -1) == date(2025, 12, 1)


def test_a_day_says_its_deadlines_and_whether_china_works(tab: MonthTab) -> None:
    said = tab.model.index_of(date(2026, 11, 26)).data(_SAID)
    assert said == "26 Nov 2026, 1 deadline"
    assert tab.model.index_of(date(2026, 11, 28)).data(_SAID) == "28 Nov 2026, no working day in China"
    tab.grid.setCurrentIndex(tab.model.index_of(date(2026, 11, 26)))
    assert [line.rule.id for line in tab.day_model.rows()] == ["DL-03"]


def test_pages_turn_by_key_and_a_year_not_announced_is_marked(tab: MonthTab) -> None:
    assert (tab.name.text(), tab.note.text()) == ("Nov 2026", "")
    tab.focus()
    for _turn in range(2):
        QTest.keyClick(tab, Qt.Key.Key_PageDown)
    assert tab.name.text() == "Jan 2027"
    assert "Provisional" in tab.note.text()
    QTest.keyClick(tab, Qt.Key.Key_PageUp)
    assert tab.name.text() == "Dec 2026"
    tab.now.click()
    assert tab.model.day(tab.grid.currentIndex()) == date(2026, 11, 23)
