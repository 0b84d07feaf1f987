"""Python in a process of its own: to be killed, to lack rights, or to meet a limit."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any, TypeAlias

from tests.tree import ROOT

Child: TypeAlias = "subprocess.Popen[str]"
_PR_CAPBSET_DROP = 24
_RIGHTS_PAST_PERMISSIONS = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def start(
    module: str, *arguments: object, before: Callable[[], None] | None = None
) -> "subprocess.Popen[str]":
    """Run a module of ours; ``before`` is called in the new process first."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    pipe: Any = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True, preexec_fn=before, env=os.environ
    )


def output(
    module: str, *arguments: object, before: Callable[[], None] | None = None, timeout: float = 60
) -> list[str]:
    """Run a module to its end, within ``timeout`` seconds, and return the lines it printed."""
    process = start(module, *arguments, before=before)
    said, complained = process.communicate(timeout=timeout)
    assert process.returncode == 0, complained
    return said.splitlines()


def obey_permissions() -> None:
    """Take from root the right to read and write what permissions forbid; others never had it."""
    if os.geteuid() == 0:
        for right in _RIGHTS_PAST_PERMISSIONS:
            ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, right, 0, 0, 0)
