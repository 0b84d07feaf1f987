"""The layout of a list: kept on this computer, or with the saved search in view."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from app.domain import layouts
from app.services import saved_searches
from app.services.saved_searches import SavedSearch
from app.ui.cases.page import CasesPage
from app.ui.office import Office
from app.ui.page import Desk
from tests.ui.cases.conftest import case_keys, page, people_keys

__all__ = ["case_keys", "page", "people_keys"]


def kept(office: Office) -> SavedSearch:
    return office.read(saved_searches.of_page, "cases", office.user[0])[0]


@pytest.fixture(autouse=True)
def _cases(page: CasesPage, case_keys: dict[str, UUID]) -> None:
    page.refresh(None, None)


def choose(page: CasesPage, *columns: str) -> None:
    page.table.show_columns(columns)
    page.layout_kept.chooser.changed.emit()
    page.layout_kept.keep()


def test_columns_and_sort_are_kept_on_this_computer(page: CasesPage, desk: Desk) -> None:
    choose(page, "client", "next_day", "labels")
    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    page.layout_kept.keep()
    again = CasesPage(desk)
    assert again.table.layout_shown() == layouts.Layout(
        ("client", "next_day", "labels"), "client", descending=True
    )
    again.deleteLater()


def test_a_saved_search_has_its_own_columns_and_sort(page: CasesPage, office: Office) -> None:
    choose(page, "client", "stage")
    office.write(saved_searches.save, "cases", "Mine", "owner:me", layout=page.layout_kept.text())
    page.show_what(kept(office))
    choose(page, "client", "office")
    assert layouts.read(kept(office).layout) == layouts.Layout(("client", "office"), "number")
    page.ask("")
    assert page.table.layout_shown().columns == ("client", "stage")
    page.show_what(kept(office))
    assert page.table.layout_shown().columns == ("client", "office")


def test_a_layout_that_is_none_of_this_list_shows_the_usual_columns(page: CasesPage) -> None:
    page.table.lay_out(layouts.Layout(("nonsense",), "nonsense"))
    assert page.table.layout_shown().columns[0] == "number"
    assert page.table.sorting() == ("number", False)


def test_what_is_exported_is_what_is_shown(page: CasesPage) -> None:
    choose(page, "stage", "client", "stage_since")
    columns = page.table.columns_wanted()
    assert page.model.heads(columns) == ["Stage", "Client", "Days at this stage"]
    assert next(page.model.texts(columns))[2] == "0"
