"""The page of rules over two open cases at a post of which nothing is known."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.services.cases import Opened
from app.ui.page import Desk
from app.ui.rules.page import RulesPage
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case

POST = "bangkok"


@pytest.fixture
def opened(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> tuple[Opened, Opened]:
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    person = add_person(book)
    return open_case(book, person, post=POST), open_case(book, person, post=POST)


@pytest.fixture
def page(desk: Desk, opened: tuple[Opened, Opened], qtbot: QtBot) -> Iterator[RulesPage]:
    page = RulesPage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1100, 760)
    page.show()
    page.activateWindow()
    page.come()
    yield page
    page.can_leave()
    desk.office.changed.disconnect(page.take)
