"""The figures as a table, and the block of the README that holds the last ones kept."""

import os
import platform
import re
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.bench.measure import Figure

README = Path(__file__).parent / "README.md"
BLOCK = re.compile(r"(<!-- figures -->\n).*?(\n<!-- end -->)", re.DOTALL)
HEAD = ("Work", "Floor in the same run", "Ratio", "Reach", "Reached", "Note")


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table in Markdown."""
    lines = [HEAD, tuple("---" for _name in HEAD), *map(_cells, figures)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cells(figure: Figure) -> tuple[str, ...]:
    goal = "" if figure.goal is None else f"≤ {figure.goal:g}"
    return figure.work, figure.floor, f"{figure.ratio:.2f}", goal, figure.verdict, figure.note


def surroundings(today: date) -> str:
    """Return in a sentence what the figures depend on: date, machine, versions."""
    parts = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3")
    libraries = ", ".join(f"{name} {version(name)}" for name in parts)
    return (
        f"{today.isoformat()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
        f"{_processor()}, load {_load()}, Python {platform.python_version()}, {libraries}, "
        f"SQLite {dbapi2.sqlite_version}."
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    found = (
        re.search(r"model name\s*: (.+)", cpuinfo.read_text("ascii", "ignore")) if cpuinfo.exists() else None
    )
    return f" ({found[1].strip()})" if found else ""


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def write(figures: Sequence[Figure], today: date, readme: Path = README) -> None:
    """Put the figures into the README in place of the ones before."""
    text = readme.read_text(encoding="utf-8")
    block = f"{surroundings(today)}\n\n{table(figures)}"
    readme.write_text(BLOCK.sub(lambda found: found[1] + block + found[2], text), encoding="utf-8")
