"""Cut text into runs of one font and one script, each character kept with its marks."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.pdf.text import characters, fonts
from app.pdf.text.fonts import Face


class Run(NamedTuple):
    """Part of a text, from ``start`` to before ``end``, for one face and one script."""

    face: Face
    start: int
    end: int


@lru_cache(maxsize=8192)
def split(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    """Return ``text`` as runs in order; characters that nobody draws go to the first face."""
    if not text:
        return ()
    if text.isascii():
        return (Run(fonts.faces(bold=bold)[0], 0, len(text)),)
    runs: list[Run] = []
    script = ""
    for start, end in _units(text):
        unit = text[start:end]
        face = _choose(unit, text, end, runs[-1].face if runs else None, bold=bold)
        own = characters.alphabet(text[start])
        if runs and face is runs[-1].face and (not own or not script or own == script):
            runs[-1] = Run(face, runs[-1].start, end)
            script = script or own
        else:
            runs.append(Run(face, start, end))
            script = own
    return tuple(runs)


def unknown(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and character of all that no shipped font draws."""
    if text.isascii() and text.isprintable():
        return
    for run in split(text):
        for index in range(run.start, run.end):
            character = text[index]
            if characters.is_unprintable(character) or not run.face.covers(character):
                yield index, character


def _units(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(text)):
        if not characters.is_mark(text[index]) and text[index - 1] != "\u200d":
            yield start, index
            start = index
    yield start, len(text)


def _choose(unit: str, text: str, end: int, current: Face | None, *, bold: bool) -> Face:
    chain = fonts.faces(bold=bold)
    if unit.isascii() and unit != " ":  # one look for numbers and Latin letters wherever they stand
        return chain[0]
    if characters.is_common(unit[0]) or characters.is_ignorable(unit[0]):
        following = (
            None if current and not characters.is_opening(unit[0]) else _next_letter(text, end, bold=bold)
        )
        wanted = following or current
        if wanted is not None and wanted.covers(unit):
            return wanted
    if len(unit) == 1:
        return fonts.first_covering(unit, bold=bold) or chain[0]
    whole = next((face for face in chain if face.covers(unit)), None)
    return whole or fonts.first_covering(unit[0], bold=bold) or chain[0]


def _next_letter(text: str, start: int, *, bold: bool) -> Face | None:
    for character in text[start : start + 16]:
        if not characters.is_common(character) and not characters.is_mark(character):
            return fonts.first_covering(character, bold=bold)
    return None
