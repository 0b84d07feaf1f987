"""The first page over three cases: one overdue, one due soon, one without any day."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.services import cases, checklists, firms
from app.ui.page import Desk
from app.ui.today.page import TodayPage
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case


@pytest.fixture
def case_ids(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> tuple[UUID, UUID, UUID]:
    """Return the cases, in the order in which they are named above."""
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    person = add_person(book)
    office = book.write(firms.add_office, "East", "Sample", "SG").result
    book.write(firms.add_office, "West", "Sample", "SG")
    late, soon = open_case(book, person).id, open_case(book, person, office_id=office).id
    quiet = open_case(book, person).id
    book.write(cases.set_field, late, 1, "planned_filing", TODAY - timedelta(days=2), TODAY)
    paper = book.read(checklists.lines, soon, TODAY)[-1]
    book.write(checklists.set_item_field, paper.row_id, paper.version, "due_on", TODAY, TODAY)
    return late, soon, quiet


@pytest.fixture
def page(desk: Desk, case_ids: tuple[UUID, UUID, UUID], qtbot: QtBot) -> Iterator[TodayPage]:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1100, 760)
    page.show()
    page.activateWindow()
    page.come()
    yield page
    desk.office.changed.disconnect(page.take)
