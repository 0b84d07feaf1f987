"""The pages, in the order of the rail, and how the window gets them with an open casebook.

A page's code is loaded when it is first visited, or a moment after the first page stands.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer

from app.errors import KasebookError
from app.i18n import N_, language
from app.settings import today
from app.ui.jobs import Step
from app.ui.main_window import MainWindow
from app.ui.office import Office
from app.ui.page import Desk, Entry

LATER_MS = 1500
Load = Callable[[str], Any]

# Each page with where its class is; what stands here is what its class says too.
WHERE: dict[str, Entry] = {
    "app.ui.today.page.TodayPage": Entry("today", N_("Today"), "sun"),
    "app.ui.people.page.PeoplePage": Entry("people", N_("Persons"), "users"),
    "app.ui.enquiries.page.EnquiriesPage": Entry("enquiries", N_("Enquiries"), "phone"),
    "app.ui.importing.page.ImportPage": Entry("import", N_("Import"), "folder-open", under="people"),
    "app.ui.cases.page.CasesPage": Entry("cases", N_("Cases"), "briefcase-business"),
    "app.ui.board.page.BoardPage": Entry("board", N_("Board"), "square-kanban"),
    "app.ui.case.page.CasePage": Entry("case", N_("Case"), "briefcase", under="cases"),
    "app.ui.reassign.page.ReassignPage": Entry("reassign", N_("Hand over cases"), "users", under="cases"),
    "app.ui.deadlines.page.DeadlinesPage": Entry("deadlines", N_("Deadlines"), "calendar-days"),
    "app.ui.rules.page.RulesPage": Entry("rules", N_("Rules"), "scale"),
    "app.ui.history.page.HistoryPage": Entry("history", N_("History"), "history"),
    "app.ui.preferences.page.PreferencesPage": Entry("preferences", N_("Preferences"), "settings"),
    "app.ui.shortcuts.page.ShortcutsPage": Entry(
        "shortcuts", N_("Keyboard shortcuts"), "info", under="preferences"
    ),
}
PAGES = tuple(WHERE.values())
# What the page of persons, and Ctrl+K, build when they are first wanted.
SOON = (
    "app.ui.people.panel.PersonPanel",
    "app.ui.people.new_person.NewPerson",
    "app.ui.go_to.finder.Finder",
)


def furnish(window: MainWindow, book: Any, load: Load) -> Office:
    """Show an open casebook in the window; return its office, to be closed at the end.

    ``load`` returns the class of a dotted name.
    """
    office = Office(book, window, window.jobs)
    desk = Desk(office, window.jobs, window.messages, window.settings, load)
    window.furnish(desk, [replace(entry, load=partial(load, where)) for where, entry in WHERE.items()])
    QTimer.singleShot(LATER_MS, window, lambda: _begin_later(window, office, load))
    return office


def _begin_later(window: MainWindow, office: Office, load: Load) -> None:
    """Begin what can wait for the first page."""
    window.jobs.start(lambda step: _load_all(load))
    day = today()

    def relist(step: Step) -> int:
        """List the deadlines anew, where the program got newer limits since."""
        made = load("app.services.relisting.bring_up_to_date")
        return int(office.with_casebook(made, day, step.report))

    window.jobs.start(relist, done=office.tell_relisted, failed=lambda error: _leave(window, error))


def _leave(window: MainWindow, error: Exception) -> None:
    """Leave known trouble, such as a busy casebook, to the next start; anything else is a bug."""
    if not isinstance(error, KasebookError):
        window.jobs.failed.emit(error)


def _load_all(load: Load) -> None:
    """Load what the next clicks will need: the other pages, and the names of countries for forms."""
    for where in (*SOON, *WHERE):
        load(where)
    load("app.domain.places.countries")(language())
