"""The pathways on their page: every cell says itself in short, in full and to a screen reader."""

import pytest
from PySide6.QtCore import Qt

from app.services import case_facts
from app.ui.case.page import CasePage
from app.ui.case.pathways_tab import PathwaysTab
from app.ui.office import Office
from tests.ui.doubles import press


@pytest.fixture
def tab(page: CasePage) -> PathwaysTab:
    page.tabs.setCurrentWidget(page.pathways)
    return page.pathways


def label(tab: PathwaysTab, row: int) -> str:
    return tab.table.verticalHeaderItem(row).text()


def row_of(tab: PathwaysTab, wanted: str) -> int:
    return next(row for row in range(tab.table.rowCount()) if label(tab, row) == wanted)


def text(tab: PathwaysTab, wanted: str, column: int) -> str:
    return tab.table.item(row_of(tab, wanted), column).text()  # type: ignore[union-attr]


def test_every_cell_is_filled_and_named(tab: PathwaysTab) -> None:
    for row in range(tab.table.rowCount()):
        for column in range(4):
            item = tab.table.item(row, column)
            assert item is not None
            assert item.text()
            assert label(tab, row) in item.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_american_column_says_that_it_is_out_of_date(tab: PathwaysTab) -> None:
    assert text(tab, "Certainty of the rules", 3).startswith("! Out of date since 21 Sep 2026")
    assert "Out of date" not in text(tab, "Certainty of the rules", 0)


def test_arrow_keys_walk_and_the_details_follow(tab: PathwaysTab) -> None:
    tab.focus()
    tab.table.setCurrentCell(row_of(tab, "Government fee"), 0)
    assert "No figure is known here." in tab.text.text()
    press(tab.table, Qt.Key.Key_Right)
    assert tab.head.text().startswith("R, talent")
    assert "[P24]" in tab.origin.text()


def test_a_fact_set_meanwhile_shows_and_the_cell_stays(
    tab: PathwaysTab, page: CasePage, office: Office
) -> None:
    row = row_of(tab, "Not met")
    tab.table.setCurrentCell(row, 2)
    assert page.case is not None
    office.write(case_facts.set_fact, page.case.id, "job_offer_cn", "no")
    assert "employer in China" in text(tab, "Not met", 2)
    assert (tab.table.currentRow(), tab.table.currentColumn()) == (row, 2)
    assert "employer" in tab.text.text()


def test_nothing_sounds_like_a_chance(tab: PathwaysTab) -> None:
    assert "how likely" in tab.notes.text()
    assert "until 2026-12-31" in tab.notes.text()


@pytest.mark.parametrize("width", [700, 1400])
def test_the_details_stand_below_where_it_is_narrow(tab: PathwaysTab, width: int) -> None:
    tab.set_narrow(width)
    wanted = Qt.Orientation.Vertical if width < 1000 else Qt.Orientation.Horizontal
    assert tab.splitter.orientation() == wanted
