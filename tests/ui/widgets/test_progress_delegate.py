"""A bar in a cell, with its numbers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.widgets.progress_delegate import MARGIN, ProgressDelegate
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView


def painted(qtbot: QtBot, share: float) -> list[QColor]:
    """Return the colours at the beginning and at the end of a bar that is ``share`` full."""

    def lines(keys: Sequence[Any]) -> list[str]:
        return [str(key) for key in keys]

    columns: tuple[Column[str], ...] = (Column("one", "One", lambda text: text),)
    model: TableModel[str] = TableModel(columns, lines, str)
    view = TableView(model, "test.progress", "Progress")
    qtbot.addWidget(view)
    view.setItemDelegate(ProgressDelegate(lambda _row: share, view))
    model.show_keys(["1"])
    view.resize(300, 120)
    view.show()
    cell = view.visualRect(model.index(0, 0))
    image = view.viewport().grab().toImage()
    return [image.pixelColor(cell.x() + MARGIN + x, cell.center().y()) for x in (4, 50)]


def test_a_bar_is_as_full_as_its_share(qtbot: QtBot) -> None:
    assert painted(qtbot, 0.5) == [theme.colour("accent"), theme.colour("border")]


def test_a_full_bar_is_of_another_colour(qtbot: QtBot) -> None:
    assert painted(qtbot, 1.0) == [theme.colour("good"), theme.colour("good")]


def test_nothing_done_shows_the_ground_alone(qtbot: QtBot) -> None:
    assert painted(qtbot, 0.0) == [theme.colour("border"), theme.colour("border")]
