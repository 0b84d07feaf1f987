"""A killed program loses nothing that it said was saved."""

import json
import random
from pathlib import Path

import pytest

from tests.db import children

ROUNDS = {"edit": 20, "backup": 5, "passphrase": 8, "remove": 8, "upgrade": 6, "create": 5}
MANY = {"edit": 150, "backup": 30, "passphrase": 100, "remove": 60, "upgrade": 60, "create": 30}


def kill(kind: str, rounds: int, folder: Path) -> dict[str, int]:
    """Kill a process at this kind of work so often; return the sums. What was lost fails."""
    seed = random.randrange(2**32)
    said = children.output("tests.flows.killing", kind, folder, rounds, seed, timeout=900)
    counted: dict[str, int] = json.loads(said[-1])
    print(kind, seed, counted)  # noqa: T201
    return counted


@pytest.mark.parametrize("kind", ROUNDS)
def test_what_was_saved_survives_a_kill(tmp_path: Path, kind: str) -> None:
    assert kill(kind, ROUNDS[kind], tmp_path)["kills"] == ROUNDS[kind]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", MANY)
def test_what_was_saved_survives_many_kills(tmp_path: Path, kind: str) -> None:
    assert kill(kind, MANY[kind], tmp_path)["kills"] == MANY[kind]
