"""Turn text into placed glyphs with HarfBuzz, cluster by cluster in the order in which they are read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]  # it carries no types

from app.pdf.text import boxes, characters, fonts, runs
from app.pdf.text.direction import direction, without_controls
from app.pdf.text.fonts import Face
from app.pdf.text.glyph import Glyph

FEATURES = {"kern": True, "liga": True, "dlig": False}
EXACT = {**FEATURES, "zero": True, "ss04": True}  # slashed zeros; in Noto Sans, an I with bars
Features = dict[str, bool]
_TALLEST = (2 * fonts.UNITS, fonts.UNITS)  # towers of marks reach into other lines beyond this


class Cluster(NamedTuple):
    """The smallest piece of text that is drawn as a whole; lines break only between clusters.

    Its glyphs stand from left to right, also where its ``level`` is odd and it is read from the right.
    """

    face: Face
    text: str
    start: int  # place of its first character in the shaped text
    advance: int
    glyphs: tuple[Glyph, ...]
    level: int = 0

    @property
    def is_space(self) -> bool:
        """Whether nothing of it is seen, so that it may hang over the end of a line."""
        return self.text.isspace()


class Clusters(tuple[Cluster, ...]):
    """Clusters that follow each other on a line; the same stretch is known again by being the same object."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        """Say whether it is the very same: comparing glyph by glyph would take longer than drawing."""
        return self is other


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A text as glyphs, in thousandths of the font size.

    ``above`` and ``below`` are how far its tallest glyphs reach from the baseline; 0 for the
    ordinary letters that every line has room for. A text that ``turns`` holds clusters that don't stand
    where they are read; a ``base`` of 1 is one that begins at the right.
    """

    text: str
    clusters: Clusters
    width: int
    above: int
    below: int
    base: int = 0
    turns: bool = False


@lru_cache(maxsize=4096)
def shape(text: str, *, bold: bool = False, exact: bool = False) -> Shaped:
    """Shape one line of ``text``; it holds no new lines. What nobody draws is a box.

    What is ``exact`` is read letter by letter.
    """
    base, levels = direction(text)
    features = EXACT if exact else FEATURES
    found: list[Cluster] = []
    for run in runs.split(text, bold=bold):
        found += _of_run(text, run, features)
    if levels:
        found = [cluster._replace(text=without_controls(cluster.text)) for cluster in found]
    clusters = Clusters(found)
    above, below = _reach(clusters)
    width = sum(cluster.advance for cluster in clusters)
    return Shaped(text, clusters, width, above, below, base, bool(levels))


def _of_run(text: str, run: runs.Run, features: Features) -> Iterable[Cluster]:
    if run.face is boxes.face():
        return _boxed(text, run)
    clusters = _clusters(text, run, features)
    return reversed(clusters) if run.level & 1 else clusters


def _boxed(text: str, run: runs.Run) -> Iterator[Cluster]:
    """Yield a box for each character; those that draw nothing go with the one before them."""
    starts = [place for place in range(run.start, run.end) if not characters.is_silent(text[place])]
    for start, end in pairwise([*starts, run.end]):
        glyphs = boxes.box(text[start])
        advance = sum(glyph.advance for glyph in glyphs)
        yield Cluster(run.face, characters.readable(text[start:end]), start, advance, glyphs, run.level)


def _clusters(text: str, run: runs.Run, features: Features) -> list[Cluster]:
    """Return the clusters of ``run`` from left to right."""
    infos, positions = _glyphs(text, run, features)
    glyphs = [
        Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(infos, positions, strict=True)
    ]
    starts = [info.cluster for info in infos]
    firsts = [place for place, start in enumerate(starts) if not place or start != starts[place - 1]]
    begins = [starts[first] for first in firsts]
    ends = [run.end, *begins] if run.level & 1 else [*begins[1:], run.end]
    return [
        Cluster(
            run.face,
            text[begin:end],
            begin,
            glyphs[first].advance if last == first + 1 else sum(each.advance for each in glyphs[first:last]),
            tuple(glyphs[first:last]),
            run.level,
        )
        for first, last, begin, end in zip(firsts, [*firsts[1:], len(glyphs)], begins, ends, strict=False)
    ]


def _glyphs(
    text: str, run: runs.Run, features: Features
) -> tuple[list[hb.GlyphInfo], list[hb.GlyphPosition]]:
    buffer = hb.Buffer()
    buffer.add_str(text, run.start, run.end - run.start)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.level & 1 else "ltr"
    buffer.language = "und"  # otherwise the machine's own language chooses among glyphs
    buffer.flags |= hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(run.face.font, buffer, features)
    return buffer.glyph_infos, buffer.glyph_positions or []


def _reach(clusters: tuple[Cluster, ...]) -> tuple[int, int]:
    above = below = 0
    for cluster in clusters:
        for glyph in cluster.glyphs:
            if glyph.y or not cluster.face.plain:
                top, bottom = cluster.face.ink(glyph.number)
                above, below = max(above, top + glyph.y), max(below, bottom - glyph.y)
    return min(above, _TALLEST[0]), min(below, _TALLEST[1])
