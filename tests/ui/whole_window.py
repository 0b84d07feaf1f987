"""The whole window with every page in it, over a small fictional casebook: for the contract of names."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app import bootstrap
from app.domain.today import Group
from app.services import cases, people, saved_searches
from app.settings import Settings
from app.ui import theme
from app.ui.case.dates_tab import ORDER as DATES
from app.ui.case.details_tab import ORDER as DETAILS
from app.ui.case.page import CasePage
from app.ui.cases.page import CasesPage
from app.ui.deadlines.page import DeadlinesPage
from app.ui.main_window import MainWindow
from app.ui.page import Page
from app.ui.pages import PAGES, furnish
from app.ui.people.page import PeoplePage
from app.ui.people.sections import SECTIONS
from app.ui.rules.page import RulesPage
from app.ui.start.house import House, Rescue
from app.ui.start.pages import StartPages
from app.ui.today.page import TodayPage
from tests.builders import TODAY, a_consent, a_person
from tests.ui.accessible_names import Named, usable
from tests.ui.casebooks import opened
from tests.ui.doubles import Recorder, SameThread


@contextmanager
def whole_window(folder: Path) -> Iterator[MainWindow]:
    """Make a casebook in ``folder`` with one person and one case, and show it with every page built."""
    before = os.environ.get("KASEBOOK_TODAY")
    os.environ["KASEBOOK_TODAY"] = TODAY.isoformat()
    book = opened(folder / "Whole.kasebook")
    person = book.write(people.add, a_person(consents=(a_consent(),)), TODAY).result
    case = book.write(cases.open_case, person, category="K", post="new-delhi", today=TODAY).result
    for place in (saved_searches.CASES, saved_searches.PEOPLE):
        book.write(saved_searches.save, place, "Sample", "archived:no")
    window = MainWindow(Settings(folder), SameThread())
    office = furnish(window, book, bootstrap.load)
    for page in PAGES:
        window.go(page.name, {"case": case.id, "people": person, "reassign": (case.id,)}.get(page.name))
        _open_all(window.current)
    window._go_to()
    assert window.finder is not None
    window.finder.box.close_box()
    yield window
    window.jobs.close()
    office.close()
    window.deleteLater()
    os.environ.pop("KASEBOOK_TODAY")
    if before is not None:
        os.environ["KASEBOOK_TODAY"] = before


def _open_all(page: Page | None) -> None:
    """Build what a page builds only when it is first looked at."""
    if isinstance(page, PeoplePage):
        page.begin_new()
        page.list.table.selectAll()
        page.begin_bulk()
        page.show_what(page.list.chosen_person())
        for at in range(len(SECTIONS)):
            page.panel.sections.setCurrentRow(at)
    if isinstance(page, CasePage):
        for tab in range(page.tabs.count()):
            page.tabs.setCurrentIndex(tab)
        for name in DETAILS:
            page.details.show_section(name)
        for name in DATES:
            page.dates.show_section(name)
    if isinstance(page, CasesPage):
        page.begin()
    if isinstance(page, TodayPage):
        page.day_sheet.setChecked(True)
        for group in Group:
            page.show_what(group)
    if isinstance(page, DeadlinesPage):
        for tab in range(page.tabs.count()):
            page.tabs.setCurrentIndex(tab)
    if isinstance(page, RulesPage):
        for tab in range(page.tabs.count()):
            page.tabs.setCurrentIndex(tab)
        page.overrides.begin(item="K-DOC-01")
        page.questions.table.choose(("new-delhi", "post.k_selectable"))


def start_pages() -> StartPages:
    """Return the pages before a casebook is open."""
    nothing = House(
        prepare=lambda: None,
        logins=lambda path: [],
        open=lambda path, login, passphrase: None,
        recover=lambda path, code: None,
        create=lambda path, **typed: (None, ""),
        furnish=lambda window, book: furnish(window, book, bootstrap.load),
        rescue=Rescue(
            newest=lambda path, folder: None, restore=lambda *given: None, copy=lambda *given: None
        ),
        load=bootstrap.load,
    )
    pages = StartPages(nothing, SameThread(), Recorder(QWidget()), Settings())
    built = (pages.welcome, pages.unlock, pages.new, pages.recovery, pages.restore)  # when first asked for
    assert all(built)
    return pages


def names_of_the_whole_window() -> list[Named]:
    """Return every widget of the program that a person can use."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.dress(app, "light")
    with tempfile.TemporaryDirectory() as folder, whole_window(Path(folder)) as window:
        return [*usable(start_pages()), *usable(window)]
