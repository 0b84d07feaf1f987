"""Joins the box of Ctrl+K with the window: what it searches, and where it leads."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.i18n import N_, language
from app.services import go_to
from app.ui.actions import Action
from app.ui.go_to import hits
from app.ui.go_to.box import GoToBox
from app.ui.go_to.hits import Hit
from app.ui.page import Desk, Entry
from app.ui.visits import Visit

SETTINGS = "app.ui.preferences.page.TITLES"
# What is done on another page and wanted from everywhere: its page and its action.
ELSEWHERE = (
    ("people", "people.add", N_("New person")),
    ("cases", "cases.open", N_("Open a case")),
    ("today", "today.day_sheet", N_("Day sheet")),
    ("deadlines", "deadlines.export", N_("Export as a calendar file…")),
)
OWN = "go.to"
Go = Callable[..., object]


class Finder(QObject):
    """Opens the box over ``host``. ``go`` shows a page, ``available`` says what can be done here."""

    def __init__(
        self,
        host: QWidget,
        desk: Desk,
        entries: Sequence[Entry],
        *,
        go: Go,
        available: Callable[[], Mapping[str, Action]],
        lately: Callable[[], Sequence[Visit]],
    ) -> None:
        super().__init__(host)
        self._desk = desk
        self._entries = entries
        self._go, self._available, self._lately = go, available, lately
        self._named: list[Hit] = []
        self._keys: list[go_to.RecordKey] = []
        self.box = GoToBox(host)
        self.box.wanting_more.connect(self._look_nearby)

    def begin(self) -> None:
        """Open the box: what was looked at lately first, then where one may go and what can be done here."""
        self._keys = hits.looked_at(self._lately())
        settings = self._desk.load(SETTINGS)
        named = [
            *hits.action_hits(reversed(self._here())),
            *hits.page_hits(self._entries, self._go),
            *hits.action_hits(self._elsewhere()),
            *hits.setting_hits(settings, self._go),
        ]
        is_chinese = language().startswith("zh")
        self._named = hits.with_sounds(named, self._desk.office) if is_chinese else named
        self.box.begin(self.search)

    def _here(self) -> list[Action]:
        """Return what can be done here besides opening this box, what every page has first."""
        return [action for action in self._available().values() if action.id != OWN]

    def _elsewhere(self) -> list[Action]:
        """Return what is done on other pages, where it is not to be done here."""
        names = {entry.name for entry in self._entries}
        return [
            Action(action, text, partial(self._do_there, page, action))
            for page, action, text in ELSEWHERE
            if page in names and action not in self._available()
        ]

    def _do_there(self, page: str, action: str) -> None:
        self._go(page)
        there = self._available().get(action)
        if there is not None and there.enabled():
            there.run()

    def search(self, typed: str) -> list[Hit]:
        """Return what ``typed`` finds: records first."""
        found = self._desk.office.read(go_to.found, typed, self._keys)
        return [*hits.record_hits(found, self._go), *hits.matching(self._named, typed)]

    def _look_nearby(self, typed: str) -> None:
        """Look in a job for names that are nearly so, where none is."""
        office = self._desk.office

        def work(_step: object) -> list[go_to.Record]:
            return [] if office.read(go_to.found, typed) else office.read(go_to.nearly, typed)

        self._desk.jobs.start(work, done=lambda found: self.box.add(typed, hits.record_hits(found, self._go)))
