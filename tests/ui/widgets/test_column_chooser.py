"""Columns chosen, moved and brought back by keyboard, on the page of cases."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.cases.page import CasesPage
from app.ui.widgets.column_chooser import ColumnChooser
from tests.ui.cases.conftest import case_keys, page, people_keys
from tests.ui.doubles import press

__all__ = ["case_keys", "page", "people_keys"]
USUAL = ["number", "client", "post", "stage", "progress", "owner", "planned_filing"]


@pytest.fixture
def chooser(page: CasesPage, case_keys: dict[str, UUID]) -> ColumnChooser:
    page.refresh(None, None)
    page.columns.click()
    return page.layout_kept.chooser


def wanted(page: CasesPage) -> list[str]:
    return list(page.table.layout_shown().columns)


def go_to(chooser: ColumnChooser, title: str) -> None:
    found = chooser.list.findItems(title, Qt.MatchFlag.MatchExactly)[0]
    chooser.list.setCurrentItem(found)


def test_space_shows_a_column_and_hides_it_again(chooser: ColumnChooser, page: CasesPage) -> None:
    assert wanted(page) == USUAL
    go_to(chooser, "Labels")
    press(chooser.list, Qt.Key.Key_Space)
    assert wanted(page) == [*USUAL, "labels"]
    press(chooser.list, Qt.Key.Key_Space)
    assert wanted(page) == USUAL


def test_alt_and_an_arrow_move_a_column(chooser: ColumnChooser, page: CasesPage) -> None:
    go_to(chooser, "Client")
    press(chooser.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert wanted(page)[:2] == ["client", "number"]
    assert chooser.list.currentItem().text() == "Client"


def test_the_last_column_stays(chooser: ColumnChooser, page: CasesPage) -> None:
    for at in range(chooser.list.count()):
        chooser.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert len(wanted(page)) == 1


def test_the_usual_columns_come_back(chooser: ColumnChooser, page: CasesPage) -> None:
    go_to(chooser, "Client")
    press(chooser.list, Qt.Key.Key_Space)
    chooser.usual.click()
    assert wanted(page) == USUAL
    assert not page.table.has_own_columns


def test_escape_closes(chooser: ColumnChooser, qtbot: QtBot) -> None:
    press(chooser, Qt.Key.Key_Escape)
    assert chooser.isHidden()
