"""The real program's start, ended after its first paint ("shell") or that of the first page's lines ("list").

It opens what ``python3 -m app CASEBOOK`` opens, and types the passphrase as soon as the window asks for it.
"""

import importlib
import os
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer

from app import __main__ as program
from app.ui.main_window import MainWindow


def end_after_paint(widgets: type[Any], is_ready: Callable[[Any], bool]) -> None:
    """End the process once a widget of this class was painted and ``is_ready(widget)``."""
    usual = widgets.paintEvent

    def paint(self: Any, event: Any) -> None:
        usual(self, event)
        if is_ready(self):
            QTimer.singleShot(0, lambda: os._exit(0))

    widgets.paintEvent = paint


def type_passphrase(passphrase: str) -> None:
    """Unlock as soon as the window asks, and end once the list is painted.

    The list's module is there by then: the program loads it while the user types.
    """
    unlock: Any = importlib.import_module("app.ui.start.unlock").Unlock
    usual = unlock.show_logins

    def show_logins(self: Any, logins: Any) -> None:
        usual(self, logins)
        tables = importlib.import_module("app.ui.widgets.table_view")
        end_after_paint(tables.TableView, lambda view: view.rows.rowCount() > 0)
        self.passphrase.edit.setText(passphrase)
        self.button.click()

    unlock.show_logins = show_logins


def main(until: str, path: str, passphrase: str) -> int:
    """Start as the program does, until the shell or the list is painted."""
    if until == "shell":
        end_after_paint(MainWindow, lambda window: True)
    else:
        type_passphrase(passphrase)
    sys.argv = ["kasebook", path]
    return program.main()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
