"""The window."""

import ctypes
import sys

_FOREVER = 1 << 40  # references


def _keep_constants() -> None:
    """Let None, True and False never be freed, as Python 3.12 and later do by themselves.

    WORKAROUND: PySide6 6.12.0 returns None from every call without a result, and True from ``emit``,
    without counting the reference. Under Python 3.11 the process aborts after some thousand calls.
    """
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _FOREVER


if sys.version_info < (3, 12) and sys.maxsize > _FOREVER:
    _keep_constants()
