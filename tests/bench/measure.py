"""Interleaved medians: every variant runs once per round, so that what else the machine does hits all."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Variant = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. ``ratio`` is to ``floor`` in the same run; a goal of None is reported only."""

    work: str
    floor: str
    ratio: float
    goal: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the goal is reached, "" where there is none."""
        if self.goal is None:
            return ""
        return "yes" if self.ratio <= self.goal else "no"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: persons in the long lists, in an import, and rounds of each variant."""

    persons: int
    many: int  # rows of the largest list
    imported: int
    rounds: int


MOST, ENOUGH = 60, 15.0  # rounds, seconds
FULL = Size(persons=100_000, many=1_000_000, imported=50_000, rounds=9)
TINY = Size(persons=60, many=600, imported=40, rounds=1)


def seconds(work: Variant) -> float:
    """Return how long one call takes; garbage of others is collected before it."""
    gc.collect()
    begun = perf_counter()
    work()
    return perf_counter() - begun


def interleaved(rounds: int, variants: Mapping[str, Variant], warm: int = 1) -> dict[str, float]:
    """Return the median seconds of each variant, after ``warm`` rounds that do not count.

    What is over soon gets more rounds than asked for, up to ``MOST``.
    """
    times: dict[str, list[float]] = {name: [] for name in variants}
    begun, number = perf_counter(), 0
    while number < warm + rounds or (rounds > 1 and number < MOST and perf_counter() - begun < ENOUGH):
        for name, work in variants.items():
            taken = seconds(work)
            if number >= warm:
                times[name].append(taken)
        number += 1
    return {name: median(taken) for name, taken in times.items()}


def milliseconds(taken: float) -> str:
    """Return seconds as people read them in a note."""
    return f"{taken * 1000:.3g} ms"
