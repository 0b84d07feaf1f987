"""``python3 -m tests``: prepare the environment, then run all tests; arguments go to pytest.

Long proofs are left out unless ``-m`` says otherwise: ``python3 -m tests -m slow``.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from app import environment


def main(arguments: Sequence[str]) -> int:
    """Run pytest with ``arguments`` and our defaults; return its exit code."""
    environment.prepare("tests")
    with tempfile.TemporaryDirectory(prefix="kasebook-tests-", dir=roomy_memory()) as home:
        settings = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"KASEBOOK_HOME": home}
        options = [*defaults(arguments, os.cpu_count() or 1), f"--basetemp={home}/files"]
        command = [sys.executable, "-m", "pytest", *options, *arguments]
        return subprocess.run(command, env=settings, check=False).returncode


def roomy_memory() -> str | None:
    """Return a folder in memory, where no test waits for a disk, if all their files have room there."""
    shared = "/dev/shm"
    try:
        return shared if shutil.disk_usage(shared).free > 2 * 1024**3 else None
    except OSError:
        return None


def defaults(arguments: Sequence[str], cores: int) -> list[str]:
    """Return the options that ``arguments`` leave open: two workers on two cores, no long proofs."""
    options = [] if _given(arguments, "-n", "--numprocesses") or cores < 2 else ["-n", "2"]
    return options if _given(arguments, "-m") else [*options, "-m", "not slow"]


def _given(arguments: Sequence[str], *names: str) -> bool:
    return any(argument.startswith(names) for argument in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
