"""In which order letters of several directions stand, as levels: Unicode's bidirectional algorithm, UAX #9.

An even level is read from left to right, an odd one from right to left, and each stands within the next
lower one. ``resources/unicode/bidi.txt`` states the Unicode version of the character data; every line of that
version's BidiTest and BidiCharacterTest is a test of ours.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.pdf.text.bidi import classes, explicit, implicit


class Levels(NamedTuple):
    """A paragraph's own level, and that of each character; -1 for what rule X9 takes out."""

    base: int
    each: list[int]


def turns(text: str) -> bool:
    """Say whether anything in ``text`` may stand elsewhere than after what is before it."""
    return classes.turning().search(text) is not None


def direction(kinds: Sequence[str]) -> int:
    """Return the level of a paragraph by its first letter of a direction, isolates left out (P2 and P3)."""
    return explicit.first_strong(kinds, explicit.isolates(kinds), 0, len(kinds)) or 0


def levels(text: str, base: int | None = None) -> Levels:
    """Return the levels of one paragraph on one line; without ``base`` its ``direction`` is its own."""
    kinds = [classes.kind(character) for character in text]
    return resolved(kinds, base, text)


def resolved(kinds: Sequence[str], base: int | None = None, text: str = "") -> Levels:
    """Return the levels of characters of these classes; without ``text`` there are no brackets to pair."""
    base = direction(kinds) if base is None else base
    ends = explicit.isolates(kinds)
    found = explicit.embedded(kinds, ends, base)
    for sequence in list(explicit.sequences(kinds, found, ends, base)):  # before any level changes
        implicit.resolve(sequence, found, classes.brackets(text, sequence.places))
    trailing(kinds, found.levels, base)
    return Levels(base, found.levels)


def trailing(kinds: Sequence[str], found: list[int], base: int) -> None:
    """Give separators and the space before them, or at the end, the paragraph's level (rule L1)."""
    is_end = True
    for place in range(len(kinds) - 1, -1, -1):
        kind = kinds[place]
        if kind in ("B", "S"):
            is_end = True
        elif kind not in classes.SPACES:
            is_end = is_end and found[place] < 0
        if is_end and found[place] >= 0:
            found[place] = base


def order(found: Sequence[int]) -> list[int]:
    """Return the places of what has a level, from left to right (rule L2)."""
    shown = [place for place, level in enumerate(found) if level >= 0]
    odd = [found[place] for place in shown if found[place] & 1]
    if not odd:
        return shown
    for level in range(max(found), min(odd) - 1, -1):
        shown = _turned(shown, found, level)
    return shown


def _turned(shown: list[int], found: Sequence[int], level: int) -> list[int]:
    """Turn round each stretch whose level is ``level`` or higher."""
    result: list[int] = []
    stretch: list[int] = []
    for place in shown:
        if found[place] >= level:
            stretch.append(place)
        else:
            result += stretch[::-1]
            stretch = []
            result.append(place)
    return result + stretch[::-1]
