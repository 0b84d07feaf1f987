"""How a file of others is read in a process of its own: what starts it, and what it may know."""

import os
import sys
from pathlib import Path

import app


def command(argument: str, module: str) -> list[str]:
    """Return what starts ``module``; a frozen program starts itself with ``argument``."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, argument] if frozen else [sys.executable, "-m", module]


def environment() -> dict[str, str]:
    """Return the surroundings of the other process: it finds our code, and learns no passphrase."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KASEBOOK")}
    root = str(Path(app.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (root, kept.get("PYTHONPATH", ""))))
    return {**kept, "PYTHONPATH": path, "PYTHONUTF8": "1"}
