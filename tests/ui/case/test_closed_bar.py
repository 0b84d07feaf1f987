"""A closed case says how it ended and how long its file is kept, and opens again with a reason."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain.cases import Decision, Outcome, Stage
from app.services import cases
from app.ui.case.closed_bar import ClosedBar
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.closing_scenes import BACK, close, withdrawn
from tests.ui.doubles import Recorder, type_text


@pytest.fixture
def key(book: Casebook, case_id: UUID) -> UUID:
    key = withdrawn(book)
    refused = Outcome(decision=Decision.REFUSED, decided_on=TODAY, reason_stated=False)
    said = replace(BACK, outcome=refused, keep_until=date(2032, 11, 23), keep_rule="uk")
    close(book, key, said)
    return key


@pytest.fixture
def bar(page: CasePage, key: UUID) -> ClosedBar:
    page.show_what(key)
    return page.moves.closed


def test_it_says_how_the_case_ended_and_how_long_the_file_is_kept(bar: ClosedBar) -> None:
    assert bar.isVisible()
    assert bar.text.text() == (
        "Closed on 23 Nov 2026: Refused (not stated by the authority). "
        "The file is kept until 23 Nov 2032 (United Kingdom: at least six years)."
    )


def test_opening_again_takes_a_reason(bar: ClosedBar, key: UUID, office: Office, told: Recorder) -> None:
    bar.ask.click()
    bar.reopen.click()
    assert bar.error.text() == "Say why the case is opened again."
    type_text(bar.reason, "पासपोर्ट वापस आया")
    bar.reopen.click()
    assert office.read(cases.case, key).stage is Stage.ENQUIRY
    assert not bar.isVisible()
    assert told.told == ["Case KB-2026-0002 is open again."]
    told.offers["Undo"]()
    assert office.read(cases.case, key).stage is Stage.CLOSED
    assert bar.isVisible()


def test_cancel_leaves_it_closed(bar: ClosedBar, key: UUID, office: Office) -> None:
    bar.ask.click()
    bar.cancel.click()
    assert not bar.reason.isVisible()
    assert office.read(cases.case, key).stage is Stage.CLOSED
