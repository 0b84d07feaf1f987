"""Find persons by name in any script, birth date or passport number, as typed or nearly so.

The text is folded in Python (``app.domain.folding``) and kept in ``person_row``; ``search_index`` keeps
the index over it.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection, Row

from app.domain import folding, likeness
from app.domain.folding import Reader, fold
from app.domain.likeness import Likeness, Traits
from app.domain.people import Person
from app.domain.queries import understood
from db import search_index
from db.models.person_row import PersonListing

_CANDIDATES = 200
_NEAR_ENOUGH = 0.6  # one letter wrong in three, two in five
_MOST_PARTS = 40
_TIER = itemgetter(3)


class Match(NamedTuple):
    """A person who may be the same as another, and why."""

    seq: int
    why: Likeness


def find(connection: Connection, typed: str, *, limit: int = 50, archived: bool | None = False) -> list[int]:
    """Return the ``seq`` of up to ``limit`` persons that ``typed`` finds, the best first.

    Whole names come first, then names that begin as typed, whole words, beginnings of words, and parts
    of words; within each by name. ``archived`` says which persons: None for both kinds.
    """
    query = understood(typed)
    if not query:
        return []
    rows = search_index.backend(connection).hits(connection, query, _kinds(archived), limit)
    nearest = {row[0]: row for row in sorted(rows, key=_TIER, reverse=True)}  # each in its best tier
    best = sorted(_rank(row, "\n" + query.text) for row in nearest.values())
    return [seq for _tier, _name, seq in best[:limit]]


def similar(
    connection: Connection,
    typed: str,
    limit: int = 20,
    *,
    archived: bool | None = False,
    pinyin: Reader | None = None,
) -> list[int]:
    """Return persons whose names are near what was typed, for when ``find`` found few; slower than it.

    With ``pinyin``, Chinese characters also find names that sound alike.
    """
    words = fold(typed[:100]).split()
    found = []
    for row in _near(connection, words, _kinds(archived)):
        score = likeness.near(words, (row.folded, row.tokens))
        if score >= _NEAR_ENOUGH:
            found.append((-score, row.seq))
    by_name = [seq for _score, seq in sorted(found)]
    by_sound = _sounding(connection, words, _kinds(archived), pinyin) if pinyin else []
    return list(dict.fromkeys([*by_name, *by_sound]))[:limit]


def likely_same(
    connection: Connection, person: Person, *, limit: int = 5, pinyin: Reader | None = None
) -> list[int]:
    """Return persons already there who may be ``person``, likeliest first; archived ones too."""
    return [match.seq for match in matches(connection, person, limit=limit, pinyin=pinyin)]


def matches(
    connection: Connection, person: Person, *, limit: int = 5, pinyin: Reader | None = None
) -> list[Match]:
    """Return the persons of ``likely_same`` with the reason for each."""
    ours = traits(person, pinyin)
    own = _own_seq(connection, person)
    found = []
    for row in _candidates(connection, ours):
        why = likeness.likeness(ours, Traits(row.folded, row.tokens, row.birth_date))
        if why is not None and row.seq != own:
            found.append(Match(row.seq, why))
    strongest = list(Likeness)
    return sorted(found, key=lambda match: (strongest.index(match.why), match.seq))[:limit]


def traits(person: Person, pinyin: Reader | None) -> Traits:
    """Return what tells a person apart, as it is kept of those already there."""
    birth_date = str(person.birth_date or "")
    numbers = [passport.number for passport in person.passports]
    document = folding.document(person.names, passports=numbers, birth_date=birth_date, pinyin=pinyin)
    return Traits(document.folded, document.tokens, birth_date)


def _own_seq(connection: Connection, person: Person) -> int | None:
    if person.id is None:
        return None
    return connection.scalar(select(PersonListing.seq).where(PersonListing.person_id == person.id))


def _candidates(connection: Connection, ours: Traits) -> list[Row[Any]]:
    """Return the rows worth a closer look: a word, number or date in common, or names nearly the same."""
    words = ours.tokens.split()
    telling = [word for word in words if len(word) > 3 or any(c.isdigit() for c in word)]
    parts = _parts_of([word for line in ours.folded.splitlines() for word in line.split()])
    backend = search_index.backend(connection)
    exact = backend.near_by_words(connection, telling or words, (False, True), _CANDIDATES)
    near = backend.near_by_parts(connection, parts, (False, True), _CANDIDATES)
    return list({row.seq: row for row in (*exact, *near)}.values())


def _near(connection: Connection, words: Sequence[str], kinds: tuple[bool, bool]) -> list[Row[Any]]:
    backend = search_index.backend(connection)
    rows = backend.near_by_parts(connection, _parts_of(words), kinds, _CANDIDATES)
    slips = [slip for word in words if 2 < len(word) < 6 for slip in _slips(word)]
    more = backend.near_by_words(connection, slips, kinds, _CANDIDATES)
    return list({row.seq: row for row in (*rows, *more)}.values())


def _parts_of(words: Sequence[str]) -> list[str]:
    """Return the stretches of three characters in ``words``."""
    parts = dict.fromkeys(word[at : at + 3] for word in words for at in range(len(word) - 2))
    return list(parts)[:_MOST_PARTS]


def _slips(word: str) -> Iterator[str]:
    """Yield what a word too short for trigrams may have been: one letter too many, or two exchanged."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _sounding(
    connection: Connection, words: Sequence[str], kinds: tuple[bool, bool], pinyin: Reader
) -> list[int]:
    """Return persons with a name of the same sound, however it is written."""
    together = []
    for word in words:
        syllables = {reading for character in word for reading in pinyin("", character)}
        together += [spelling for spelling in pinyin("", word) if spelling not in syllables]
    rows = search_index.backend(connection).near_by_words(connection, together, kinds, _CANDIDATES)
    return [row.seq for row in rows]


def _rank(row: Sequence[Any], text: str) -> tuple[int, str, int]:
    """Return what results are sorted by: a name that is ``text`` first, one that begins so, then the tier."""
    seq, sort_name, folded, tier = row
    lines = f"\n{folded}\n"
    if text in lines:
        tier = -2 if f"{text}\n" in lines else -1
    return tier, sort_name, seq


def _kinds(archived: bool | None) -> tuple[bool, bool]:
    return (False, True) if archived is None else (archived, archived)
