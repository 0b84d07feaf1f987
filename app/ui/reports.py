"""What a bug looks like to the user: a report that can be copied and holds no client data."""

import sys
import threading
import traceback
from pathlib import Path

import PySide6
from PySide6.QtCore import QSysInfo

import app

_ROOT = Path(app.__file__).resolve().parent.parent


def report(error: BaseException) -> str:
    """Return versions and the places in the code, without the error's own words: they may hold data."""
    python = sys.version.partition(" ")[0]
    versions = f"Kasebook {app.__version__}, Python {python}, Qt {PySide6.__version__}"
    lines = [
        f"{versions}, {QSysInfo.prettyProductName()}, {QSysInfo.kernelType()} {QSysInfo.kernelVersion()}",
        f"{type(error).__name__} in {threading.current_thread().name}",
    ]
    lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(error.__traceback__)]
    return "\n".join(lines)


def place(error: BaseException) -> str:
    """Return the innermost place of an error, by which the same bug is known again."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} {_place(frames[-1])}" if frames else type(error).__name__


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    name = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else Path(path.name)
    return f"{name.as_posix()}:{frame.lineno} {frame.name}"
