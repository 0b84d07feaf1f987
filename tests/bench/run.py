"""Run benchmarks by name, one after the other, over one ground."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from app import settings
from tests.bench import (
    editing,
    importing,
    judging,
    lists,
    paper,
    previewing,
    report,
    scrolling,
    searching,
    starting,
    todays,
)
from tests.bench.ground import Ground
from tests.bench.measure import FULL, TINY, Figure, Size

BENCHMARKS: dict[str, Callable[[Ground], list[Figure]]] = {
    "start": starting.figures,
    "list": lists.figures,
    "scroll": scrolling.figures,
    "search": searching.figures,
    "today": todays.figures,
    "edit": editing.figures,
    "import": importing.figures,
    "rules": judging.figures,
    "paper": paper.figures,
    "preview": previewing.figures,
}


def main(arguments: Sequence[str]) -> int:
    """Run what ``arguments`` name, all without a name; print the table, and keep it with ``--write``."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[*BENCHMARKS, []], metavar="NAME", help=", ".join(BENCHMARKS)
    )
    parser.add_argument("--write", action="store_true", help="keep the figures in tests/bench/README.md")
    parser.add_argument("--tiny", action="store_true", help="only see that everything runs")
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = figures(given.names or list(BENCHMARKS), TINY if given.tiny else FULL)
    sys.stdout.write(f"{report.surroundings(settings.today())}\n\n{report.table(found)}\n")
    if given.write:
        report.write(found, settings.today())
    return 0


def figures(names: Sequence[str], size: Size) -> list[Figure]:
    """Return the figures of the named benchmarks."""
    with tempfile.TemporaryDirectory(prefix="kasebook-bench-") as folder:
        ground = Ground(size, Path(folder))
        try:
            return [figure for name in names for figure in BENCHMARKS[name](ground)]
        finally:
            ground.close()
