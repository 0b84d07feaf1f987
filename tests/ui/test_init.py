"""What holds for the window as a whole."""

import subprocess
import sys

from tests.tree import ROOT

MANY_CALLS = """
import app.ui
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal()
bell = Bell()
for _time in range(100_000):
    bell.setObjectName("bell")
    bell.rung.emit()
"""


def test_the_process_outlives_very_many_calls_of_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
