"""Whether ``python3 -m app`` can run where it is: what every start asks, and nothing more.

Standard library only, and readable by Pythons that are too old. What to do where it can't is in
``environment``, whose own imports (processes, digests, libraries) take as long as a tenth of a bare window.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)

# Modules that tell whether the Python we run in has our packages already, as under ``uv run``.
NEEDED = {
    "app": ("PySide6", "sqlalchemy", "sqlcipher3", "reportlab", "uharfbuzz", "pikepdf", "icu4py", "babel"),
    "tests": ("pytest", "pytestqt", "xdist", "hypothesis", "mypy"),
}


def is_ready(package: str) -> bool:
    """Say whether ``package`` ("app" or "tests") can run in this Python, as it is."""
    if sys.version_info < OLDEST_PYTHON:
        return False
    if getattr(sys, "frozen", False) or not lock(ROOT).exists():
        return True
    if Path(sys.prefix).resolve() == (ROOT / ".venv").resolve():
        return True
    needed = NEEDED["app"] + (NEEDED["tests"] if package == "tests" else ())
    return all(importlib.util.find_spec(name) for name in needed)


def lock(root: Path) -> Path:
    """Return the file that pins the packages; an installed or frozen program has none."""
    return root / "requirements.lock"
