"""How a file of others is read in a process of its own: what starts it, what it may know, how long."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import app

_LOOK = 0.1  # seconds between two looks at whether it was cancelled


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


def ask(
    words: Sequence[str], data: BinaryIO | bytes, seconds: float, check: Callable[[], None]
) -> Mapping[str, Any]:
    """Start what ``words`` say, let it read ``data``, and return its answer; "trouble" in it says why not.

    The trouble is "time" where it took longer than ``seconds``, and "memory" where a limit ended it.
    ``check`` is called while it reads, and may raise to stop. The other process never outlives the call.
    """
    process = subprocess.Popen(  # noqa: S603  our own program
        words,
        stdin=subprocess.PIPE if isinstance(data, bytes) else data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        given = data if isinstance(data, bytes) else None
        said = _finished(process, given, time.monotonic() + seconds, check)
    finally:
        process.kill()
        process.wait()
    if said is None:
        return {"trouble": "time"}
    try:
        answer: Mapping[str, Any] = json.loads(said)
    except ValueError:
        return {"trouble": "memory"}
    return answer


def _finished(
    process: subprocess.Popen[bytes], given: bytes | None, end: float, check: Callable[[], None]
) -> bytes | None:
    while True:
        try:
            return process.communicate(given, timeout=_LOOK)[0]
        except subprocess.TimeoutExpired:
            given = None  # the rest is being given still
            check()
        if time.monotonic() > end:
            return None
