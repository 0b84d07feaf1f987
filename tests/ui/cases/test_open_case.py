"""Opening a case: for whom, at which post; what is missing is asked for in place."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import case_list, checklists
from app.ui.cases.open_case import OpenCase
from app.ui.cases.page import CasesPage
from app.ui.office import Office
from tests.builders import TODAY
from tests.ui.doubles import press, type_text


@pytest.fixture
def panel(page: CasesPage) -> OpenCase:
    page.begin()
    return page.panel


def choose_post(panel: OpenCase, text: str) -> None:
    panel.post.show_raw(text)
    panel.post.left.emit()


def test_a_person_and_a_post_make_a_case_and_it_is_shown(
    page: CasesPage, people_keys: dict[str, UUID], office: Office, qtbot: QtBot
) -> None:
    page.show_what(people_keys["zoe"])
    choose_post(page.panel, "Hanoi")
    with qtbot.waitSignal(page.go) as gone:
        page.panel.open.click()
    opened = office.read(case_list.of_person, people_keys["zoe"])
    assert [(line.id, line.category, line.post) for line in opened] == [(gone.args[1], "K", "hanoi")]
    assert page.panel.isHidden()


def test_the_client_is_found_by_typing_in_any_script(
    panel: OpenCase, people_keys: dict[str, UUID], qtbot: QtBot
) -> None:
    panel.focus()
    type_text(panel.person.edit, "अनन्या")
    qtbot.waitUntil(lambda: bool(panel.person._keys))
    panel.person._take(next(iter(panel.person._keys)))
    assert panel.person.raw() == people_keys["ananya"]


def test_without_a_client_nothing_is_opened(panel: OpenCase, office: Office) -> None:
    choose_post(panel, "Hanoi")
    panel.open.click()
    assert "client" in panel.error.text()
    assert office.read(case_list.ids) == []


@pytest.mark.parametrize("typed", ["", "nowhere", "Chinese embassy"])
def test_a_post_that_is_none_or_several_is_asked_for_again(
    page: CasesPage, people_keys: dict[str, UUID], office: Office, typed: str
) -> None:
    page.show_what(people_keys["zoe"])
    choose_post(page.panel, typed)
    page.panel.open.click()
    assert "post" in page.panel.error.text()
    assert office.read(case_list.ids) == []


@pytest.mark.parametrize("typed", ["Hanoi", "viet nam", "hanoi", "河内"])
def test_a_post_is_found_by_city_country_code_or_in_chinese(panel: OpenCase, typed: str) -> None:
    choose_post(panel, typed if typed != "viet nam" else "Vietnam")
    assert "Type a city" not in panel.hint.text()


def test_cases_the_client_has_already_are_told(
    page: CasesPage, people_keys: dict[str, UUID], case_keys: dict[str, UUID]
) -> None:
    page.show_what(people_keys["ananya"])
    assert page.panel.already.text() == "There already: KB-2026-0001 (Screened)."


def test_the_focus_goes_where_something_is_missing(
    page: CasesPage, people_keys: dict[str, UUID], qtbot: QtBot
) -> None:
    page.show_what(people_keys["zoe"])
    qtbot.waitUntil(lambda: QApplication.focusWidget() in (page.panel.post.combo, page.panel.post.edit))


def test_escape_gives_up(panel: OpenCase, page: CasesPage) -> None:
    press(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_every_category_is_offered_with_what_it_is_for(page: CasesPage, panel: OpenCase) -> None:
    assert [panel.category.itemData(at) for at in range(panel.category.count())] == [
        "K",
        "R",
        "Z",
        "S1",
        "S2",
    ]
    assert "science and technology" in panel.purpose.text()
    panel.category.setCurrentIndex(4)
    assert "private matters" in panel.purpose.text()


def test_a_case_of_another_category_gets_its_own_checklist(
    page: CasesPage, people_keys: dict[str, UUID], office: Office, qtbot: QtBot
) -> None:
    page.show_what(people_keys["zoe"])
    page.panel.category.setCurrentIndex(page.panel.category.findData("S2"))
    choose_post(page.panel, "Hanoi")
    with qtbot.waitSignal(page.go) as gone:
        page.panel.open.click()
    found = office.read(checklists.lines, gone.args[1], TODAY)
    assert {"S-DOC-03", "S-ARR-04", "C-INT-01"} <= {each.line.item.id for each in found}
