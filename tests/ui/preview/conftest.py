"""The preview of one fictional case."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.ui.page import Desk
from app.ui.preview.pane import PreviewPane
from db.casebook import Casebook
from tests.builders import TODAY, open_case


@pytest.fixture
def case_id(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> UUID:
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    return open_case(book).id


@pytest.fixture
def pane(desk: Desk, case_id: UUID, qtbot: QtBot) -> PreviewPane:
    pane = PreviewPane(desk)
    qtbot.addWidget(pane)
    pane.resize(460, 700)
    pane.show()
    pane.show_case(case_id)
    return pane
