"""The details of a case: fields, parts, owner."""

from datetime import date

import pytest

from app.services import cases
from app.services.cases import CaseView
from app.ui import people_found
from app.ui.case.details_tab import ORDER, DetailsTab
from app.ui.case.page import CasePage
from app.ui.office import Office
from tests.ui.doubles import type_text


@pytest.fixture
def tab(page: CasePage) -> DetailsTab:
    page.tabs.setCurrentWidget(page.details)
    return page.details


def case(page: CasePage, office: Office) -> CaseView:
    assert page.case is not None
    return office.read(cases.case, page.case.id)


def test_every_declared_field_stands_in_one_section(tab: DetailsTab) -> None:
    for name in ORDER:
        tab.show_section(name)
    shown = [field for form in tab._forms.values() for field in form.form.rows]
    assert len(shown) == len(set(shown)) == 22


def test_fields_of_several_sections_are_saved_without_conflict(
    tab: DetailsTab, page: CasePage, office: Office
) -> None:
    for section, field, text in (
        ("application", "requested_stay_days", "90"),
        ("filing", "planned_filing", "14 Dec 2026"),
        ("authority", "authority_status", "Under review / 审核中"),
    ):
        tab.show_section(section)
        type_text(tab._forms[section].form.rows[field].editor.widget, text)
    tab.leave()
    file = case(page, office).file
    assert file.requested_stay_days == 90
    assert file.planned_filing == date(2026, 12, 14)
    assert file.authority_status == "Under review / 审核中"


def test_the_header_follows_a_saved_field(tab: DetailsTab, page: CasePage) -> None:
    tab.show_section("filing")
    type_text(tab._forms["filing"].form.rows["planned_filing"].editor.widget, "14 Dec 2026")
    tab.leave()
    assert page.header.about.toolTip() == "Planned filing: 14 Dec 2026, in 21 days"


def test_a_stop_of_the_itinerary_is_added_and_undone(tab: DetailsTab, page: CasePage, office: Office) -> None:
    tab.show_section("itinerary")
    editor = tab._parts["itinerary"]
    editor.begin_new()
    type_text(editor.new.form.rows["city"].editor.widget, "上海")
    editor.new.findChild(type(page.header.stage), "case.itinerary.new.save").click()  # type: ignore[union-attr]
    assert [stop.city for stop in case(page, office).file.itinerary] == ["上海"]
    office.undo()
    assert case(page, office).file.itinerary == ()
    assert editor.model.rowCount() == 0


def test_the_owner_is_chosen_among_those_who_work_here(
    tab: DetailsTab, page: CasePage, office: Office
) -> None:
    tab.show_section("file")
    row = tab.people.people.form.rows["owner_id"]
    assert row.editor.widget.property("text") == "Ana Sample"
    assert people_found.users(office, "sam") == [(office.user[0], "Ana Sample")]
    row.editor.show_value(None)
    row.editor.left.emit()
    assert "has an owner" in row.below.text()
    assert case(page, office).owner == "Ana Sample"
