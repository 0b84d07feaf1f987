"""What the user can do, as data: menus, context menus and the list of shortcuts are built from it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui import theme

_IN_BRACKETS = re.compile(r"(.+?) ?[(（](.+)[)）]")


def always() -> bool:
    """Say that an action can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: ``text`` is a msgid, ``icon`` a shipped icon, ``run`` a bound callable.

    ``shortcut`` is written as "Ctrl+N"; menus name the action by its ``id``, such as "people.add".
    """

    id: str
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = always


def by_id(actions: Iterable[Action]) -> Mapping[str, Action]:
    """Return the actions by id. Raises ``ValueError`` where two share one."""
    found: dict[str, Action] = {}
    for action in actions:
        if found.setdefault(action.id, action) is not action:
            raise ValueError(action.id)
    return found


def made(action: Action, parent: QWidget) -> QAction:
    """Return Qt's action for ``action``, owned by ``parent``; it does nothing while not enabled."""
    result = QAction(_(action.text), parent)
    result.setObjectName(action.id)
    if action.icon:
        result.setIcon(theme.icon(action.icon))
    if action.shortcut:
        result.setShortcut(QKeySequence(action.shortcut))
    result.triggered.connect(lambda: action.run() if action.enabled() else None)
    return result


def shortcuts(actions: Iterable[Action]) -> list[tuple[str, str]]:
    """Return the keys and the texts of the actions that have keys, for the list of shortcuts.

    A key that means something in a list only stands in brackets after the text, such as "(Space)".
    """
    return [(keys, text) for keys, text in map(_keys, actions) if keys]


def _keys(action: Action) -> tuple[str, str]:
    text = _(action.text)
    held = _IN_BRACKETS.fullmatch(text)
    return (action.shortcut or held[2], held[1]) if held else (action.shortcut, text)
