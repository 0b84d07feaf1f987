"""Paragraphs as lines: pieces of text in several styles, set one after the other within a width."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise, takewhile
from types import MappingProxyType
from typing import NamedTuple

from app.pdf.style import Style
from app.pdf.tags import Node
from app.pdf.text import bidi, breaking, characters
from app.pdf.text.shape import Cluster, Clusters, Shaped, shape

_NEW_LINE = re.compile(characters.NEW_LINES)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One text in one style; ``node`` is the element of the document it belongs to, if any."""

    text: str
    style: Style
    node: Node | None = None
    language: str = "en"


class Fragment(NamedTuple):
    """The clusters of one piece that stand on one line, from left to right; without any it is white."""

    piece: Piece
    clusters: Clusters
    width: float


class Line(NamedTuple):
    """One line in points: its height is ``above`` and ``below`` the baseline together.

    Lines are shared between documents that say the same: ``owners`` are the elements of this one, by the
    node of a fragment's piece.
    """

    fragments: tuple[Fragment, ...]
    width: float
    above: float
    below: float
    owners: Mapping[Node | None, Node | None] = MappingProxyType({})

    @property
    def height(self) -> float:
        """The room it takes, leading included."""
        return self.above + self.below


def flow(pieces: Sequence[Piece], width: float) -> list[Line]:
    """Set ``pieces`` one after the other, breaking them into lines of at most ``width`` points, if any."""
    if not pieces:
        return []
    places, lines = _flowed(tuple([(piece.text, piece.style, piece.language) for piece in pieces]), width)
    owners = {place: piece.node for place, piece in zip(places, pieces, strict=True)}
    return [Line(fragments, wide, above, below, owners) for fragments, wide, above, below, _none in lines]


@lru_cache(maxsize=4096)
def _flowed(
    parts: tuple[tuple[str, Style, str], ...], width: float
) -> tuple[list[Node | None], tuple[Line, ...]]:
    """Return the lines of pieces like ``parts``, each with a node that stands for the piece's own.

    Most of what is printed was printed before: titles, questions, sentences to the client.
    """
    pieces = [Piece(text, look, Node(""), language) for text, look, language in parts]
    return [piece.node for piece in pieces], tuple(_set(pieces, width))


def _set(pieces: Sequence[Piece], width: float) -> list[Line]:
    found: list[Line] = []
    from_right: list[Line] = []  # lines of one side by side with each other, as far as they follow
    for paragraph in _paragraphs(pieces):
        set_pieces = [(piece, _shaped(piece)) for piece in paragraph]
        lines = _broken(set_pieces, width)
        if len(set_pieces) == 1 and set_pieces[0][1].base:
            from_right += lines
        else:
            found += [*_flush(from_right), *lines]
            from_right = []
    return [*found, *_flush(from_right)] if from_right else found


def _flush(lines: Sequence[Line]) -> list[Line]:
    """Set lines that are read from the right so that they begin at one edge, that of the widest."""
    if len(lines) < 2:
        return list(lines)
    hanging = [_hanging(line) for line in lines]
    seen = [line.width - hang for line, hang in zip(lines, hanging, strict=True)]
    moves = [max(seen) - width - hang for width, hang in zip(seen, hanging, strict=True)]
    return [moved(line, move) for line, move in zip(lines, moves, strict=True)]


def _hanging(line: Line) -> float:
    """Return the width of the spaces at the left, where a line that is read from the right ends."""
    spaces = takewhile(lambda cluster: cluster.is_space, line.fragments[0].clusters)
    return sum(space.advance for space in spaces) * line.fragments[0].piece.style.size / 1000


def moved(line: Line, right: float) -> Line:
    """Return ``line`` with ``right`` points of white before it."""
    blank = Fragment(line.fragments[0].piece, Clusters(), right)
    return line._replace(fragments=(blank, *line.fragments), width=line.width + right)


def _shaped(piece: Piece) -> Shaped:
    return shape(piece.text, bold=piece.style.bold, exact=piece.style.exact)


def clipped(lines: Sequence[Line], count: int, piece: Piece) -> list[Line]:
    """Return the first ``count`` lines; where lines are cut off, the last one ends with ``piece``."""
    if len(lines) <= count:
        return list(lines)
    last = lines[count - 1]
    final = last.fragments[-1]
    shown = sorted(cluster.start for cluster in final.clusters)[:-3]
    kept = _fragment(final.piece, tuple(each for each in final.clusters if each.start in shown))
    end = _fragment(piece, _shaped(piece).clusters)
    fragments = (*last.fragments[:-1], kept, end)
    width = sum(fragment.width for fragment in fragments)
    return [*lines[: count - 1], last._replace(fragments=fragments, width=width)]


def _ordered(clusters: tuple[Cluster, ...], base: int) -> tuple[Cluster, ...]:
    """Return the clusters of one piece on one line as they stand from left to right (rules L1 and L2)."""
    levels = [cluster.level for cluster in clusters]
    for place in range(len(clusters) - 1, -1, -1):
        if not clusters[place].is_space:
            break
        levels[place] = base
    return tuple(clusters[place] for place in bidi.order(levels))


def _fragment(piece: Piece, clusters: tuple[Cluster, ...]) -> Fragment:
    width = sum(cluster.advance for cluster in clusters) * piece.style.size / 1000
    return Fragment(piece, clusters if isinstance(clusters, Clusters) else Clusters(clusters), width)


def _paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        parts = _NEW_LINE.split(piece.text.replace("\t", " "))
        for number, part in enumerate(parts):
            if number:
                found.append([])
            found[-1].append(Piece(part, piece.style, piece.node, piece.language))
    return found


def _broken(set_pieces: list[tuple[Piece, Shaped]], width: float) -> list[Line]:
    if sum(shaped.width * piece.style.size for piece, shaped in set_pieces) <= width * 1000:
        return [_line(set_pieces, [(piece, shaped.clusters) for piece, shaped in set_pieces])]
    clusters = [(piece, cluster) for piece, shaped in set_pieces for cluster in shaped.clusters]
    edges = [0.0, *accumulate(cluster.advance * piece.style.size / 1000 for piece, cluster in clusters)]
    stops, ends = _stops(set_pieces)
    starts = [0, *breaking.lines(edges, stops, ends, width), len(clusters)]
    return [_line(set_pieces, _by_piece(clusters[first:last])) for first, last in pairwise(starts)]


def _stops(set_pieces: list[tuple[Piece, Shaped]]) -> tuple[list[int], list[int]]:
    """Return the clusters that may begin a line, and the same without the spaces before them."""
    allowed = breaking.opportunities("".join(piece.text for piece, _ in set_pieces), _language(set_pieces))
    stops: list[int] = []
    ends: list[int] = []
    offset = number = visible = 0
    for piece, shaped in set_pieces:
        for cluster in shaped.clusters:
            if offset + cluster.start in allowed:
                stops.append(number)
                ends.append(visible)
            number += 1
            if not cluster.is_space:
                visible = number
        offset += len(piece.text)
    return stops, ends


def _language(set_pieces: list[tuple[Piece, Shaped]]) -> str:
    return set_pieces[0][0].language


def _by_piece(clusters: list[tuple[Piece, Cluster]]) -> list[tuple[Piece, tuple[Cluster, ...]]]:
    found: list[tuple[Piece, list[Cluster]]] = []
    for piece, cluster in clusters:
        if not found or found[-1][0] is not piece:
            found.append((piece, []))
        found[-1][1].append(cluster)
    return [(piece, tuple(members)) for piece, members in found]


def _line(set_pieces: list[tuple[Piece, Shaped]], parts: list[tuple[Piece, tuple[Cluster, ...]]]) -> Line:
    bases = {piece: shaped.base for piece, shaped in set_pieces if shaped.turns}
    if bases:
        parts = [
            (piece, _ordered(members, bases[piece]) if piece in bases else members)
            for piece, members in parts
        ]
    fragments = tuple(_fragment(piece, members) for piece, members in parts)
    above = max(
        max(piece.style.above, shaped.above * piece.style.size / 1000) for piece, shaped in set_pieces
    )
    below = max(
        max(piece.style.below, shaped.below * piece.style.size / 1000) for piece, shaped in set_pieces
    )
    return Line(fragments, sum(fragment.width for fragment in fragments), above, below)
