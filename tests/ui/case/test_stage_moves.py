"""A move that asks for more leads to where it is said."""

from uuid import UUID

import pytest

from app.domain.cases import Stage
from app.ui.case.page import CasePage
from db.casebook import Casebook
from tests.services.closing_scenes import close, withdrawn
from tests.services.test_snapshots import at_signed
from tests.ui.doubles import Recorder


@pytest.fixture
def keys(book: Casebook, case_id: UUID) -> tuple[UUID, UUID]:
    """Return a case that its client signed, and one that is closed."""
    over = withdrawn(book)
    close(book, over)
    return at_signed(book), over


def test_a_form_that_is_not_frozen_shows_its_tab_and_says_why(
    page: CasePage, keys: tuple[UUID, UUID], told: Recorder
) -> None:
    page.show_what(keys[0])
    page.move_to(Stage.HANDED_IN)
    assert page.tabs.currentWidget() is page.form
    assert "not marked as submitted" in str(told.troubles[-1])


def test_a_closed_case_asks_for_the_reason(page: CasePage, keys: tuple[UUID, UUID], told: Recorder) -> None:
    page.show_what(keys[1])
    page.move_to(Stage.ENQUIRY)
    assert page.moves.closed.reason.isVisible()
    assert told.troubles == []


def test_another_case_puts_away_what_was_asked(
    page: CasePage, book: Casebook, keys: tuple[UUID, UUID]
) -> None:
    over = withdrawn(book)
    page.show_what(over)
    page.move_to(Stage.CLOSED)
    assert page.moves.closing.case_id == over
    page.show_what(keys[0])
    assert not page.moves.closing.isVisible()
