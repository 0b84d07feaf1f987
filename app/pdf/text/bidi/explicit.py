"""Levels by what the text says outright: embeddings, overrides, isolates (rules P2, P3 and X1 to X10)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.pdf.text.bidi.classes import EMBEDDINGS, ISOLATES, REMOVED

_DEEPEST = 125
_RIGHT = frozenset(("R", "AL"))


class Embedded(NamedTuple):
    """The level of each character, -1 for what rule X9 takes out, and its class after overrides."""

    levels: list[int]
    kinds: list[str]


class RunSequence(NamedTuple):
    """Places that belong together though isolates stand between, and the directions around them."""

    places: list[int]
    level: int
    before: str
    after: str


class _Status(NamedTuple):
    level: int
    override: str
    is_isolate: bool


def isolates(kinds: Sequence[str]) -> dict[int, int]:
    """Return for each isolate's beginning its matching end, both as places (definition BD9)."""
    found: dict[int, int] = {}
    open_: list[int] = []
    for place, kind in enumerate(kinds):
        if kind in ISOLATES:
            open_.append(place)
        elif kind == "PDI" and open_:
            found[open_.pop()] = place
    return found


def first_strong(kinds: Sequence[str], ends: Mapping[int, int], start: int, end: int) -> int | None:
    """Return 1 or 0 for the direction of the first letter outside isolates; ``None`` where there is none."""
    place = start
    while place < end:
        kind = kinds[place]
        if kind == "L":
            return 0
        if kind in _RIGHT:
            return 1
        if kind in ISOLATES:
            place = ends.get(place, end)
        place += 1
    return None


def embedded(kinds: Sequence[str], ends: Mapping[int, int], base: int) -> Embedded:
    """Return levels and classes by the explicit controls alone (rules X1 to X8)."""
    if not any(kind in EMBEDDINGS or kind in ISOLATES for kind in kinds):
        levels = [-1 if kind in REMOVED else base for kind in kinds]
        return Embedded(levels, list(kinds))
    walk = _Walk(kinds, ends, base)
    for place in range(len(kinds)):
        walk.step(place)
    return walk.found


class _Walk:
    """Goes through a paragraph once, with the stack of what is open."""

    def __init__(self, kinds: Sequence[str], ends: Mapping[int, int], base: int) -> None:
        self.found = Embedded([base] * len(kinds), list(kinds))
        self._ends = ends
        self._base = base
        self._stack = [_Status(base, "", False)]
        self._closing = set(ends.values())
        self._too_deep_isolates = self._too_deep_embeddings = 0

    def step(self, place: int) -> None:
        kind = self.found.kinds[place]
        if kind in EMBEDDINGS:
            self._embed(place, kind)
        elif kind in ISOLATES:
            self._isolate(place, kind)
        elif kind == "PDI":
            self._end_isolate(place)
        elif kind == "PDF":
            self._end_embedding(place)
        elif kind == "BN":
            self.found.levels[place] = -1
        elif kind == "B":
            self.found.levels[place] = self._base
        else:
            self._stand(place)

    def _stand(self, place: int) -> None:
        status = self._stack[-1]
        self.found.levels[place] = status.level
        if status.override:
            self.found.kinds[place] = status.override

    def _next(self, *, right: bool) -> int:
        """Return the next deeper level of a direction; 0 where that is too deep."""
        level = self._stack[-1].level
        level = (level + 1) | 1 if right else (level + 2) & ~1
        return level if level <= _DEEPEST else 0

    def _embed(self, place: int, kind: str) -> None:
        self.found.levels[place] = -1
        level = self._next(right=kind[0] == "R")
        if level and not self._too_deep_isolates and not self._too_deep_embeddings:
            self._stack.append(_Status(level, {"LRO": "L", "RLO": "R"}.get(kind, ""), False))
        elif not self._too_deep_isolates:
            self._too_deep_embeddings += 1

    def _isolate(self, place: int, kind: str) -> None:
        kinds = self.found.kinds
        is_right = kind == "RLI"
        if kind == "FSI":
            end = self._ends.get(place, len(kinds))
            is_right = first_strong(kinds, self._ends, place + 1, end) == 1
        self._stand(place)
        level = self._next(right=is_right)
        if level and not self._too_deep_isolates and not self._too_deep_embeddings:
            self._stack.append(_Status(level, "", True))
        else:
            self._too_deep_isolates += 1

    def _end_isolate(self, place: int) -> None:
        if self._too_deep_isolates:
            self._too_deep_isolates -= 1 if place in self._closing else 0
        elif place in self._closing:
            self._too_deep_embeddings = 0
            while not self._stack.pop().is_isolate:
                pass
        self._stand(place)

    def _end_embedding(self, place: int) -> None:
        self.found.levels[place] = -1
        if self._too_deep_isolates:
            return
        if self._too_deep_embeddings:
            self._too_deep_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1].is_isolate:
            self._stack.pop()


def sequences(
    kinds: Sequence[str], found: Embedded, ends: Mapping[int, int], base: int
) -> Iterator[RunSequence]:
    """Yield the isolating run sequences (definition BD13), each with the directions around it (rule X10)."""
    runs = _runs(found.levels)
    beginning = {run[0]: run for run in runs}
    continued = {ends[run[-1]] for run in runs if run[-1] in ends}
    for run in runs:
        if run[0] in continued:
            continue
        places = list(run)
        while places[-1] in ends:
            places += beginning[ends[places[-1]]]
        level = found.levels[places[0]]
        before = _level_at(found.levels, places[0] - 1, -1, base)
        is_open = kinds[places[-1]] in ISOLATES
        after = base if is_open else _level_at(found.levels, places[-1] + 1, 1, base)
        yield RunSequence(places, level, _strong(max(level, before)), _strong(max(level, after)))


def _runs(levels: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    last = -1
    for place, level in enumerate(levels):
        if level < 0:
            continue
        if level != last:
            runs.append([])
            last = level
        runs[-1].append(place)
    return runs


def _level_at(levels: Sequence[int], place: int, step: int, base: int) -> int:
    while 0 <= place < len(levels):
        if levels[place] >= 0:
            return levels[place]
        place += step
    return base


def _strong(level: int) -> str:
    return "R" if level & 1 else "L"
