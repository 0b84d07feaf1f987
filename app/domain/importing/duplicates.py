"""Which of many persons may be one that is already there, without comparing everybody with everybody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from app.domain.likeness import Likeness, Traits, likeness

MOST = 5
_FULL = len("1998-04-02")


class Choice(Enum):
    """What happens to a row that looks like somebody already there."""

    SKIP = "skip"
    ADD = "add"
    FILL = "fill"  # the empty fields of the one already there


class Crowd:
    """Persons by what they could be recognised by. ``key`` is anything that names one."""

    def __init__(self, persons: Iterable[tuple[Any, Traits]] = ()) -> None:
        self._traits: dict[Any, Traits] = {}
        self._by: dict[str, list[Any]] = defaultdict(list)
        for key, traits in persons:
            self.add(key, traits)

    def add(self, key: Any, traits: Traits) -> None:
        """Take in one more person."""
        self._traits[key] = traits
        for mark in set(_marks(traits)):
            self._by[mark].append(key)

    def like(self, traits: Traits) -> list[tuple[Any, Likeness]]:
        """Return who may be the person with these traits, likeliest first."""
        near = dict.fromkeys(key for mark in set(_marks(traits)) for key in self._by.get(mark, ()))
        others = ((key, self._traits[key]) for key in near)
        able = ((key, other) for key, other in others if _may_be(traits, other))
        found = [(key, why) for key, other in able if (why := likeness(traits, other))]
        strongest = list(Likeness)
        return sorted(found, key=lambda one: strongest.index(one[1]))[:MOST]


def _may_be(one: Traits, other: Traits) -> bool:
    """Say whether a closer look is worth its time: not where birthdays differ and no number is the same."""
    ours, theirs = one.birth_date, other.birth_date
    if ours.startswith(theirs) or theirs.startswith(ours):
        return True
    return any(
        any(map(str.isdigit, line)) for line in set(one.folded.split("\n")) & set(other.folded.split("\n"))
    )


def _marks(traits: Traits) -> Iterator[str]:
    """Yield what a person shares with whoever may be the same: number, birthday, name, its sound."""
    if len(traits.birth_date) == _FULL:
        yield f"born {traits.birth_date}"
    for line in traits.folded.splitlines():
        words = line.split()
        yield "name " + " ".join(sorted(words))
        yield "sound " + "".join(words)
    for word in traits.tokens.split():
        if len(word) > 4:
            yield f"sound {word}"
