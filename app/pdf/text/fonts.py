"""The shipped fonts: read from their manifest, opened when first needed, asked who draws a character."""

import struct
import tomllib
from functools import cache, cached_property

import uharfbuzz as hb  # type: ignore[import-untyped]  # it carries no types

import resources
from app.pdf.text import characters

UNITS = 1000  # every measure of a face is in thousandths of the font size


class Face:
    """One font file.

    Faces live as long as the process, shared by threads: what they hold is only ever read or looked up.
    """

    def __init__(self, file: str, family: str, weight: str) -> None:
        self.file = file
        self.family = family
        self.bold = weight == "bold"
        self.name = file.removesuffix(".ttf")
        self._advances: dict[int, int] = {}
        self._covered: dict[str, bool] = {}

    def __repr__(self) -> str:
        """Return the font's name, for tests that fail."""
        return f"Face({self.name})"

    @cached_property
    def face(self) -> hb.Face:
        """HarfBuzz's view of the file."""
        return hb.Face(hb.Blob.from_file_path(str(resources.path(f"fonts/{self.file}"))))

    @cached_property
    def font(self) -> hb.Font:
        """The face scaled to ``UNITS``."""
        font = hb.Font(self.face)
        font.scale = (UNITS, UNITS)
        return font

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        """The box around all its glyphs, from the file's head table."""
        head = bytes(self.face.reference_table("head").data)
        return tuple(value * UNITS // self.face.upem for value in struct.unpack(">4h", head[36:44]))

    @cached_property
    def plain(self) -> bool:
        """Whether ordinary line height holds its letters; tall scripts are measured by their ink."""
        return self.name.startswith(("NotoSans-", "NotoSansSC-", "NotoSansKR-"))

    @cached_property
    def _characters(self) -> hb.Set:
        return self.face.unicodes

    def covers(self, text: str) -> bool:
        """Say whether the font draws every character of ``text``, a character with its marks."""
        if len(text) > 1:
            return all(map(self.covers, text))
        found = self._covered.get(text)
        if found is None:
            found = self._covered[text] = self._draws(text)
        return found

    def _draws(self, character: str) -> bool:
        is_drawn = ord(character) in self._characters or characters.is_ignorable(character)
        return is_drawn and not characters.is_variant(character)

    def advance(self, glyph: int) -> int:
        """Return the width of ``glyph`` as the file states it."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = int(self.font.get_glyph_h_advance(glyph))
        return found

    def glyph(self, character: str) -> int | None:
        """Return the glyph that the file maps ``character`` to by itself."""
        found = self.font.get_nominal_glyph(ord(character))
        return None if found is None else int(found)

    def ink(self, glyph: int) -> tuple[int, int]:
        """Return how far ``glyph`` reaches above and below the baseline, both positive outwards."""
        extents = self.font.get_glyph_extents(glyph)
        if extents is None:
            return 0, 0
        return int(extents.y_bearing), int(-extents.y_bearing - extents.height)


@cache
def faces(*, bold: bool = False) -> tuple[Face, ...]:
    """Return the faces in order of fallback; for ``bold`` the bold ones first."""
    manifest = tomllib.loads(resources.text("fonts/manifest.toml"))
    every = [_face(entry["file"], entry["family"], entry["weight"]) for entry in manifest["font"]]
    regular = tuple(face for face in every if not face.bold)
    return tuple(face for face in every if face.bold) + regular if bold else regular


@cache
def _face(file: str, family: str, weight: str) -> Face:
    return Face(file, family, weight)


@cache
def first_covering(character: str, *, bold: bool) -> Face | None:
    """Return the first face that draws ``character``, or ``None``."""
    return next((face for face in faces(bold=bold) if face.covers(character)), None)
