"""The composition root: decides between window and command line, and gives each what it works with."""

import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from app.errors import UserError
from app.i18n import _


def run(argv: Sequence[str]) -> int:
    """Open the window, or do what the command ``argv`` says; return the exit code.

    Raises ``KasebookError`` for known trouble. The command line never loads Qt.
    """
    if wants_window(argv):
        check_display(os.environ, sys.platform)
        return _entry("app.ui.start", "start")(argv[0] if argv else None)
    return _entry("app.cli", "main")(argv)


def _entry(module: str, name: str) -> Callable[..., int]:
    entry: Callable[..., int] = getattr(importlib.import_module(module), name)
    return entry


def wants_window(argv: Sequence[str]) -> bool:
    """Say whether ``argv`` opens the window: nothing at all, or one casebook by its path or address.

    A casebook is told from a command by its ending, by being an address, or by a folder in front of it.
    """
    if len(argv) != 1:
        return not argv
    word = argv[0]
    return not word.startswith("-") and (
        word.rstrip("/\\").endswith(".kasebook") or "://" in word or os.path.basename(word) != word
    )


def check_display(environ: Mapping[str, str], platform: str) -> None:
    """Raise ``UserError`` where there is no screen to open a window on; Qt itself would abort the process."""
    if not platform.startswith("linux"):
        return
    if not any(environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        raise UserError(
            _("There is no screen here to open the window on."),
            _("Everything works on the command line too: kasebook --help"),
        )
