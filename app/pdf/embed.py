"""Fonts inside the PDF: only the glyphs used, each code knowing the text that it stands for."""

import hashlib
import struct

import pikepdf
import uharfbuzz as hb  # type: ignore[import-untyped]  # it carries no types
from pikepdf import Array, Dictionary, Name, String

from app.pdf.text.fonts import UNITS, Face

_SYMBOLIC = 4
_BOLD_STEM, _REGULAR_STEM = 140, 80


class EmbeddedFont:
    """One face as one document uses it: gives out character codes while pages are drawn.

    The same glyph has one code for each text it stands for, so that copied text comes out whole
    also where one glyph draws several characters.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name  # as page contents call it, such as "/K0"
        self._codes: dict[tuple[int, str], str] = {}
        self._widths: dict[int, int] = {}

    def code(self, glyph: int, text: str) -> str:
        """Return the four hexadecimal digits that draw ``glyph`` where it stands for ``text``."""
        key = (glyph, text)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = f"{len(self._codes) + 1:04X}"
        return found

    def width(self, glyph: int) -> int:
        """Return how far the pen moves on by itself after ``glyph``."""
        found = self._widths.get(glyph)
        if found is None:
            found = self._widths[glyph] = self.face.advance(glyph)
        return found

    def build(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """Add the font to ``pdf`` and return it, to be named in the pages' resources."""
        program, numbers = _subset(self.face, {glyph for glyph, _text in self._codes})
        name = Name(f"/{self._tag()}+{self.face.name}")
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            DW=0,
            W=Array([1, Array([self.width(glyph) for glyph, _text in self._codes])]),
            CIDToGIDMap=pdf.make_stream(self._glyph_numbers(numbers)),
            FontDescriptor=pdf.make_indirect(self._descriptor(pdf, name, program)),
        )
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(self._to_unicode()),
        )
        return pdf.make_indirect(font)

    def _tag(self) -> str:
        """Return six letters that differ for different sets of glyphs, as subset fonts need."""
        digest = hashlib.sha256(repr(sorted(self._codes)).encode("utf-8", "surrogatepass")).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _glyph_numbers(self, numbers: dict[int, int]) -> bytes:
        used = [0, *(numbers[glyph] for glyph, _text in self._codes)]
        return struct.pack(f">{len(used)}H", *used)

    def _descriptor(self, pdf: pikepdf.Pdf, name: Name, program: bytes) -> Dictionary:
        extents = self.face.font.get_font_extents("ltr")
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_SYMBOLIC,
            FontBBox=Array(_bounds(self.face)),
            ItalicAngle=0,
            Ascent=extents.ascender,
            Descent=extents.descender,
            CapHeight=714,
            StemV=_BOLD_STEM if self.face.bold else _REGULAR_STEM,
            FontFile2=pdf.make_stream(program, Length1=len(program)),
        )

    def _to_unicode(self) -> bytes:
        entries = [
            f"<{code}> <{text.encode('utf-16-be').hex().upper()}>"
            for (_glyph, text), code in self._codes.items()
            if text
        ]
        blocks = [entries[first : first + 100] for first in range(0, len(entries), 100)]
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return (_CMAP_HEAD + body + _CMAP_TAIL).encode("ascii")


_CMAP_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def _subset(face: Face, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    """Return a font file of only ``glyphs``, and the new number of each."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    for table in ("GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "post", "kern", "STAT", "vhea", "vmtx"):
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).add(int.from_bytes(table.encode(), "big"))
    plan = hb.SubsetPlan(face.face, wanted)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping.items())


def _bounds(face: Face) -> list[int]:
    """Return the box around all glyphs, from the file's head table."""
    head = bytes(face.face.reference_table("head").data)
    return [value * UNITS // face.face.upem for value in struct.unpack(">4h", head[36:44])]
