"""A history of a few steps."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.cases import Stage
from app.services import cases, people
from app.ui.history.page import HistoryPage
from app.ui.page import Desk
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case


@pytest.fixture
def person_id(book: Casebook) -> UUID:
    key = add_person(book)
    book.write(people.set_field, key, 1, "birth_city", "Sampleville", TODAY)
    return key


@pytest.fixture
def case_id(book: Casebook, person_id: UUID) -> UUID:
    key = open_case(book, person_id).id
    book.write(cases.move, key, 1, Stage.SCREENED, TODAY)
    return key


@pytest.fixture
def page(desk: Desk, case_id: UUID, qtbot: QtBot) -> Iterator[HistoryPage]:
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1100, 760)
    page.show()
    page.come()
    yield page
    desk.office.changed.disconnect(page.take)
