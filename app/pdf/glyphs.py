"""Glyphs as the operators that show them, each with the text that it stands for."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from app.pdf.text.fonts import Face
from app.pdf.text.glyph import Glyph
from app.pdf.text.shape import Cluster, Clusters


class Shown(NamedTuple):
    """Operators that show glyphs of one face, from where the pen stands: the same in every document.

    ``operators`` has one "%s" for each of ``codes``, a glyph and the text it stands for; what number a
    document gives to that is for the document to say.
    """

    face: Face
    operators: str
    codes: tuple[tuple[int, str], ...]


@lru_cache(maxsize=8192)
def shown(clusters: Clusters, size: float) -> tuple[Shown, ...]:
    """Return what shows ``clusters``, one part for each stretch of one face."""
    return tuple(_shown(list(found), face, size) for face, found in groupby(clusters, attrgetter("face")))


def _shown(clusters: Sequence[Cluster], face: Face, size: float) -> Shown:
    """Return what shows ``clusters`` of one face.

    Where glyphs and characters do not pair off, a word carries its text beside it.
    """
    operators: list[str] = []
    codes: list[tuple[int, str]] = []
    for word, is_complex in _words(clusters):
        array = _Array(face, size, codes)
        for cluster in word:
            for glyph, text in _said(cluster):
                array.add(glyph, text)
        inner = array.operators()
        if is_complex:
            text = "".join(cluster.text for cluster in word)
            inner = [f"/Span <</ActualText <{_text_string(text)}>>> BDC", *inner, "EMC"]
        operators += inner
    return Shown(face, "\n".join(operators), tuple(codes))


def _words(clusters: Sequence[Cluster]) -> Iterator[tuple[Sequence[Cluster], bool]]:
    """Yield stretches of clusters, and whether they need their text written out."""
    plain: list[Cluster] = []
    for word in _at_spaces(clusters):
        if any(map(_is_complex, word)):
            if plain:
                yield plain, False
                plain = []
            yield word, True
        else:
            plain += word
    if plain:
        yield plain, False


def _at_spaces(clusters: Sequence[Cluster]) -> Iterator[list[Cluster]]:
    if not any(map(_is_complex, clusters)):
        yield list(clusters)
        return
    word: list[Cluster] = []
    for cluster in clusters:
        if word and _begins_word(word[-1], cluster):
            yield word
            word = []
        word.append(cluster)
    yield word


def _begins_word(last: Cluster, cluster: Cluster) -> bool:
    """Say whether ``cluster`` belongs to no word before it; spaces stay with the word that they follow.

    What is read from the right stands in a word of its own where it is complex: readers turn the others
    round one by one, and would not turn round a text that is written beside them.
    """
    if last.level & 1 or cluster.level & 1:
        return bool((last.level ^ cluster.level) & 1) or _is_complex(last) or _is_complex(cluster)
    return last.is_space and not cluster.is_space


def _is_complex(cluster: Cluster) -> bool:
    """Say whether readers lose the text of ``cluster``: they reorder several glyphs by their places."""
    return len(cluster.glyphs) > 1


def _pairs_off(cluster: Cluster) -> bool:
    return len(cluster.glyphs) == len(cluster.text) and all(
        cluster.face.glyph(character) == glyph.number
        for glyph, character in zip(cluster.glyphs, cluster.text, strict=True)
    )


def _said(cluster: Cluster) -> Iterable[tuple[Glyph, str]]:
    """Return each glyph with the text that it stands for."""
    if len(cluster.glyphs) == 1:
        return _said_from_right(cluster) if cluster.level & 1 else ((cluster.glyphs[0], cluster.text),)
    return zip(cluster.glyphs, _texts(cluster), strict=True)


def _said_from_right(cluster: Cluster) -> Iterator[tuple[Glyph, str]]:
    """Yield the glyph for the last of its characters, and a white one over it for each of the others.

    Readers turn the characters round one by one, by the places of their glyphs, also those of a ligature.
    """
    (glyph,) = cluster.glyphs
    space = cluster.face.glyph(" ")
    if len(cluster.text) < 2 or space is None:
        yield glyph, cluster.text
        return
    step, rest = divmod(glyph.advance, len(cluster.text))
    yield glyph._replace(advance=step + rest), cluster.text[-1]
    for character in cluster.text[-2::-1]:
        yield Glyph(space, step, 0, 0), character


def _texts(cluster: Cluster) -> Sequence[str]:
    """Return what each glyph stands for: the first for all where they don't pair off with characters."""
    if _pairs_off(cluster):
        return cluster.text
    return (cluster.text, *[""] * (len(cluster.glyphs) - 1))


def _text_string(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex().upper()


class _Array:
    """Codes and the moves between them, gathered into as few operators as can be."""

    def __init__(self, face: Face, size: float, shown: list[tuple[int, str]]) -> None:
        self._face = face
        self._size = size
        self._shown = shown
        self._operators: list[str] = []
        self._parts: list[str] = []
        self._codes: list[str] = []
        self._move = 0  # to the right, before the next glyph
        self._rise = 0

    def add(self, glyph: Glyph, text: str) -> None:
        """Show ``glyph`` at its place against the pen, and move the pen by its advance."""
        number, advance, x, y = glyph
        if y != self._rise:
            self._flush()
            self._operators.append(f"{y * self._size / 1000:.3f} Ts")
            self._rise = y
        move = self._move + x
        if move:
            self._parts += self._taken()
            self._parts.append(str(-move))
        self._codes.append("%s")
        self._shown.append((number, text))
        self._move = advance - x - self._face.advance(number)

    def operators(self) -> list[str]:
        """Return the operators, the pen left where the next glyph goes."""
        if self._move:
            self._parts += self._taken()
            self._parts.append(str(-self._move))
        self._flush()
        if self._rise:
            self._operators.append("0 Ts")
        return self._operators

    def _taken(self) -> list[str]:
        codes, self._codes = self._codes, []
        return ["<" + "".join(codes) + ">"] if codes else []

    def _flush(self) -> None:
        self._parts += self._taken()
        if self._parts:
            self._operators.append("[" + "".join(self._parts) + "] TJ")
        self._parts = []
