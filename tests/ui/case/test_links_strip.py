"""The case before and those after: both name each other, one click apart."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.ui.case.page import CasePage
from db.casebook import Casebook
from tests.services.linked_scenes import earlier, follow


@pytest.fixture
def keys(book: Casebook, case_id: UUID) -> tuple[UUID, UUID]:
    key = earlier(book)
    return key, follow(book, key)


def texts(page: CasePage) -> list[str]:
    return [each.accessibleName() for each in page.links.buttons]


def test_both_cases_lead_to_each_other(page: CasePage, keys: tuple[UUID, UUID], qtbot: QtBot) -> None:
    assert not page.links.isVisible()
    page.show_what(keys[0])
    assert texts(page) == ["Later: KB-2026-0003 (Renewal), K, Enquiry"]
    page.show_what(keys[1])
    assert texts(page) == ["Follows: KB-2026-0002 (Renewal), K, Enquiry"]
    assert page.links.keys == (keys[0],)
    with qtbot.waitSignal(page.go) as gone:
        page.links.buttons[0].click()
    assert gone.args == ["case", keys[0]]
