"""The list of pages says what their classes say, without loading them."""

import pytest

from app import bootstrap
from app.ui.page import Page
from app.ui.pages import WHERE


@pytest.mark.parametrize("where", WHERE)
def test_an_entry_says_what_its_page_says(where: str) -> None:
    page = bootstrap.load(where)
    assert issubclass(page, Page)
    entry = WHERE[where]
    assert (entry.name, entry.title, entry.icon) == (page.name, page.title, page.icon)
    assert entry.under == page.under
