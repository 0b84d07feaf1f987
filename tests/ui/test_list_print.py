"""A list printed as it is seen: its columns, their order, its rows, the search it is of."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.ui import list_print
from app.ui.cases.page import CasesPage
from app.ui.page import Desk
from tests.ui.cases.conftest import case_keys, page, people_keys
from tests.ui.doubles import Recorder

__all__ = ["case_keys", "page", "people_keys"]


@pytest.fixture(autouse=True)
def _cases(page: CasesPage, case_keys: dict[str, UUID]) -> None:
    page.ask("stage:enquiry")
    page.table.show_columns(["stage", "client", "labels"])


def test_the_print_holds_what_the_list_shows(page: CasesPage) -> None:
    listed = list_print.listed(page, page.table)
    assert [head.en for head in listed.heads] == ["Stage", "Client", "Labels"]
    assert [row[0] for row in listed.rows] == ["Enquiry", "Enquiry"]
    assert (listed.title.en, listed.asked) == ("Cases", "stage:enquiry")


def test_a_window_with_its_preview_opens_and_closes(page: CasesPage, desk: Desk, qtbot: QtBot) -> None:
    window = list_print.ask(desk, page)
    assert window is not None
    assert window.pane.print_shown is not None
    assert window.pane.print_shown.order.kind == "list"
    window.pane.close_button.click()
    assert not window.isVisible()


def test_without_a_list_it_says_so(page: CasesPage, desk: Desk, told: Recorder) -> None:
    page.table.hide()
    assert list_print.ask(desk, page) is None
    assert told.told == ["There is no list here."]
