"""Printing in processes of its own: the first document after a start, batches over workers, their memory."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from app.pdf import render
from tests.bench import paper_content
from tests.bench.measure import Figure, interleaved, milliseconds

DOCUMENTS = 60
MOST_MEMORY = 150.0  # MB
LONGEST = 180  # seconds


def figures(rounds: int, *, is_compared: bool) -> list[Figure]:
    """Return cold start, memory of a worker, and what a second worker gains."""
    count = DOCUMENTS if rounds > 1 else 2
    worker = json.loads(_process("worker", str(count))())
    found = [
        Figure(
            f"memory of a worker that printed {count} summaries, in MB", "none", worker["peak"], MOST_MEMORY
        ),
        _batch(count),
    ]
    return [*found, _first(rounds)] if is_compared else found


def _first(rounds: int) -> Figure:
    """Return what a first print takes, Python's modules compiled as after any earlier start."""
    with TemporaryDirectory(prefix="kasebook-bench-") as compiled:
        starts = {name: _process(name, compiled=compiled) for name in ("ours", "platypus")}
        taken = interleaved(rounds, starts)
    return Figure(
        "first document after a start, process and imports included",
        f"Platypus, {milliseconds(taken['platypus'])}",
        taken["ours"] / taken["platypus"],
        0.75,
        milliseconds(taken["ours"]),
    )


def _process(*arguments: str, compiled: str = "") -> Callable[[], Any]:
    """Return a start of Python that does it; with the modules that an earlier start left ``compiled``."""
    command = [sys.executable, "-m", "tests.bench.paper_first", *arguments]
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if compiled:
        around["PYTHONPYCACHEPREFIX"] = compiled
    return lambda: (
        subprocess.run(command, check=True, capture_output=True, timeout=LONGEST, env=around).stdout
    )


def _batch(count: int) -> Figure:
    """Print ``count`` summaries by one worker and by two, both started before the clock is."""
    seconds = {}
    for workers in (1, 2):
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            list(pool.map(printed, range(2 * workers)))
            begun = perf_counter()
            list(pool.map(printed, range(100, 100 + count), chunksize=max(1, count // 10)))
            seconds[workers] = perf_counter() - begun
    one = f"one worker, {milliseconds(seconds[1] / count)} each"
    each = f"{milliseconds(seconds[2] / count)} each"
    return Figure(f"batch of {count} summaries by two workers", one, seconds[2] / seconds[1], None, each)


def printed(seed: int) -> int:
    """Print one summary of other clients; return its size."""
    return len(render.render(paper_content.summary(seed=seed)))
