"""Cut text into runs of one font, one script and one direction, each character kept with its marks."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.pdf.text import boxes, characters, fonts
from app.pdf.text.direction import direction
from app.pdf.text.fonts import Face


class Run(NamedTuple):
    """Part of a text, from ``start`` to before ``end``, for one face and one script.

    An odd ``level`` is written from right to left. What nobody draws is a run of ``boxes.face()``.
    """

    face: Face
    start: int
    end: int
    level: int = 0


@lru_cache(maxsize=8192)
def split(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    """Return ``text``, one line, as runs in the order in which it is read."""
    if not text:
        return ()
    if text.isascii() and text.isprintable():
        return (Run(fonts.faces(bold=bold)[0], 0, len(text)),)
    levels = direction(text).levels
    runs: list[Run] = []
    script = ""
    for face, first, last in _parts(text, bold=bold):
        level = levels[first] if levels else 0
        own = characters.alphabet(text[first])
        if runs and face is runs[-1].face and level == runs[-1].level and (own in ("", script) or not script):
            runs[-1] = Run(face, runs[-1].start, last, level)
            script = script or own
        else:
            runs.append(Run(face, first, last, level))
            script = own
    return tuple(runs)


def unknown(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and character of all that is not drawn as itself."""
    if text.isascii() and text.isprintable():
        return
    for run in split(text):
        is_boxed = run.face is boxes.face()
        for index in range(run.start, run.end):
            character = text[index]
            if characters.is_variant(character) or (is_boxed and not characters.is_ignorable(character)):
                yield index, character


def _units(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(text)):
        if not characters.is_mark(text[index]) and text[index - 1] != "\u200d":
            yield start, index
            start = index
    yield start, len(text)


def _parts(text: str, *, bold: bool) -> Iterator[tuple[Face, int, int]]:
    """Yield who draws each character and its marks: one face, or part by part where none draws it all."""
    current: Face | None = None
    is_text = text.isprintable()
    for start, end in _units(text):
        unit = text[start:end]
        face = None
        if is_text or not any(map(characters.is_unprintable, unit)):
            face = _choose(unit, text, end, current, bold=bold)
        if face is not None:
            current = face
            yield face, start, end
            continue
        for part in _piecewise(text, start, end, bold=bold):
            current = None if part[0] is boxes.face() else part[0]
            yield part


def _piecewise(text: str, start: int, end: int, *, bold: bool) -> Iterator[tuple[Face, int, int]]:
    """Yield a face for what it draws of a character with its marks, and boxes for the rest."""
    face = fonts.first_covering(text[start], bold=bold) or fonts.faces(bold=bold)[0]
    for index in range(start, end):
        character = text[index]
        drawn = not characters.is_unprintable(character) and face.covers(character)
        if index == start or not characters.is_silent(character):
            shown = face if drawn else boxes.face()
        yield shown, index, index + 1


def _choose(unit: str, text: str, end: int, current: Face | None, *, bold: bool) -> Face | None:
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
        return fonts.first_covering(unit, bold=bold)
    return next((face for face in chain if face.covers(unit)), None)


def _next_letter(text: str, start: int, *, bold: bool) -> Face | None:
    for character in text[start : start + 16]:
        if not characters.is_common(character) and not characters.is_mark(character):
            return fonts.first_covering(character, bold=bold)
    return None
