"""Fonts inside the PDF: only the glyphs used, each code knowing the text that it stands for."""

import hashlib
import struct

import uharfbuzz as hb  # type: ignore[import-untyped]  # it carries no types

from app.pdf.glyphs import Shown
from app.pdf.objects import File
from app.pdf.text.fonts import Face

_SYMBOLIC = 4
_BOLD_STEM, _REGULAR_STEM = 140, 80


class _Codes(dict[tuple[int, str], str]):
    """Codes by glyph and text, given out as they are first asked for."""

    def __missing__(self, key: tuple[int, str]) -> str:
        code = self[key] = f"{len(self) + 1:04X}"
        return code


class EmbeddedFont:
    """One face as one document uses it: gives out character codes while pages are drawn.

    The same glyph has one code for each text it stands for, so that copied text comes out whole
    also where one glyph draws several characters.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name  # as page contents call it, such as "/K0"
        self._codes = _Codes()

    def code(self, glyph: int, text: str) -> str:
        """Return the four hexadecimal digits that draw ``glyph`` where it stands for ``text``."""
        return self._codes[glyph, text]

    def coded(self, shown: Shown) -> str:
        """Return the operators of ``shown`` with the codes of this document in them."""
        return shown.operators % tuple(map(self._codes.__getitem__, shown.codes))

    def build(self, file: File) -> int:
        """Add the font to ``file`` and return its number, to be named in the pages' resources."""
        program, numbers = subset(self.face.face, {glyph for glyph, _text in self._codes})
        name = f"{self._tag()}+{self.face.name}"
        widths = " ".join(str(self.face.advance(glyph)) for glyph, _text in self._codes)
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/DW 0/W[1[{widths}]]/CIDToGIDMap {file.stream(self._glyph_numbers(numbers))} 0 R"
            f"/FontDescriptor {file.add(self._descriptor(name, _program(file, program)))} 0 R>>"
        )
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {file.stream(self._to_unicode())} 0 R>>"
        )

    def _tag(self) -> str:
        """Return six letters that differ for different sets of glyphs, as subset fonts need."""
        digest = hashlib.sha256(repr(sorted(self._codes)).encode("utf-8", "surrogatepass")).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _glyph_numbers(self, numbers: dict[int, int]) -> bytes:
        used = [0, *(numbers[glyph] for glyph, _text in self._codes)]
        return struct.pack(f">{len(used)}H", *used)

    def _descriptor(self, name: str, program: int) -> str:
        extents = self.face.font.get_font_extents("ltr")
        box = " ".join(map(str, self.face.bounds))
        return (
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC}/FontBBox[{box}]/ItalicAngle 0"
            f"/Ascent {extents.ascender}/Descent {extents.descender}/CapHeight 714"
            f"/StemV {_BOLD_STEM if self.face.bold else _REGULAR_STEM}/FontFile2 {program} 0 R>>"
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


def _program(file: File, program: bytes) -> int:
    return file.stream(program, f"/Length1 {len(program)}")


def subset(face: hb.Face, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    """Return a font file of only ``glyphs``, and the new number of each."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING  # print and today's screens need none, and it is half of a font
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    for table in ("GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "post", "kern", "STAT", "vhea", "vmtx"):
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).add(int.from_bytes(table.encode(), "big"))
    plan = hb.SubsetPlan(face, wanted)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping.items())
