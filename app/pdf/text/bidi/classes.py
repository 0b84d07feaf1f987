"""What the bidirectional algorithm asks about single characters, by the data of one Unicode version."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import resources

ISOLATES = frozenset(("LRI", "RLI", "FSI"))
EMBEDDINGS = frozenset(("LRE", "RLE", "LRO", "RLO"))
REMOVED = frozenset((*EMBEDDINGS, "PDF", "BN"))  # by rule X9
SPACES = frozenset((*ISOLATES, "PDI", "WS"))  # white at the end of a line, by rule L1
_TURNING = frozenset(("R", "AL", "AN", *EMBEDDINGS, *ISOLATES, "PDF", "PDI"))


class _Data(NamedTuple):
    """The resource: ranges of code points in order, with their classes, and the brackets' pairs."""

    firsts: list[int]
    lasts: list[int]
    kinds: list[str]
    opening: dict[str, str]  # to the closing bracket, of those canonically the same always the same one
    closing: dict[str, str]


@cache
def _data() -> _Data:
    data = _Data([], [], [], {}, {})
    for line in resources.text("unicode/bidi.txt").splitlines():
        kind, *codes = line.split()
        if kind == "pair":
            opening, closing, _plain_opening, plain_closing = (chr(int(code, 16)) for code in codes)
            data.opening[opening] = data.closing[closing] = plain_closing
        elif kind != "#":
            data.firsts.append(int(codes[0], 16))
            data.lasts.append(int(codes[1], 16))
            data.kinds.append(kind)
    return data


@cache
def kind(character: str) -> str:
    """Return the bidi class of ``character``, such as "AL"."""
    data, code = _data(), ord(character)
    place = bisect_right(data.firsts, code) - 1
    return data.kinds[place] if place >= 0 and code <= data.lasts[place] else "L"


@cache
def turning() -> re.Pattern[str]:
    """Return the expression that finds what may turn a line: letters and numbers of the right, controls."""
    data = _data()
    ranges = zip(data.firsts, data.lasts, data.kinds, strict=True)
    inside = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last, kind in ranges if kind in _TURNING)
    return re.compile(f"[{inside}]")


class Brackets(NamedTuple):
    """The brackets at some places: each with the closing one it needs, or is."""

    opening: dict[int, str]
    closing: dict[int, str]


def brackets(text: str, places: Sequence[int]) -> Brackets:
    """Return the brackets among the characters of ``text`` at ``places``, by their number among these."""
    data = _data()
    found = Brackets({}, {})
    for number, place in enumerate(places) if text else ():
        character = text[place]
        if character in data.opening:
            found.opening[number] = data.opening[character]
        elif character in data.closing:
            found.closing[number] = data.closing[character]
    return found
