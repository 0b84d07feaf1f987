"""The smallest thing that is drawn."""

from typing import NamedTuple


class Glyph(NamedTuple):
    """One glyph of a face: how far the pen moves on, and where the glyph stands against the pen."""

    number: int  # in the font file
    advance: int
    x: int
    y: int
