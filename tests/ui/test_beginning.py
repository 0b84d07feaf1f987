"""What an empty casebook offers."""

from typing import Any

from pytestqt.qtbot import QtBot

from app.ui import beginning
from app.ui.page import NEW, Desk
from app.ui.people.page import PeoplePage
from app.ui.today.page import TodayPage
from app.ui.widgets.empty_state import EmptyState


def test_the_first_person_an_import_and_the_demo_are_offered(desk: Desk, qtbot: QtBot) -> None:
    went: list[Any] = []
    nothing = EmptyState("users", "Nothing")
    qtbot.addWidget(nothing)
    beginning.offer(desk, nothing, "test", lambda page, what: went.append((page, what)))
    assert [one.objectName() for one in nothing.more] == ["test.add", "test.import", "test.demo"]
    for one in nothing.more[:2]:
        one.click()
    assert went == [("people", NEW), ("import", None)]


def test_the_first_page_offers_them_while_there_is_no_case(desk: Desk, qtbot: QtBot) -> None:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert page.stack.currentWidget() is page.nobody
    assert [one.objectName() for one in page.nobody.more] == ["today.none.import", "today.none.demo"]


def test_the_page_of_persons_begins_with_a_new_one(desk: Desk, qtbot: QtBot) -> None:
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.show()
    assert not page.list.none.more[0].isHidden()
    page.show_what(NEW)
    assert page.details.currentWidget() is page.new
