"""The page of deadlines over a case with somebody in China."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.ui.deadlines.page import DeadlinesPage
from app.ui.page import Desk
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.ledgers import a_visa, enter


@pytest.fixture
def case_id(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> UUID:
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    case = a_visa(book)
    enter(book, case)
    return case


@pytest.fixture
def page(desk: Desk, case_id: UUID, qtbot: QtBot) -> Iterator[DeadlinesPage]:
    page = DeadlinesPage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1100, 760)
    page.show()
    page.activateWindow()
    page.come()
    yield page
    page.can_leave()
    desk.office.changed.disconnect(page.take)
