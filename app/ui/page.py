"""What every page is: a widget with a name, a title and an icon, told when it is shown and what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.settings import Settings
from app.ui.actions import Action
from app.ui.jobs import Jobs
from app.ui.messages import Messages

if TYPE_CHECKING:
    from app.ui.office import Changes, Office


NEW = "new"  # what ``show_what`` takes to begin a new record


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page works with."""

    office: Office
    jobs: Jobs
    messages: Messages
    settings: Settings
    load: Callable[[str], Any]  # a class by its dotted name, for what a page builds when it is first wanted


def _nowhere() -> type[Page]:
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Entry:
    """A page before its code is loaded: its name, title (a msgid) and icon, and how to get its class.

    A page that others open, such as one case, is not in the rail but ``under`` another there.
    """

    name: str
    title: str
    icon: str
    under: str = ""
    load: Callable[[], type[Page]] = _nowhere


class Page(QWidget):
    """One page. It is built when first shown, asks its window by signal, and never reaches for it.

    Hidden pages are not refreshed: they are told once, when they are shown again.
    """

    name: ClassVar[str]  # "people"; the first word of its widgets' object names
    title: ClassVar[str]  # a msgid
    icon: ClassVar[str]  # a shipped icon
    under: ClassVar[str] = ""  # the page in the rail that this one is reached from, where it is not there

    go = Signal(str, object)  # the name of another page, and what to show there

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(self.name)
        self._is_stale = False

    @classmethod
    def entry(cls) -> Entry:
        """Return the entry of a page whose code is here already."""
        return Entry(cls.name, cls.title, cls.icon, cls.under, lambda: cls)

    def show_what(self, what: object) -> None:
        """Show one thing (a person's or case's key), as another page asked by ``go``."""

    def place(self) -> object:
        """Return what ``show_what`` takes to show again what is shown now; None for what it took last."""
        return None

    def shown(self) -> None:
        """Take the focus; called each time the page comes into view, the first time after it was built."""

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Show what ``changes`` says is different; None means anything may be. ``by`` began it."""

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done on this page."""
        return ()

    def search(self) -> None:
        """Put the focus into the search box, where there is one."""

    def can_leave(self) -> bool:
        """Save what was typed; say whether another page may be shown."""
        return True

    def take(self, changes: Changes, by: object) -> None:
        """Refresh now if in view, else when shown again."""
        if self.isVisible():
            self.refresh(changes, by)
        else:
            self._is_stale = True

    def come(self) -> None:
        """Come into view; called by the window."""
        if self._is_stale:
            self._is_stale = False
            self.refresh(None, None)
        self.shown()
