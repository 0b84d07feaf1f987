"""Turn text into placed glyphs with HarfBuzz, cluster by cluster: left to right."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]  # it carries no types

from app.pdf.text import fonts, runs
from app.pdf.text.fonts import Face

FEATURES = {"kern": True, "liga": True, "dlig": False}
_TALLEST = (2 * fonts.UNITS, fonts.UNITS)  # towers of marks reach into other lines beyond this


class Glyph(NamedTuple):
    """One glyph of a face: how far the pen moves on, and where the glyph stands against the pen."""

    number: int  # in the font file
    advance: int
    x: int
    y: int


class Cluster(NamedTuple):
    """The smallest piece of text that is drawn as a whole; lines break only between clusters."""

    face: Face
    text: str
    start: int  # place of its first character in the shaped text
    advance: int
    glyphs: tuple[Glyph, ...]

    @property
    def is_space(self) -> bool:
        """Whether nothing of it is seen, so that it may hang over the end of a line."""
        return self.text.isspace()


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A text as glyphs, in thousandths of the font size.

    ``above`` and ``below`` are how far its tallest glyphs reach from the baseline; 0 for the
    ordinary letters that every line has room for.
    """

    text: str
    clusters: tuple[Cluster, ...]
    width: int
    above: int
    below: int


@lru_cache(maxsize=4096)
def shape(text: str, *, bold: bool = False) -> Shaped:
    """Shape one line of ``text``; it holds no new lines, and no character that nobody draws."""
    clusters = tuple(
        cluster for run in runs.split(text, bold=bold) for cluster in _clusters(text, run.face, run)
    )
    above, below = _reach(clusters)
    return Shaped(text, clusters, sum(cluster.advance for cluster in clusters), above, below)


def _clusters(text: str, face: Face, run: runs.Run) -> Iterator[Cluster]:
    infos, positions = _glyphs(text, run)
    starts = [info.cluster for info in infos]
    first = 0
    while first < len(infos):
        last = first + 1
        while last < len(infos) and starts[last] == starts[first]:
            last += 1
        glyphs = tuple(
            Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(infos[first:last], positions[first:last], strict=True)
        )
        end = starts[last] if last < len(infos) else run.end
        advance = sum(glyph.advance for glyph in glyphs)
        yield Cluster(face, text[starts[first] : end], starts[first], advance, glyphs)
        first = last


def _glyphs(text: str, run: runs.Run) -> tuple[list[hb.GlyphInfo], list[hb.GlyphPosition]]:
    buffer = hb.Buffer()
    buffer.add_str(text, run.start, run.end - run.start)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = "und"  # otherwise the machine's own language chooses among glyphs
    buffer.flags |= hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(run.face.font, buffer, FEATURES)
    return buffer.glyph_infos, buffer.glyph_positions or []


def _reach(clusters: tuple[Cluster, ...]) -> tuple[int, int]:
    above = below = 0
    for cluster in clusters:
        for glyph in cluster.glyphs:
            if glyph.y or not cluster.face.plain:
                top, bottom = cluster.face.ink(glyph.number)
                above, below = max(above, top + glyph.y), max(below, bottom - glyph.y)
    return min(above, _TALLEST[0]), min(below, _TALLEST[1])
