"""The program's start, in processes of their own, against a bare window of Qt."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from app.services import cases
from tests.bench.ground import PASSPHRASE, TODAY, Ground, casebook, fill
from tests.bench.measure import Figure, interleaved, milliseconds

LISTED = 1000  # persons in the casebook that is opened
LONGEST = 120  # seconds


def figures(ground: Ground) -> list[Figure]:
    """Start the bare window and the program by turns; the first round, which compiles, does not count."""
    path = ground.folder / "Started.kasebook"
    with casebook(path) as book:
        people = fill(book, min(LISTED, ground.size.persons))
        book.write(cases.open_case, people[0], category="K", post="new-delhi", today=TODAY)
    kept = ground.folder / "profile"
    taken = interleaved(
        ground.size.rounds,
        {
            "floor": _process(kept, "tests.bench.bare_window"),
            "shell": _process(kept, "tests.bench.real_window", "shell", str(path), PASSPHRASE),
            "list": _process(kept, "tests.bench.real_window", "list", str(path), PASSPHRASE),
        },
    )
    floor = f"bare Qt window, {milliseconds(taken['floor'])}"
    persons = f"{min(LISTED, ground.size.persons):,} persons"
    return [
        Figure("shell painted", floor, taken["shell"] / taken["floor"], 2.0, milliseconds(taken["shell"])),
        Figure(
            f"first page over {persons} painted, key derivation apart",
            floor,
            taken["list"] / taken["floor"],
            6.0,
            milliseconds(taken["list"]),
        ),
    ]


def _process(profile: Path, module: str, *arguments: str) -> Callable[[], object]:
    """Return a call that runs a module to its end. Raises where it fails or never paints."""
    settings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "KASEBOOK_HOME": str(profile)}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", module, *arguments]
    return lambda: subprocess.run(
        command, check=True, env=settings, timeout=LONGEST, stderr=subprocess.DEVNULL
    )
