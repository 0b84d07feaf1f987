"""The table as seen: selection by key, Enter, remembered widths, pills inside their cells."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView
from tests.ui.doubles import press
from tests.ui.widgets.test_table_model import Line

COLUMNS = (
    Column[Line]("key", "Key", lambda line: str(line.key), sort="key", width=70),
    Column[Line]("text", "Text", lambda line: line.text * 40, tone=lambda line: "good", width=90),
)


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    model = TableModel(COLUMNS, lambda keys: [Line(key, "x") for key in keys], lambda line: line.key)
    model.show_keys([1, 2, 3])
    view = TableView(model, "test.table", "Things", Settings())
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    return view


def test_the_selection_follows_its_key_through_a_reset(view: TableView) -> None:
    chosen: list[object] = []
    view.choose(2)
    view.chosen.connect(chosen.append)
    view.rows.show_keys([3, 9, 2])
    assert view.current_key() == 2
    assert view.currentIndex().row() == 2
    assert chosen == []


def test_a_selected_row_that_leaves_is_told(view: TableView) -> None:
    chosen: list[object] = []
    view.choose(2)
    view.chosen.connect(chosen.append)
    view.rows.show_keys([3])
    assert chosen == [None]


def test_choosing_a_row_tells_its_key(view: TableView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        view.choose(3)
    assert chosen.args == [3]


def test_enter_opens_the_current_row(view: TableView, qtbot: QtBot) -> None:
    view.choose(2)
    with qtbot.waitSignal(view.opened) as opened:
        press(view, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_the_header_says_how_it_is_sorted(view: TableView) -> None:
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert view.sorting() == ("key", True)


def test_widths_are_remembered_under_the_tables_name(view: TableView, qtbot: QtBot) -> None:
    view.horizontalHeader().resizeSection(0, 111)
    qtbot.waitUntil(lambda: "test.table" in Settings().column_widths)
    again = TableView(view.rows, "test.table", "Things", Settings())
    qtbot.addWidget(again)
    assert again.horizontalHeader().sectionSize(0) == 111


def test_the_focus_alone_chooses_nobody_and_tab_the_first(view: TableView) -> None:
    chosen: list[object] = []
    view.chosen.connect(chosen.append)
    view.activateWindow()
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert (view.current_key(), chosen) == (None, [])
    press(view, Qt.Key.Key_Down)
    assert chosen == [1]
    view.clearFocus()
    view.rows.show_keys([])
    view.rows.show_keys([4, 5])
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert chosen[-1] == 4


def test_painting_pills_and_long_texts_works(view: TableView) -> None:
    assert not view.grab().isNull()


def test_a_name_for_screen_readers_is_there(view: TableView) -> None:
    assert (view.accessibleName(), view.objectName()) == ("Things", "test.table")
