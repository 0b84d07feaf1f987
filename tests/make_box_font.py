"""Draws ``resources/fonts/KasebookBoxes.ttf``: a box with a code point in it, for what no font draws.

Run it as ``python -m tests.make_box_font``. The digits are those of Noto Sans Bold, made small; the same font
gives the same bytes. Its glyphs, by number: 0 nothing, 1 a frame for four digits, 2 for six, then 0 to F.
"""

import io

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

import resources
from app.pdf.text import boxes

FAMILY = "Kasebook Boxes"
DIGITS = "0123456789ABCDEF"
STROKE = 34
SCALE = 0.4  # of Noto Sans Bold
_LETTER = 572  # width of a digit there


def frame(columns: int) -> TTGlyphPen:
    """Return the outline of a frame around two rows of digits."""
    pen = TTGlyphPen(None)
    left, right = boxes.SIDE, boxes.width(2 * columns) - boxes.SIDE
    for inset in (0, STROKE):
        edges = [
            (left + inset, boxes.BOTTOM + inset),
            (left + inset, boxes.TOP - inset),
            (right - inset, boxes.TOP - inset),
            (right - inset, boxes.BOTTOM + inset),
        ]
        edges = edges[::-1] if inset else edges
        pen.moveTo(edges[0])
        for edge in edges[1:]:
            pen.lineTo(edge)
        pen.closePath()
    return pen


def digit(source: TTFont, character: str) -> TTGlyphPen:
    """Return the outline of a small digit in the middle of its place, on the baseline."""
    glyphs = source.getGlyphSet()
    name = source.getBestCmap()[ord(character)]
    scale = SCALE * 1000 / source["head"].unitsPerEm
    narrow = min(1.0, _LETTER / glyphs[name].width)
    shift = (boxes.DIGIT - glyphs[name].width * scale * narrow) / 2
    pen = TTGlyphPen(None)
    glyphs[name].draw(TransformPen(pen, (scale * narrow, 0, 0, scale, shift, 0)))
    return pen


def made() -> bytes:
    """Return the font file."""
    source = TTFont(io.BytesIO(resources.data("fonts/NotoSans-Bold.ttf")))
    pens = {".notdef": TTGlyphPen(None), "narrow": frame(2), "wide": frame(3)} | {
        f"digit{c}": digit(source, c) for c in DIGITS
    }
    builder = FontBuilder(1000, isTTF=True)
    builder.updateHead(created=source["head"].created, modified=source["head"].modified)
    builder.setupGlyphOrder(list(pens))
    builder.setupCharacterMap({})
    builder.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    widths = {"narrow": boxes.width(4), "wide": boxes.width(6)}
    left = {name: getattr(builder.font["glyf"][name], "xMin", 0) for name in pens}
    builder.setupHorizontalMetrics({name: (widths.get(name, boxes.DIGIT), left[name]) for name in pens})
    builder.setupHorizontalHeader(ascent=boxes.TOP, descent=boxes.BOTTOM)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular", "psName": "KasebookBoxes"})
    builder.setupOS2(sTypoAscender=boxes.TOP, sTypoDescender=boxes.BOTTOM, usWeightClass=400)
    builder.setupPost()
    out = io.BytesIO()
    builder.font.recalcTimestamp = False
    builder.save(out)
    return out.getvalue()


if __name__ == "__main__":
    resources.path("fonts/KasebookBoxes.ttf").write_bytes(made())
