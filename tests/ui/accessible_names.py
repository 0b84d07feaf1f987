"""How screen readers and outside test drivers find every widget a person can use: a contract, checked.

``accessible_names.tsv`` has one line for each widget: object name, kind, accessible name. After a change
that is meant, ``python3 -m tests.ui.accessible_names`` writes it anew.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QWidget,
)

FILE = Path(__file__).with_suffix(".tsv")
KINDS: tuple[tuple[type[QWidget], str], ...] = (
    (QComboBox, "combo box"),
    (QLineEdit, "line"),
    (QPlainTextEdit, "text"),
    (QAbstractItemView, "list"),
    (QProgressBar, "progress"),
    (QAbstractButton, "button"),
)


class Named(NamedTuple):
    """One widget of the contract. A combo box has its name as its description: Qt names it by its text."""

    object_name: str
    kind: str
    accessible_name: str


def table() -> list[Named]:
    """Return the contract."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [Named(*line.split("\t")) for line in lines if not line.startswith("#")]


def write(found: Iterable[Named]) -> None:
    """Write the contract anew."""
    head = "# object name\tkind\taccessible name (of a combo box: its description)\n"
    FILE.write_text(head + "".join("\t".join(one) + "\n" for one in sorted(set(found))), encoding="utf-8")


def usable(top: QWidget) -> Iterator[Named]:
    """Yield every widget under ``top`` that a person can use; Qt's own inner parts are left out."""
    for widget in top.findChildren(QWidget):
        kind = next((name for cls, name in KINDS if isinstance(widget, cls)), "")
        if kind and not _is_inner(widget):
            is_combo = isinstance(widget, QComboBox)
            name = widget.accessibleDescription() if is_combo else _name(widget)
            yield Named(widget.objectName(), kind, name)


def _name(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return widget.accessibleName() or widget.text()
    return widget.accessibleName()


def _is_inner(widget: QWidget) -> bool:
    """Say whether Qt made the widget inside another: a list, a clear button, an arrow."""
    if isinstance(widget, QHeaderView) or widget.objectName().startswith(("qt_", "_q_")):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QLineEdit | QAbstractItemView | QTabBar):
            return True
        parent = parent.parentWidget()
    return widget.isWindow()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.ui.whole_window import names_of_the_whole_window

    write(names_of_the_whole_window())
