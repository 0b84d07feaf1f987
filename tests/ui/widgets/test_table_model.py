"""The generic table: windows of rows, order by the query, selection kept by key."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.ui.widgets.table_model import TONE_ROLE, WINDOW, Column, TableModel
from tests.ui.doubles import obeys_qt


@dataclass(frozen=True)
class Line:
    key: int
    text: str


COLUMNS = (
    Column[Line]("key", "Key", lambda line: str(line.key), sort="key", is_right=True),
    Column[Line]("text", "Text", lambda line: line.text, tone=lambda line: "good"),
)


class Source:
    """Rows in memory that count how they are fetched."""

    def __init__(self) -> None:
        self.fetched: list[Sequence[int]] = []

    def lines(self, keys: Sequence[int]) -> list[Line]:
        self.fetched.append(keys)
        return [Line(key, f"line {key}") for key in keys if key != 7]


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(source: Source, qapp: object) -> TableModel[Line]:
    model = TableModel(COLUMNS, source.lines, lambda line: line.key)
    model.show_keys(array("q", range(1000)))
    return model


def text(model: TableModel[Line], row: int, column: int = 1, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
    return model.data(model.index(row, column), role)


def test_the_model_keeps_qts_rules(model: TableModel[Line], qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, model)


def test_a_window_of_rows_is_fetched_once(model: TableModel[Line], source: Source) -> None:
    assert [text(model, row) for row in (0, 5, WINDOW - 1)] == ["line 0", "line 5", f"line {WINDOW - 1}"]
    assert [len(keys) for keys in source.fetched] == [WINDOW]


def test_windows_long_unused_are_forgotten(model: TableModel[Line], source: Source) -> None:
    model.show_keys(array("q", range(WINDOW * 40)))
    for number in range(40):
        text(model, number * WINDOW)
    text(model, 39 * WINDOW)
    assert len(source.fetched) == 40
    text(model, 0)
    assert len(source.fetched) == 41


def test_a_row_that_is_gone_shows_nothing(model: TableModel[Line]) -> None:
    assert text(model, 7) is None
    assert text(model, 8) == "line 8"


def test_keys_and_rows_are_found_from_each_other(model: TableModel[Line]) -> None:
    model.show_keys(array("q", [30, 10, 20]))
    assert (model.key_at(1), model.row_of(20), model.row_of(99), model.key_at(3)) == (10, 2, -1, None)


def test_headers_are_aligned_as_their_cells(model: TableModel[Line]) -> None:
    for column in (0, 1):
        header = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        assert header == text(model, 0, column, Qt.ItemDataRole.TextAlignmentRole)


def test_a_cell_tells_its_tone(model: TableModel[Line]) -> None:
    assert text(model, 0, 1, TONE_ROLE) == "good"


def test_a_tip_is_never_rich_text(qapp: object) -> None:
    column = Column[Line]("text", "Text", lambda line: "<b>bold</b>")
    model = TableModel([column], lambda keys: [Line(key, "") for key in keys], lambda line: line.key)
    model.show_keys([1])
    assert "&lt;b&gt;" in text(model, 0, 0, Qt.ItemDataRole.ToolTipRole)


def test_sorting_asks_for_keys_in_another_order(model: TableModel[Line]) -> None:
    asked: list[tuple[str, bool]] = []
    model.sorted_by.connect(lambda key, descending: asked.append((key, descending)))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(1)
    assert asked == [("key", True)]


def test_rows_are_fetched_anew_without_a_reset(model: TableModel[Line], source: Source) -> None:
    text(model, 0)
    model.show_anew()
    text(model, 0)
    assert len(source.fetched) == 2


def test_a_file_gets_every_row_in_the_columns_and_the_order_asked_for(model: TableModel[Line]) -> None:
    rows = list(model.texts([1, 0]))
    assert model.heads([1, 0]) == ["Text", "Key"]
    assert rows[:2] == [["line 0", "0"], ["line 1", "1"]]
    assert len(rows) == 999  # one is gone meanwhile
