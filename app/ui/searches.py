"""Between the saved searches and the rail: shows them, counts their rows in a job, and does what is asked."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.i18n import _
from app.services import saved_searches
from app.services.saved_searches import SavedSearch
from app.settings import today
from app.ui.jobs import Step
from app.ui.office import Changes
from app.ui.page import Desk
from app.ui.pinned import Pinned

COUNT_MS = 600


class Searches(QObject):
    """Keeps ``pinned`` in step with the casebook."""

    go = Signal(str, object)  # a page, and the search to show there

    def __init__(self, desk: Desk, pinned: Sequence[Pinned], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pinned = pinned
        self._timer = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._timer.timeout.connect(self.count)
        for each in pinned:
            each.opened.connect(lambda search: self.go.emit(search.page, search))
            each.renamed.connect(self._rename)
            each.removed.connect(self._remove)
            each.moved.connect(self._move)
        desk.office.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show the searches as they are kept now."""
        for each in self._pinned:
            kept = self._desk.office.read(saved_searches.of_page, each.page, self._me)
            each.show_searches(kept)
        self._timer.start()

    @property
    def _me(self) -> UUID:
        return self._desk.office.user[0]

    def count(self) -> None:
        """Count, in a job, the rows of every search."""
        for each in self._pinned:
            if each.entries:
                self._count_of(each)

    def _count_of(self, pinned: Pinned) -> None:
        office, me, day, load = self._desk.office, self._me, today(), self._desk.load

        def counted(_step: Step) -> Mapping[UUID, int]:
            counts = load("app.services.saved_search_counts.counts")
            return office.read(counts, pinned.page, me, day)

        self._desk.jobs.start(counted, done=pinned.show_counts)

    def _follow(self, changes: Changes, _by: Any) -> None:
        if any(table == "saved_search" for table, _key in changes.rows):
            self.refresh()
        elif any(each.entries for each in self._pinned):
            self._timer.start()

    def _rename(self, search: SavedSearch, name: str) -> None:
        office = self._desk.office
        office.attempt(lambda: office.write(saved_searches.rename, search.id, search.version, name))

    def _move(self, search: SavedSearch, steps: int) -> None:
        office = self._desk.office
        office.attempt(lambda: office.write(saved_searches.move, search.id, steps=steps))

    def _remove(self, search: SavedSearch) -> None:
        office = self._desk.office

        def work() -> None:
            office.write(saved_searches.remove, search.id, search.version)
            self._desk.messages.tell(_("Search removed."), _("Undo"), office.undo)

        office.attempt(work)
