"""Owner, reviewer and office of a case, saved one by one."""

from uuid import UUID

import pytest

from app.services import cases, firms
from app.services.cases import CaseView
from app.ui.case.page import CasePage
from app.ui.case.people_form import PeopleForm
from app.ui.office import Office
from db.casebook import Casebook
from tests.services.test_case_people import hire


@pytest.fixture
def form(page: CasePage) -> PeopleForm:
    page.tabs.setCurrentWidget(page.details)
    page.details.show_section("file")
    return page.details.people


def case(page: CasePage, office: Office) -> CaseView:
    assert page.case is not None
    return office.read(cases.case, page.case.id)


def save(form: PeopleForm, name: str, value: UUID | None) -> str:
    """Choose a value and leave the field; return what is said under it."""
    rows = form.people.form.rows | form.place.form.rows
    rows[name].editor.show_value(value)
    rows[name].editor.left.emit()
    return rows[name].below.text()


def test_reviewer_and_owner_are_chosen(
    page: CasePage, form: PeopleForm, book: Casebook, office: Office
) -> None:
    ben = book.write(hire).result
    save(form, "reviewer_id", ben)
    assert case(page, office).reviewer == "Ben Sample"
    save(form, "owner_id", ben)
    assert (case(page, office).owner, case(page, office).reviewer) == ("Ben Sample", "")
    save(form, "reviewer_id", None)
    assert case(page, office).reviewer == ""


def test_the_owner_as_reviewer_is_refused_under_the_field(
    page: CasePage, form: PeopleForm, office: Office
) -> None:
    assert "doesn't review" in save(form, "reviewer_id", office.user[0])


def test_the_office_is_found_by_name(page: CasePage, form: PeopleForm, office: Office) -> None:
    key = office.write(firms.add_office, "Sample house", "Sampleville", "SG")
    assert form._find_offices("HOUSE") == [(key, "Sample house")]
    save(form, "office_id", key)
    assert case(page, office).office == "Sample house"
    assert form.place.form.rows["office_id"].editor.widget.property("text") == "Sample house"
