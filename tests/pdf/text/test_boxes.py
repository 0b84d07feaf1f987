"""Boxes with code points in them."""

import resources
from app.pdf.text import boxes
from tests import make_box_font


def test_the_shipped_font_is_the_one_we_draw() -> None:
    assert resources.data("fonts/KasebookBoxes.ttf") == make_box_font.made()


def test_a_box_is_a_frame_and_the_digits_of_the_code_point() -> None:
    frame, *digits = boxes.box("\u0f56")
    assert frame.number == 1
    assert [digit.number - 3 for digit in digits] == [0, 0xF, 5, 6]
    assert len({(digit.x, digit.y) for digit in digits}) == 4


def test_code_points_beyond_the_basic_plane_have_six_digits() -> None:
    frame, *digits = boxes.box("\U0001f600")
    assert frame.number == 2
    assert [digit.number - 3 for digit in digits] == [0, 1, 0xF, 6, 0, 0]


def test_the_pen_moves_on_by_the_frame() -> None:
    assert sum(glyph.advance for glyph in boxes.box("\x07")) == boxes.width(4)
    assert boxes.face().advance(1) == boxes.width(4)
    assert boxes.face().advance(2) == boxes.width(6)
