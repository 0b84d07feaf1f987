"""The states of every page that are looked at in pictures: empty, full, long and wrong."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from app import bootstrap
from app.domain.choices import NameKind
from app.domain.people import Name
from app.errors import Damaged, WrongPassphrase
from app.services import case_list, demo, people
from app.settings import Settings
from app.ui.case.page import CasePage
from app.ui.cases.page import CasesPage
from app.ui.deadlines.page import DeadlinesPage
from app.ui.enquiries.page import EnquiriesPage
from app.ui.main_window import MainWindow
from app.ui.pages import PAGES, furnish
from app.ui.people.page import PeoplePage
from app.ui.people.section_parts import PartsSection
from app.ui.preferences.page import PreferencesPage
from app.ui.reassign.page import ReassignPage
from app.ui.rules.page import RulesPage
from app.ui.start.pages import StartPages
from db.casebook import Casebook
from tests import shots_finding, shots_importing, shots_of_days
from tests.builders import a_person
from tests.picture import Shot, page_of, printed, settled
from tests.ui.doubles import SameThread
from tests.ui.whole_window import start_pages

SIZE = (1240, 800)
TODAY = date(2026, 11, 23)
LONG = "Wolfeschlegelsteinhausenbergerdorff " * 5
ZONE = "P<INDSAMPLE<<ANANYA<<<<<<<<<<<<<<<<<<<<<<<<<\nX1234567<7IND9804027F3105010<<<<<<<<<<<<<<<6"


def all_shots(demo_casebook: Path, scratch: Path) -> Iterator[Shot]:
    """Yield a picture of every page in every state; ``demo_casebook`` is a copy that may be changed."""
    yield from _start(scratch)
    yield from _empty(scratch)
    yield from _full(demo_casebook, scratch)


def _shown(window: MainWindow) -> MainWindow:
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    return window


def _start(scratch: Path) -> Iterator[Shot]:
    window = _shown(MainWindow(Settings(scratch), SameThread()))
    pages = start_pages()
    window.begin(pages)
    pages.show_welcome()
    yield Shot("start: welcome, empty", settled(window))
    pages.welcome.show_recent(["Fictional Visa Partners.kasebook", f"{LONG}.kasebook"])
    yield Shot("start: welcome, long", settled(window))
    yield from _unlocking(window, pages)
    pages.show_restore(Path("copies/Fictional Visa Partners 2026-11-20 140200.kasebook-backup"))
    yield Shot("start: restore", settled(window))
    pages.show_create()
    yield Shot("start: create", settled(window))
    pages.new.button.click()
    yield Shot("start: create, errors", settled(window))
    pages.setCurrentWidget(pages.recovery)
    pages.recovery.show_code("ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567")
    yield Shot("start: recovery key", settled(window))
    window.close()


def _unlocking(window: MainWindow, pages: StartPages) -> Iterator[Shot]:
    pages.show_casebook(Path("Fictional Visa Partners.kasebook"))
    pages.unlock.show_logins(["ana", "ben"])
    yield Shot("start: unlock", settled(window))
    pages.unlock.refuse_passphrase(WrongPassphrase("The passphrase is not right.", "Check Caps Lock."))
    yield Shot("start: unlock, error", settled(window))
    pages.show_casebook(Path("Fictional Visa Partners.kasebook"))
    pages.unlock.refuse(Damaged("Part of the casebook is damaged.", "A page fails its checksum."))
    pages.unlock.advise("Last verified backup: 20 Nov 2026, 14:02.")
    pages.unlock.offer("Restore this backup…", pages.show_restore)
    yield Shot("start: unlock, damaged", settled(window))


def _open(book: Casebook, scratch: Path) -> tuple[MainWindow, Callable[[], None]]:
    window = _shown(MainWindow(Settings(scratch), SameThread()))
    office = furnish(window, book, bootstrap.load)

    def close() -> None:
        office.close()
        window.close()

    return window, close


def _empty(scratch: Path) -> Iterator[Shot]:
    from db.keyslots import CHEAP

    book, _code = bootstrap.create_casebook(
        scratch / "Empty.kasebook", firm="Fictional Firm", name="Ana", login="ana", passphrase="-", cost=CHEAP
    )
    window, close = _open(book, scratch)
    for page in PAGES:
        if not page.under:
            window.go(page.name)
            yield Shot(f"{page.name}: empty", settled(window))
    close()


def _full(path: Path, scratch: Path) -> Iterator[Shot]:
    book = bootstrap.open_casebook(path, login=demo.LOGIN, passphrase=demo.PASSPHRASE, today=lambda: TODAY)
    window, close = _open(book, scratch)
    yield from _people(window, book)
    for name in shots_importing.states(window, scratch):
        yield Shot(name, settled(window))
    for page in PAGES:
        if not page.under and page.name != "people":
            window.go(page.name)
            yield Shot(page.name, settled(window))
    yield from _enquiries(window)
    yield from shots_of_days.today(window)
    yield from shots_of_days.board(window, book)
    yield from _deadlines(window)
    yield from _case(window, book)
    yield from shots_finding.finding(window, book)
    yield from _rules(window)
    yield from _preferences(window)
    close()


def _case(window: MainWindow, book: Casebook) -> Iterator[Shot]:
    window.go("cases")
    page_of(window, CasesPage).begin()
    yield Shot("cases: open a case", settled(window))
    window.go("reassign", None)
    page_of(window, ReassignPage).takes.setCurrentIndex(2)
    page_of(window, ReassignPage).takes.activated.emit(2)
    yield Shot("cases: hand over", printed(window))
    window.go("case", book.read(case_list.ids)[6])
    page = page_of(window, CasePage)
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        yield Shot(f"case: {page.tabs.tabText(at)}", settled(window))
    page.tabs.setCurrentIndex(0)
    yield Shot("case", settled(window))
    page.header.preview.setChecked(True)
    yield Shot("case: preview", printed(window))


def _rules(window: MainWindow) -> Iterator[Shot]:
    window.go("rules")
    page = page_of(window, RulesPage)
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        yield Shot(f"rules: {page.tabs.tabText(at)}", settled(window))
    page.tabs.setCurrentIndex(0)
    page.questions.table.choose_first()
    page.questions.panel.whole.save.click()
    yield Shot("rules: question, errors", settled(window))
    page.show_what("overrides")
    page.overrides.begin(item="K-DOC-01")
    page.overrides.form.whole.save.click()
    yield Shot("rules: own rule, errors", settled(window))


def _enquiries(window: MainWindow) -> Iterator[Shot]:
    window.go("enquiries")
    page = page_of(window, EnquiriesPage)
    page.table.choose_first()
    yield Shot("enquiries: one", settled(window))
    page.panel.conflict.form.save.click()
    yield Shot("enquiries: decision, error", settled(window))
    page.begin_new()
    for name, typed in (("given", "王伟"), ("birth_date", "31 Feb 1998"), ("wanted", LONG)):
        page.new.form.form.rows[name].editor.show_raw(typed)
    page.new.form.save.click()
    yield Shot("enquiries: new, errors", settled(window))


def _deadlines(window: MainWindow) -> Iterator[Shot]:
    window.go("deadlines")
    page = page_of(window, DeadlinesPage)
    page.agenda.panel.other.click()
    page.agenda.panel.moving.save.click()
    yield Shot("deadlines: another day, error", settled(window))
    for at in range(1, page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        yield Shot(f"deadlines: {page.tabs.tabText(at)}", settled(window))


def _preferences(window: MainWindow) -> Iterator[Shot]:
    window.go("preferences")
    page = page_of(window, PreferencesPage)
    for at in range(page.sections.count()):
        page.sections.setCurrentRow(at)
        yield Shot(f"preferences: {page.sections.item(at).text()}", settled(window))
    page.show_what("users")
    page.users.add.click()
    page.users.new.fields["passphrase"].edit.setText("1234567890")
    page.users.new.add.click()
    yield Shot("preferences: new user, errors", settled(window))
    page.users.table.choose(page.users.model.key_at(1))
    page.users.remove.click()
    yield Shot("preferences: end an access", settled(window))


def _people(window: MainWindow, book: Casebook) -> Iterator[Shot]:
    window.go("people")
    page = page_of(window, PeoplePage)
    page.list.table.choose_first()
    yield Shot("people", settled(window))
    for at in range(1, page.panel.sections.count()):
        page.panel.sections.setCurrentRow(at)
        yield Shot(f"people: {page.panel.sections.item(at).text()}", settled(window))
    yield from _errors(window, page)
    yield from _long(window, page, book)
    page.list.search_box.setText("<b>nobody</b>")
    page.list.reload()
    yield Shot("people: nobody found", settled(window))
    page.list.search_box.clear()


def _errors(window: MainWindow, page: PeoplePage) -> Iterator[Shot]:
    page.panel.show_zone()
    passports = page.panel.part("passports")
    assert isinstance(passports, PartsSection)
    assert passports.zone is not None
    passports.zone.lines.setPlainText(ZONE)
    passports.zone.read()
    yield Shot("people: zone", settled(window))
    passports.zone.lines.setPlainText(ZONE.replace("X1234567", "XI234567"))
    passports.zone.read()
    yield Shot("people: zone, error", settled(window))
    passports.zone.clear()
    page.begin_new()
    page.new.form.rows["birth_date"].editor.show_raw("31 Feb 1998")
    page.new.add()
    window.messages.tell("Archived.", "Undo", lambda: None)
    yield Shot("people: new person, errors, toast", settled(window))
    window.messages.toast.hide()


def _long(window: MainWindow, page: PeoplePage, book: Casebook) -> Iterator[Shot]:
    name = Name(kind=NameKind.PASSPORT, family=LONG, given="=HYPERLINK <b>bold</b>")
    person: Any = a_person(names=(name,), occupation=LONG, note="note " * 900)
    key = book.write(people.add, person, TODAY).result
    page.list.reload()
    page.show_what(key)
    page.panel.sections.setCurrentRow(0)
    yield Shot("people: long", settled(window))
