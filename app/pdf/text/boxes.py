"""Boxes for characters that no font draws, each with the character's code point in it.

The font of frames and digits is our own, made by ``tests/make_box_font.py`` to the measures below, which are
in thousandths of the font size.
"""

from functools import cache

from app.pdf.text.fonts import Face
from app.pdf.text.glyph import Glyph

SIDE = 40  # white beside the frame
TOP, BOTTOM = 780, -110
DIGIT = 229  # the width of one
_EDGE = 110  # from the box's end to its digits
_ROWS = (388, 0)  # baselines of the two rows
_FRAMES = {2: 1, 3: 2}  # glyphs by the number of digits across
_FIRST_DIGIT = 3


@cache
def face() -> Face:
    """Return the font of the boxes; it stands in no order of fallback."""
    return Face("KasebookBoxes.ttf", "Kasebook Boxes", "regular")


def width(digits: int) -> int:
    """Return the width of a box for four or six digits."""
    return digits // 2 * DIGIT + 2 * _EDGE


@cache
def box(character: str) -> tuple[Glyph, ...]:
    """Return the glyphs that draw ``character`` as a box: the frame, then its digits in two rows."""
    digits = f"{ord(character):04X}"
    digits = digits if len(digits) == 4 else f"{digits:0>6}"
    across = len(digits) // 2
    glyphs = [Glyph(_FRAMES[across], 0, 0, 0)]
    for number, digit in enumerate(digits):
        row, column = divmod(number, across)
        advance = width(len(digits)) if number + 1 == len(digits) else 0
        place = _EDGE + column * DIGIT
        glyphs.append(Glyph(_FIRST_DIGIT + int(digit, 16), advance, place, _ROWS[row]))
    return tuple(glyphs)
