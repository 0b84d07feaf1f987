"""What somebody typed into a search field: words to find, with dates and numbers recognised."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from app.domain.dates import PartialDate, readings
from app.domain.folding import fold, is_unspaced, number, pieces

_LONGEST = 200  # characters looked at; nobody types more to find somebody
_MOST_WORDS = 8
_MOST_READINGS = 4


@dataclass(frozen=True, slots=True)
class Query:
    """``text`` is what was typed, folded; each of ``readings`` is one way to understand it.

    A person matches who has all words of one reading: each a beginning of one of theirs, or for
    unspaced scripts a run of their characters.
    """

    text: str
    readings: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.readings)


def understood(typed: str, *, order: str = "dmy") -> Query:
    """Read what was typed; ``order`` ("dmy" or "mdy") says what 03/04/1998 means first.

    A date becomes its digits (19980403, or 1998 and 199804 where less is known), as ``folding.document``
    keeps birth dates; a number typed in groups is also read as one.
    """
    typed = typed[:_LONGEST]
    text = fold(typed)
    found: list[tuple[str, ...]] = [(_compact(date),) for date in readings(typed, order=order)]
    if not found or any(character.isalpha() for character in text):
        found += islice(product(*_choices(typed, order)), _MOST_READINGS)
    if any(character.isdigit() for character in text):
        found.append((number(typed),))
    unique = dict.fromkeys(words[:_MOST_WORDS] for words in found if any(words))
    return Query(text, tuple(unique)[:_MOST_READINGS])


def _choices(typed: str, order: str) -> Iterator[tuple[str, ...]]:
    """Yield, word by word, what each may stand for."""
    for chunk in typed.split():
        dates = readings(chunk, order=order) if any(mark in chunk for mark in "-/.年") else ()
        if dates:
            yield tuple(_compact(date) for date in dates)
        else:
            yield from ((word,) for word in fold(chunk).split())


def _compact(date: PartialDate) -> str:
    return str(date).replace("-", "")


def runs(word: str) -> Iterator[tuple[str, ...]]:
    """Yield a word as runs of unspaced characters ("王", "伟") and the stretches between them ("wang",)."""
    run: list[str] = []
    for piece in pieces(word):
        if is_unspaced(piece[0]):
            run.append(piece)
            continue
        if run:
            yield tuple(run)
            run = []
        yield (piece,)
    if run:
        yield tuple(run)


def is_run(run: tuple[str, ...]) -> bool:
    """Say whether a run is of unspaced characters, which must stand side by side."""
    return is_unspaced(run[0][0])
