"""Levels by what the characters are: numbers, brackets and all that takes its direction from around it.

Rules W1 to W7, N0 to N2, I1 and I2 of UAX #9, on one isolating run sequence.
"""

from collections.abc import Sequence

from app.pdf.text.bidi.classes import ISOLATES, Brackets
from app.pdf.text.bidi.explicit import Embedded, RunSequence

_NEUTRAL = frozenset(("B", "S", "WS", "ON", "PDI", *ISOLATES))
_RIGHT = frozenset(("R", "EN", "AN"))  # what counts as right-to-left around neutrals
_MOST_OPEN = 63  # brackets, by definition BD16
_RAISED = {"L": (0, 1), "R": (1, 0), "AN": (2, 1), "EN": (2, 1)}  # at even and odd levels


def resolve(sequence: RunSequence, found: Embedded, brackets: Brackets) -> None:
    """Give the places of ``sequence`` their levels in ``found``."""
    kinds = [found.kinds[place] for place in sequence.places]
    original = list(kinds)
    seen = set(kinds)
    _weak(kinds, seen, sequence.before)
    if seen & _NEUTRAL:
        embedding = "R" if sequence.level & 1 else "L"
        for opening, closing in _pairs(kinds, brackets):
            _pair(kinds, original, opening, closing, sequence.before, embedding)
        _neutral(kinds, sequence, embedding)
    odd = sequence.level & 1
    for kind, place in zip(kinds, sequence.places, strict=True):
        found.levels[place] = sequence.level + _RAISED[kind][odd]


def _weak(kinds: list[str], seen: set[str], before: str) -> None:
    if "NSM" in seen:
        _marks(kinds, before)
    if "EN" in seen or "AN" in seen or "AL" in seen:
        _numbers(kinds, before)
    _separators(kinds)
    if "EN" in kinds:
        _terminators(kinds)
    for place, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"  # W6
            seen.add("ON")
    if "EN" in kinds:
        _after_latin(kinds, before)


def _marks(kinds: list[str], before: str) -> None:
    """Let marks be what they stand on (W1)."""
    last = before
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = last
        else:
            last = "ON" if kind in ISOLATES or kind == "PDI" else kind


def _numbers(kinds: list[str], before: str) -> None:
    """Let numbers after Arabic letters be Arabic, and these letters be R (W2 and W3)."""
    strong = before
    for place, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
            if kind == "AL":
                kinds[place] = "R"
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"


def _separators(kinds: list[str]) -> None:
    """Let one separator between two numbers be a number (W4)."""
    for place in range(1, len(kinds) - 1):
        kind, around = kinds[place], kinds[place - 1]
        if around == kinds[place + 1] and (
            (kind == "CS" and around in ("EN", "AN")) or (kind == "ES" and around == "EN")
        ):
            kinds[place] = around


def _terminators(kinds: list[str]) -> None:
    """Let signs such as % beside a number be part of it (W5)."""
    place, count = 0, len(kinds)
    while place < count:
        if kinds[place] != "ET":
            place += 1
            continue
        end = place
        while end < count and kinds[end] == "ET":
            end += 1
        if (place and kinds[place - 1] == "EN") or (end < count and kinds[end] == "EN"):
            kinds[place:end] = ["EN"] * (end - place)
        place = end


def _after_latin(kinds: list[str], before: str) -> None:
    """Let numbers after letters of the left be as these (W7)."""
    strong = before
    for place, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _pairs(kinds: Sequence[str], brackets: Brackets) -> list[tuple[int, int]]:
    """Return the brackets that belong together, by the places of the opening ones (BD16)."""
    found: list[tuple[int, int]] = []
    open_: list[tuple[str, int]] = []
    for place in sorted([*brackets.opening, *brackets.closing]) if brackets.closing else ():
        if kinds[place] != "ON":
            continue
        if place in brackets.opening:
            if len(open_) == _MOST_OPEN:
                return []
            open_.append((brackets.opening[place], place))
            continue
        for depth in range(len(open_) - 1, -1, -1):
            if open_[depth][0] == brackets.closing[place]:
                found.append((open_[depth][1], place))
                del open_[depth:]
                break
    return sorted(found)


def _pair(
    kinds: list[str], original: Sequence[str], opening: int, closing: int, before: str, embedding: str
) -> None:
    """Give a pair of brackets the direction of what it holds, or of what is before it (N0)."""
    inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {""}
    if not inside:
        return
    direction = embedding
    if embedding not in inside:
        context = next((_strong(kind) for kind in reversed(kinds[:opening]) if _strong(kind)), before)
        direction = context if context != embedding else embedding
    for bracket in (opening, closing):
        kinds[bracket] = direction
        for place in range(bracket + 1, len(kinds)):
            if original[place] != "NSM":
                break
            kinds[place] = direction


def _strong(kind: str) -> str:
    """Return the direction that ``kind`` counts as; "" for what has none."""
    return "R" if kind in _RIGHT else "L" if kind == "L" else ""


def _neutral(kinds: list[str], sequence: RunSequence, embedding: str) -> None:
    """Give neutrals the direction on both sides of them, or else the embedding one (N1 and N2)."""
    place, count = 0, len(kinds)
    last = sequence.before
    while place < count:
        if kinds[place] not in _NEUTRAL:
            last = _strong(kinds[place])
            place += 1
            continue
        end = place
        while end < count and kinds[end] in _NEUTRAL:
            end += 1
        following = _strong(kinds[end]) if end < count else sequence.after
        kinds[place:end] = [last if last == following else embedding] * (end - place)
        place = end
