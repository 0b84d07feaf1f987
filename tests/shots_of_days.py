"""The first page, the board, the box of Ctrl+K and the list of keys, as they are looked at in pictures."""

from collections.abc import Iterator

from app.domain.cases import Stage
from app.domain.choices import NameKind
from app.domain.people import Name
from app.domain.today import Group
from app.services import case_list, cases, people
from app.ui.board.page import BoardPage
from app.ui.main_window import MainWindow
from app.ui.today.page import TodayPage
from db.casebook import Casebook
from tests.builders import TODAY, a_person
from tests.picture import Shot, page_of, printed, settled


def today(window: MainWindow) -> Iterator[Shot]:
    """Yield the groups, an empty one, the day sheet, the box of Ctrl+K, the keys."""
    window.go("today")
    page = page_of(window, TodayPage)
    for group in (Group.SILENT, Group.CENTRE, Group.RULES):
        page.show_what(group)
        yield Shot(f"today: {group}", settled(window))
    page.show_what(Group.SOON)
    page.day_sheet.setChecked(True)
    yield Shot("today: day sheet", printed(window))
    page.day_sheet.setChecked(False)
    page.whose.mine.setChecked(True)
    page.show_what(Group.SUPPLEMENT)
    yield Shot("today: nothing", settled(window))
    page.whose.mine.setChecked(False)
    window._go_to()
    assert window.finder is not None
    for typed in ("", "sa", "<b>nobody</b>"):
        window.finder.begin()
        window.finder.box.typed.setText(typed)
        window.finder.box.look()
        yield Shot(f"go to: {typed.strip('<b>/') or 'nothing typed'}", settled(window))
    window.finder.box.close_box()
    window._show_shortcuts()
    yield Shot("shortcuts", settled(window))


def board(window: MainWindow, book: Casebook) -> Iterator[Shot]:
    """Yield a name without end on both pages, the board scrolled, and a move that is refused."""
    name = Name(
        kind=NameKind.PASSPORT, family="Wolfeschlegelsteinhausenbergerdorff " * 3, given="=1 <b>bold</b>"
    )
    long = book.write(people.add, a_person(names=(name,)), TODAY).result
    book.write(cases.open_case, long, category="K", post="new-delhi", today=TODAY)
    window.go("today", Group.UNSCHEDULED)
    yield Shot("today: long", settled(window))
    window.go("board")
    page = page_of(window, BoardPage)
    yield Shot("board: long", settled(window))
    page.show_what(book.read(case_list.ids)[6])
    yield Shot("board: further on", settled(window))
    card = page.current()
    assert card is not None
    page.move_to(card, Stage.ENQUIRY)  # a stage it may not go to
    yield Shot("board: refused", settled(window))
    window.messages.toast.hide()
