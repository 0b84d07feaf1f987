"""The family at the head of a case: from one to another, and what changed."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services import cases
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_families import three


@pytest.fixture
def keys(book: Casebook) -> tuple[UUID, UUID, UUID]:
    return three(book)


def buttons(page: CasePage, name: str) -> QPushButton:
    return page.family.findChildren(QPushButton, name)[-1]


def test_without_a_family_the_strip_is_hidden(page: CasePage) -> None:
    assert page.family.isHidden()
    assert page.family.following() is None


def test_one_click_or_key_leads_to_another_case(
    page: CasePage, keys: tuple[UUID, UUID, UUID], qtbot: QtBot
) -> None:
    page.show_what(keys[0])
    assert page.family.isVisible()
    assert not buttons(page, "case.family.0").isEnabled()
    with qtbot.waitSignal(page.go) as asked:
        buttons(page, "case.family.2").click()
    assert asked.args == ["case", keys[2]]
    with qtbot.waitSignal(page.go) as asked:
        page.next_member()
    assert asked.args == ["case", keys[1]]


def test_a_change_in_another_is_told_until_it_is_seen(
    page: CasePage, keys: tuple[UUID, UUID, UUID], office: Office
) -> None:
    page.show_what(keys[1])
    version = office.read(cases.case, keys[0]).version
    office.write(cases.set_field, keys[0], version, "planned_entry", date(2026, 12, 28), TODAY)
    assert "●" in buttons(page, "case.family.0").text()
    buttons(page, "case.family.0.seen").click()
    assert "●" not in buttons(page, "case.family.0").text()
