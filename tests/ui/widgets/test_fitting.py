"""Columns that matter least give way to the others where there is no room."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from app.ui.widgets.fitting import Fitting
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView

COLUMNS: tuple[Column[str], ...] = tuple(
    Column(name, name.title(), lambda text: text, width=200) for name in ("one", "two", "three")
)


def shown(view: TableView) -> list[str]:
    header = view.horizontalHeader()
    return [column.id for at, column in enumerate(COLUMNS) if not header.isSectionHidden(at)]


def table(qtbot: QtBot, first_to_go: Sequence[str], *, stretches_first: bool = False) -> TableView:
    def lines(keys: Sequence[Any]) -> list[str]:
        return [str(key) for key in keys]

    view = TableView(TableModel(COLUMNS, lines, str), "test.fitting", "Fitting")
    qtbot.addWidget(view)
    if stretches_first:
        view.horizontalHeader().setStretchLastSection(False)
        view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    Fitting(view, first_to_go)
    view.show()
    return view


def test_columns_go_in_their_order_and_come_back(qtbot: QtBot) -> None:
    view = table(qtbot, ("two", "three"))
    for width, left in ((640, ["one", "two", "three"]), (450, ["one", "three"]), (300, ["one"])):
        view.resize(width, 200)
        assert shown(view) == left
    view.resize(640, 200)
    assert shown(view) == ["one", "two", "three"]


def test_the_column_that_takes_the_rest_keeps_a_readable_width(qtbot: QtBot) -> None:
    view = table(qtbot, ("three", "two"), stretches_first=True)
    view.resize(680, 200)
    assert shown(view) == ["one", "two", "three"]
    view.resize(500, 200)
    assert shown(view) == ["one", "two"]
