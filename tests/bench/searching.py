"""Search at every keystroke, against the same statements by the driver. Misspellings are apart."""

from collections.abc import Iterator
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from app.services import people_list
from db.casebook import Casebook
from tests.bench.ground import Ground, driver, rows
from tests.bench.lists import heard
from tests.bench.measure import Figure, milliseconds

FRAME = 16  # ms
SAMPLES = 40


def typed(book: Casebook) -> list[str]:
    """Return what the search box holds after each key of some names, dates and numbers in the casebook."""
    keys = book.read(people_list.ids)
    some = Random(4).sample(list(keys), min(SAMPLES, len(keys)))
    texts = [text for line in book.read(people_list.lines, some) for text in _texts(line)]
    return list(dict.fromkeys(text[:end] for text in texts for end in range(1, min(len(text), 9) + 1)))


def _texts(line: Any) -> Iterator[str]:
    yield line.name
    yield line.native_name
    yield from (line.birth_date, line.passport) if line.seq % 4 == 0 else ()


def figures(ground: Ground) -> list[Figure]:
    """Measure every keystroke once a round, ours and the driver's turn by turn."""
    book, raw = ground.long, driver(ground.long)
    ours: list[float] = []
    ratios: list[float] = []
    for text in typed(book):
        with heard(book) as statements:
            book.read(people_list.ids, typed=text)
        fetches = [rows(raw, sql, values) for sql, values in statements]
        taken = [_both(book, text, fetches) for _round in range(ground.size.rounds)]
        mine, floor = median(one for one, _other in taken), median(other for _one, other in taken)
        ours.append(mine)
        ratios.append(mine / floor)
    raw.close()
    ours.sort()
    p95 = ours[int(len(ours) * 0.95)] * 1000
    note = f"median {milliseconds(median(ours))}, slowest {milliseconds(ours[-1])}, {len(ours)} keystrokes"
    people = f"{ground.size.persons:,} persons"
    return [
        Figure(
            f"search as typed, {people}, median keystroke",
            "the same two-index SQL by the driver",
            median(ratios),
            2.0,
            note,
        ),
        Figure(f"search as typed, {people}, 95th of 100 keystrokes, in ms", "one frame", p95, FRAME),
    ]


def _both(book: Casebook, text: str, fetches: list[Any]) -> tuple[float, float]:
    begun = perf_counter()
    book.read(people_list.ids, typed=text)
    between = perf_counter()
    for fetch in fetches:
        fetch()
    return between - begun, perf_counter() - between
