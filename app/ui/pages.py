"""The pages, in the order of the rail, and how the window gets them with an open casebook."""

from typing import Any

from app.ui.case.page import CasePage
from app.ui.cases.page import CasesPage
from app.ui.history.page import HistoryPage
from app.ui.main_window import MainWindow
from app.ui.office import Office
from app.ui.page import Desk, Page
from app.ui.people.page import PeoplePage
from app.ui.preferences.page import PreferencesPage

PAGES: tuple[type[Page], ...] = (PeoplePage, CasesPage, CasePage, HistoryPage, PreferencesPage)


def furnish(window: MainWindow, book: Any) -> Office:
    """Show an open casebook in the window; return its office, to be closed at the end."""
    office = Office(book, window)
    window.furnish(Desk(office, window.jobs, window.messages, window.settings), PAGES)
    return office
