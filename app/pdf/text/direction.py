"""Which way a text of ours is written, and what we make of the controls in it that turn letters round.

What is printed comes from other people, so a text may reorder itself and nothing else:

- Each text of a paragraph is an isolate of its own. Our sentences stand in the order in which they are
  written; a value within one is wrapped by ``i18n.isolated``.
- Marks (LRM, RLM, ALM), embeddings and isolates are obeyed within their own text. They draw nothing and only
  say in which order words stand; isolates that are not closed end with the text, and an end without a
  beginning does nothing.
- Overrides (LRO, RLO) are not obeyed: they turn the letters of a word round, so that one name reads as
  another. They are drawn as boxes, like control characters and halves of surrogate pairs, and reported.
"""

from functools import lru_cache
from typing import NamedTuple

from app.pdf.text import bidi, characters

_CONTROLS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))


class Direction(NamedTuple):
    """The level of a text as a whole, and of each character; without ``levels`` all stands as it is read."""

    base: int
    levels: tuple[int, ...]


_PLAIN = Direction(0, ())


@lru_cache(maxsize=4096)
def direction(text: str) -> Direction:
    """Return the direction of ``text``, one line; its first letter decides which way it begins."""
    if not bidi.turns(text):
        return _PLAIN
    base, levels = bidi.levels(characters.readable(text))
    last = base
    for place, level in enumerate(levels):  # what shows nothing stays with what is before it
        last = levels[place] = last if level < 0 else level
    return Direction(base, tuple(levels)) if base or any(levels) else _PLAIN


def without_controls(text: str) -> str:
    """Return ``text`` without the characters that only say how to order it: so it is copied and searched."""
    return text.translate(_CONTROLS)
