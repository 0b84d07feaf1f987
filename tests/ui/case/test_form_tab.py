"""The tab of the form: what differs from the passport, the second look, and what is frozen."""

from uuid import UUID

import pytest

from app.services import case_people, cases, snapshots
from app.services.orders import Order
from app.ui.case import form_model
from app.ui.case.form_tab import FormTab
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_case_people import hire
from tests.services.test_snapshots import at_signed
from tests.ui.doubles import Recorder


@pytest.fixture
def key(book: Casebook) -> UUID:
    """Return a case of the user that its client signed."""
    return at_signed(book)


@pytest.fixture
def tab(page: CasePage, key: UUID) -> FormTab:
    page.show_what(key)
    page.tabs.setCurrentWidget(page.form)
    return page.form


def to_ben(book: Casebook, office: Office, key: UUID) -> None:
    """Give the case to a colleague, so that the user may read it."""
    ben = book.write(hire).result
    office.write(case_people.assign, key, office.read(cases.case, key).version, ben)


def test_a_reader_signs_off_and_the_form_is_submitted(
    tab: FormTab, key: UUID, book: Casebook, office: Office, told: Recorder
) -> None:
    assert not tab.submit.isEnabled()
    to_ben(book, office, key)
    tab.sign.click()
    assert "second reader" in tab.look.text()
    tab.submit.click()
    assert told.told[-1].startswith("The form is frozen as no. 1.")
    assert "No. 1" in tab.filed.text()
    assert tab.print.isVisible()


def test_a_firm_of_one_begins_a_self_check_and_is_refused_too_early(tab: FormTab) -> None:
    assert tab.begin.isVisible()
    assert not tab.sign.isVisible()
    tab.begin.click()
    tab.end.click()
    assert "at least 10 minutes" in tab.error.text()
    assert not tab.submit.isEnabled()


def test_going_to_pre_review_leads_here_while_nothing_is_frozen(
    page: CasePage, tab: FormTab, told: Recorder
) -> None:
    page.tabs.setCurrentWidget(page.checklist)
    assert page.case is not None
    page.move_to(page.case.allowed[0])
    assert page.tabs.currentWidget() is tab
    assert "freezes it" in str(told.troubles[-1])


def test_a_wrong_zone_is_said_and_a_right_one_compared(tab: FormTab) -> None:
    before = tab.matches.rowCount()
    tab.zone.setPlainText("P<IND???")
    tab.refresh()
    assert tab.zone_error.isVisible()
    tab.zone.setPlainText("")
    tab.refresh()
    assert not tab.zone_error.isVisible()
    assert tab.matches.rowCount() == before
    assert form_model.zone_of("  ") is None


def test_later_edits_are_listed_and_noted_under_their_field(
    page: CasePage, tab: FormTab, key: UUID, book: Casebook, office: Office
) -> None:
    to_ben(book, office, key)
    tab.sign.click()
    tab.submit.click()
    version = office.read(cases.case, key).version
    office.write(cases.set_field, key, version, "purpose", "Exchange", TODAY)
    assert tab.differs.text() == "1 value differs from filed"
    page.tabs.setCurrentWidget(page.details)
    page.details.show_section("application")
    row = page.details._forms["application"].form.rows["purpose"]
    assert row.below.text() == "Differs from filed: —"


def test_what_was_filed_is_printed_beside_it(
    page: CasePage, tab: FormTab, key: UUID, book: Casebook, office: Office
) -> None:
    to_ben(book, office, key)
    tab.sign.click()
    tab.submit.click()
    tab.print.click()
    shown = page.preview.print_shown
    assert shown is not None
    order: Order = shown.order
    assert (order.kind, order.filed) == ("data-sheet", 1)
    assert office.read(snapshots.filed, key)[0].number == 1
