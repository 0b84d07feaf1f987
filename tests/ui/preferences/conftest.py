"""The page of preferences."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.page import Desk
from app.ui.preferences.page import PreferencesPage
from db.keyslots import CHEAP


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive the keys made here cheaply: the cost is the derivation's own test."""
    monkeypatch.setattr("db.users.Cost", lambda: CHEAP)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[PreferencesPage]:
    page = PreferencesPage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1000, 700)
    page.show()
    page.come()
    yield page
    page.can_leave()
    desk.office.changed.disconnect(page.take)
