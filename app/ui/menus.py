"""The menus as nested tuples of action ids, and how menus are built from them."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.i18n import N_, _
from app.ui import actions
from app.ui.actions import Action

SEPARATOR = ""

# Ids of actions that are not there (another page's) are left out, and so are menus with nothing in them.
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("Casebook"),
        (
            *("casebook.import", "list.export", "list.print", SEPARATOR, "casebook.backup", SEPARATOR),
            *("casebook.lock", "casebook.quit"),
        ),
    ),
    (
        N_("Edit"),
        (
            "edit.undo",
            "edit.redo",
            SEPARATOR,
            "edit.find",
            "list.keep",
            "list.cell",
            "list.change",
            "list.columns",
        ),
    ),
    (N_("Go"), ("go.to", SEPARATOR, "go.back", "go.forward")),
    (N_("Today"), ("today.open", "today.mine", "today.day_sheet")),
    (
        N_("Person"),
        ("people.add", "people.mrz", "people.open_case", SEPARATOR, "people.archive", "people.archived"),
    ),
    (
        N_("Case"),
        (
            *("cases.open", "case.tick", "case.edit_line", SEPARATOR),
            *("case.preview", "case.print", "case.save", SEPARATOR, "case.person", "case.history"),
            *("cases.hand_over", "case.next_member", "case.back", SEPARATOR, "case.archive"),
        ),
    ),
    (N_("Board"), ("board.open", "board.move", "board.mine")),
    (N_("Import"), ("import.choose",)),
    (N_("Deadlines"), ("deadlines.done", SEPARATOR, "deadlines.export")),
    (N_("Help"), ("help.shortcuts", "help.about")),
)


def fill(bar: QMenuBar, available: Mapping[str, Action]) -> None:
    """Build the menu bar anew from ``MENUS`` with the actions there are."""
    bar.clear()
    for title, ids in MENUS:
        if any(one in available for one in ids):
            menu = built(bar, ids, available)
            menu.setTitle(_(title))
            bar.addMenu(menu)


def built(parent: QWidget, ids: Sequence[str], available: Mapping[str, Action]) -> QMenu:
    """Return a menu of the actions ``ids``, for the menu bar or as a context menu."""
    menu = QMenu(parent)
    for one in ids:
        if one in available:
            menu.addAction(actions.made(available[one], menu))
        elif one == SEPARATOR and not menu.isEmpty():
            menu.addSeparator()
    menu.aboutToShow.connect(lambda: _enable(menu, available))
    return menu


def _enable(menu: QMenu, available: Mapping[str, Action]) -> None:
    for made in menu.actions():
        if made.objectName() in available:
            made.setEnabled(available[made.objectName()].enabled())
