"""A page of enquiries over a casebook with one client and one call."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.enquiries import FirstCall
from app.services import enquiries
from app.services.enquiries import Taken
from app.ui.enquiries.page import EnquiriesPage
from app.ui.office import Office
from app.ui.page import Desk
from db.casebook import Casebook
from tests.builders import TODAY, add_person

CALL = FirstCall(family="SAMPLE", given="Ananya", nationality="IN", wanted="A visa")


@pytest.fixture
def client(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """A person whom the firm knows."""
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    return add_person(book)


@pytest.fixture
def taken(office: Office, client: UUID) -> Taken:
    """An enquiry by somebody of the same name."""
    return office.write(enquiries.add, CALL, TODAY)


@pytest.fixture
def page(desk: Desk, client: UUID, qtbot: QtBot) -> Iterator[EnquiriesPage]:
    page = EnquiriesPage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1100, 760)
    page.show()
    page.activateWindow()
    page.come()
    yield page
    page.can_leave()
    desk.office.changed.disconnect(page.take)
