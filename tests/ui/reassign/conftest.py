"""Two cases of the user, a colleague, and the page that hands cases over."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.ui.page import Desk
from app.ui.reassign.page import ReassignPage
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.test_case_people import hire


@pytest.fixture
def ben(book: Casebook) -> UUID:
    """Add a colleague; return the key."""
    return book.write(hire).result


@pytest.fixture
def cases_of_ana(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> list[UUID]:
    """Open two cases; return their keys."""
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    return [open_case(book).id, open_case(book).id]


@pytest.fixture
def page(desk: Desk, ben: UUID, cases_of_ana: list[UUID], qtbot: QtBot) -> Iterator[ReassignPage]:
    page = ReassignPage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1200, 760)
    page.show()
    page.come()
    yield page
    desk.office.changed.disconnect(page.take)
