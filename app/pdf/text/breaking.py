"""Where lines of text may break, by ICU: Unicode's rules, and dictionaries for Thai, Lao, Khmer, Myanmar."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from icu4py.breakers import LineBreaker

_SURROGATES = re.compile("[\ud800-\udfff]")
_NEVER_FIRST = "\u00b7"  # GB/T 15834 wants no line to begin with it, Unicode lets it
_NEVER_WITHIN = "\u2014"  # the same, but where a space stands before it
_WHOLE = re.compile(  # telephone numbers, codes such as K-DOC-01, sizes: they are read and keyed in whole
    r"\+\d[\d ().\u2010\u2011-]{4,18}\d|\b[A-Z]{1,5}(?:-[A-Z0-9]{1,6}){1,3}\b|\d+ \u00d7 \d+(?: mm)?"
)
_SOFT_HYPHEN = "\u00ad"  # we draw no hyphen there, so we don't break there either


@lru_cache(maxsize=4096)
def opportunities(text: str, language: str = "en") -> frozenset[int]:
    """Return the places inside ``text`` before which a line may begin."""
    text = _SURROGATES.sub("\ufffd", text)
    ends = [end for _start, end in LineBreaker(text, language).segments()]
    if not text.isascii():
        ends = _as_characters(text, ends)
    whole = {place for found in _WHOLE.finditer(text) for place in range(found.start() + 1, found.end())}
    return frozenset(
        end
        for end in ends
        if 0 < end < len(text)
        and end not in whole
        and text[end - 1] != _SOFT_HYPHEN
        and text[end] not in _NEVER_FIRST
        and (text[end] not in _NEVER_WITHIN or text[end - 1].isspace())
    )


def _as_characters(text: str, ends: list[int]) -> list[int]:
    """Turn ICU's places, counted in UTF-16, into places in a Python string."""
    places: list[int] = []
    for index, character in enumerate(text):
        places += [index] * (2 if character > "\uffff" else 1)
    places.append(len(text))
    return [places[end] for end in ends]


def lines(edges: Sequence[float], stops: Sequence[int], ends: Sequence[int], width: float) -> list[int]:
    """Return where each line after the first begins, in clusters.

    ``edges[i]`` is the left edge of cluster i, and the last is the right end; ``stops`` are clusters
    that may begin a line, ``ends`` the same without the spaces before them. What is wider than a
    line breaks anywhere between clusters.
    """
    starts: list[int] = []
    start, count = 0, len(edges) - 1
    while edges[count] - edges[start] > width:
        fitting = bisect_right(edges, edges[start] + width) - 1
        choice = bisect_right(ends, fitting) - 1
        following = stops[choice] if choice >= 0 else 0
        if following <= start:
            following = max(fitting, start + 1)
        if following >= count:
            break
        starts.append(following)
        start = following
    return starts
