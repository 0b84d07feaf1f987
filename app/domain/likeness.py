"""How much two persons look like one: for the typo pass of search and the hint about duplicates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz.distance import OSA

from app.i18n import N_

_SAME_NAME = 0.95
_SIMILAR_NAME = 0.72


class Likeness(Enum):
    """Why two persons may be one, the strongest first; each with a msgid for the user."""

    PASSPORT = N_("Same passport number")
    NAME_AND_BIRTH = N_("Same name and date of birth")
    SIMILAR_NAME_AND_BIRTH = N_("Similar name, same date of birth")
    NAME = N_("Same name")


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells persons apart: folded text and tokens as search keeps them, and the ISO birth date."""

    folded: str
    tokens: str
    birth_date: str


def likeness(one: Traits, other: Traits) -> Likeness | None:
    """Return why two persons may be one, or None.

    Different dates of birth speak against it; one that is not known, or only in part, does not.
    """
    if share_number(one, other):
        return Likeness.PASSPORT
    name = name_likeness(one, other)
    if one.birth_date and one.birth_date == other.birth_date and len(one.birth_date) == len("1998-04-02"):
        if name >= _SAME_NAME:
            return Likeness.NAME_AND_BIRTH
        return Likeness.SIMILAR_NAME_AND_BIRTH if name >= _SIMILAR_NAME else None
    may_be = one.birth_date.startswith(other.birth_date) or other.birth_date.startswith(one.birth_date)
    return Likeness.NAME if may_be and name >= _SAME_NAME else None


def name_likeness(one: Traits, other: Traits) -> float:
    """Return from 0 to 1 how alike the likest pair of their names is, in any order and by sound."""
    return 1.0 if _sounds(one, other) or _sounds(other, one) else written_alike(one, other)


def written_alike(one: Traits, other: Traits) -> float:
    """Return from 0 to 1 how alike the likest pair of their names is as it is written, in any order."""
    pairs = ((ours, theirs) for ours in _names(one) for theirs in _names(other))
    return max((_alike(ours.split(), theirs.split()) for ours, theirs in pairs), default=0.0)


def share_number(one: Traits, other: Traits) -> bool:
    """Say whether both have the same passport number."""
    return bool(_numbers(one) & _numbers(other))


def near(words: Sequence[str], texts: Iterable[str]) -> float:
    """Return from 0 to 1 how near the words typed are to the likest words among ``texts``, on average."""
    there = {word for text in texts for word in text.split()}
    best = (max((OSA.normalized_similarity(word, one) for one in there), default=0.0) for word in words)
    return sum(best) / len(words) if words else 0.0


def _alike(ours: list[str], theirs: list[str]) -> float:
    """Compare two names word by word, both ways, so that a word too many counts a little."""
    forth, back = near(ours, theirs), near(theirs, ours)
    together = OSA.normalized_similarity("".join(sorted(ours)), "".join(sorted(theirs)))
    return max(
        (2 * max(forth, back) + min(forth, back)) / 3 if len(ours) > 1 < len(theirs) else 0.0, together
    )


def _lines(traits: Traits) -> list[str]:
    return traits.folded.splitlines()


def _names(traits: Traits) -> list[str]:
    return [line for line in _lines(traits) if not _is_number(line)]


def _numbers(traits: Traits) -> set[str]:
    return {line for line in _lines(traits) if _is_number(line) and len(line) > 4}


def _is_number(line: str) -> bool:
    return " " not in line and any(character.isdigit() for character in line)


def _sounds(one: Traits, other: Traits) -> bool:
    """Say whether a name of ``one``, run together, is how a name of ``other`` sounds: Wang Wei and 王伟."""
    joined = {line.replace(" ", "") for line in _names(one) if " " in line}
    return any(len(word) > 4 for word in joined.intersection(other.tokens.split()))
