"""Make ``python3 -m app`` and ``python3 -m tests`` run from a checkout with nothing but Python beside it.

Standard library only, and readable by Pythons that are too old, so that they can be told so. What it does:
check the system libraries that Qt needs on Linux, build ``.venv`` from the pinned and hash-checked
``requirements.lock``, and go on inside it. An installed or frozen program has no lock file beside it, and
nothing is done there.
"""

# The commands are ours from the first word to the last, and found where the user's own shell finds them.
# ruff: noqa: S603, S606, S607

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from app.readiness import OLDEST_PYTHON, ROOT, is_ready, lock

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Each system library that Qt opens, with the Debian packages that have carried it, newest name first.
LIBRARIES = {
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
}


def prepare(package: str) -> None:
    """Return where ``package`` ("app" or "tests") can run; else build that place and go on there.

    Exits with 2, after a message that says what to do, when something is missing that we can't mend.
    """
    if sys.version_info < OLDEST_PYTHON:
        _stop(
            "Kasebook needs Python {}.{} or newer; this is {}.".format(*OLDEST_PYTHON, sys.version.split()[0])
        )
    if is_ready(package):
        return
    if missing_packages() or not is_current(ROOT):
        with _one_at_a_time(ROOT):  # and ask again: another start may have done it while this one waited
            _mend_system(missing_packages())
            if not is_current(ROOT):
                build(ROOT)
    _go_on_inside(package)


def missing_packages(load: Callable[[str], object] = ctypes.CDLL) -> list[tuple[str, ...]]:
    """Return what this system lacks: for each, the names that its Debian package may have."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [names for library, names in LIBRARIES.items() if not _loads(library, load)]
    if importlib.util.find_spec("ensurepip") is None and not shutil.which("uv"):
        missing.append(("python{}.{}-venv".format(*sys.version_info),))
    return missing


def _loads(library: str, load: Callable[[str], object]) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True


def _mend_system(missing: list[tuple[str, ...]]) -> None:
    if not missing:
        return
    if not shutil.which("apt-get"):
        names = " ".join(candidates[-1] for candidates in missing)
        _stop(f"This system lacks packages that Debian calls: {names}\nInstall them, then start again.")
    if os.geteuid() != 0:
        _stop(
            "This system lacks packages that Kasebook needs. Please run this, then start again:\n  "
            + line(missing)
        )
    _install(missing)


def line(missing: Sequence[tuple[str, ...]]) -> str:
    """Return the command that installs the ``missing`` packages, by the names this Debian knows."""
    return "sudo apt-get update && sudo apt-get install " + " ".join(map(_known_name, missing))


def _known_name(candidates: Sequence[str]) -> str:
    for name in candidates if shutil.which("apt-cache") else ():
        if subprocess.run(["apt-cache", "show", name], capture_output=True, check=False).returncode == 0:
            return name
    return candidates[-1]


def _install(missing: Sequence[tuple[str, ...]]) -> None:
    file, log = tempfile.mkstemp(prefix="kasebook-system-", suffix=".log")
    os.close(file)
    _say(f"Installing the system packages that Kasebook needs (log: {log}) …")
    _apt_get(["update"], log)
    _apt_get(["install", "-y", "--no-install-recommends", *map(_known_name, missing)], log)
    importlib.invalidate_caches()
    left = missing_packages()
    if left:
        _stop(f"Some system packages could not be installed; see {log}. By hand:\n  {line(left)}")


def _apt_get(arguments: Sequence[str], log: str) -> None:
    quietly = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    with open(log, "ab") as output:
        subprocess.run(
            ["apt-get", *arguments],
            check=False,  # what is still missing afterwards is what counts
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=quietly,
        )


def is_current(root: Path) -> bool:
    """Say whether ``.venv`` under ``root`` was built to its end, from the present lock, for this Python."""
    try:
        built_from = (root / ".venv" / "kasebook-stamp").read_text(encoding="ascii")
    except (OSError, ValueError):
        return False
    return built_from == stamp(root) and python_of(root).exists()


def stamp(root: Path) -> str:
    """Return what ``.venv`` under ``root`` has to be built from: the lock file's digest, Python's version.

    Not ``sys.version``: a rebuilt Python of the same version would have the same packages made again.
    """
    digest = hashlib.sha256(lock(root).read_bytes()).hexdigest()
    return "{} python {}.{}.{}\n".format(digest, *sys.version_info[:3])


def python_of(root: Path) -> Path:
    """Return the interpreter of ``.venv`` under ``root``, built or not."""
    return root / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def build(root: Path) -> None:
    """Build ``.venv`` under ``root`` anew. The stamp comes last, so that a half-built one is never used."""
    _say("Preparing .venv from requirements.lock (only once; up to a minute) …")
    shutil.rmtree(root / ".venv", ignore_errors=True)
    if not (_build_with_uv(root) or _build_with_pip(root)):
        _stop("The packages could not be installed; the lines above say why. Nothing else was changed.")
    (root / ".venv" / "kasebook-stamp").write_text(stamp(root), encoding="ascii")


def _build_with_uv(root: Path) -> bool:
    """Use ``uv`` where it is installed: five times as fast. Whatever goes wrong, pip gets its turn."""
    uv = shutil.which("uv")
    if not uv:
        return False
    target = ["--python", str(python_of(root))]
    wanted = ["--quiet", "--require-hashes", "--compile-bytecode", "-r", str(lock(root))]
    return _runs([uv, "venv", "--quiet", "--python", sys.executable, str(root / ".venv")]) and _runs(
        [uv, "pip", "install", *target, *wanted]
    )


def _build_with_pip(root: Path) -> bool:
    quietly = ["--quiet", "--quiet", "--disable-pip-version-check", "--no-input"]
    return _runs([sys.executable, "-m", "venv", "--clear", str(root / ".venv")]) and _runs(
        [str(python_of(root)), "-m", "pip", "install", *quietly, "--require-hashes", "-r", str(lock(root))]
    )


def _runs(command: Sequence[str]) -> bool:
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode == 0


@contextlib.contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    """Hold a lock on the lock file itself, so that two starts at once build only one environment."""
    with lock(root).open("rb") as file:
        if sys.platform == "win32":
            file.seek(1 << 30)  # past the end: Windows would keep pip from reading the bytes held
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _go_on_inside(package: str) -> None:
    command = [str(python_of(ROOT)), "-m", package, *sys.argv[1:]]
    sys.stdout.flush()
    if sys.platform == "win32":  # exec gives the prompt back at once there
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def _say(message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


def _stop(message: str) -> None:
    _say(message)
    sys.exit(2)
