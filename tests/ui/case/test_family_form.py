"""A case is linked to the principal's by its number; what can't be is said in place."""

import pytest

from app.services import families
from app.ui.case.family_form import FamilyForm
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import a_passport, add_person, open_case


@pytest.fixture
def form(page: CasePage) -> FamilyForm:
    page.tabs.setCurrentWidget(page.details)
    page.details.show_section("family")
    return page.details.family


def test_a_case_is_linked_and_unlinked(
    page: CasePage, form: FamilyForm, book: Casebook, office: Office
) -> None:
    assert page.case is not None
    key = page.case.id
    top = open_case(book, add_person(book, passports=(a_passport(number="Z0000009"),)))
    form.number.setText(top.number)
    form.link.click()
    assert [each.case_id for each in office.read(families.members, key)] == [top.id, key]
    assert top.number in form.about.text()
    form.unlink.click()
    assert office.read(families.members, key) == ()


def test_a_number_that_is_none_and_a_circle_are_said(page: CasePage, form: FamilyForm) -> None:
    form.number.setText("nobody")
    form.link.click()
    assert "not a case number" in form.error.text()
    assert page.case is not None
    form.number.setText(page.case.number)
    form.link.click()
    assert "on itself" in form.error.text()
