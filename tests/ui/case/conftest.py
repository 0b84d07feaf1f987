"""One fictional case on its page."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.services import checklists
from app.services.checklists import ItemLine
from app.ui.case.page import CasePage
from app.ui.office import Office
from app.ui.page import Desk
from db.casebook import Casebook
from tests.builders import TODAY, open_case

Line = Callable[[str], ItemLine]


@pytest.fixture
def case_id(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> UUID:
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    return open_case(book).id


@pytest.fixture
def line(office: Office, case_id: UUID) -> Line:
    """Return a function that gives a checklist line by its item's code, as it is now."""

    def found(code: str) -> ItemLine:
        lines = office.read(checklists.lines, case_id, TODAY)
        return next(each for each in lines if each.line.item.id == code)

    return found


@pytest.fixture
def page(desk: Desk, case_id: UUID, qtbot: QtBot) -> Iterator[CasePage]:
    page = CasePage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1100, 760)
    page.show()
    page.activateWindow()
    page.show_what(case_id)
    page.come()
    yield page
    page.can_leave()
    desk.office.changed.disconnect(page.take)
