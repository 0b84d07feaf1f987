"""How much is read of a sheet."""

import pytest

from app.services.sheet_limits import CELL, COLUMNS, ROWS, Room, Trouble


def test_empty_rows_and_cells_at_the_end_take_no_room() -> None:
    room = Room()
    room.take(1, ["a", "", ""])
    room.take(2, ["", ""])
    assert room.rows == [(1, ["a"])]


def test_a_text_that_is_too_long_is_cut_and_told() -> None:
    room = Room()
    room.take(7, ["a", "x" * (CELL + 1)])
    assert len(room.rows[0][1][1]) == CELL
    assert room.odd == [(7, 1, "long", str(CELL + 1))]


def test_too_many_rows_columns_and_characters_are_refused() -> None:
    room = Room()
    for number in range(ROWS + 1):  # and the heads
        room.take(number, ["a"])
    with pytest.raises(Trouble, match="rows"):
        room.take(0, ["a"])
    with pytest.raises(Trouble, match="columns"):
        Room().take(1, ["a"] * (COLUMNS + 1))
    full = Room()
    with pytest.raises(Trouble, match="text"):
        for number in range(100):
            full.take(number, ["x" * CELL] * COLUMNS)
