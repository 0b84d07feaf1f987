"""Cells of the list of persons edited in place."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from app.domain.people import Nationality
from app.services import people
from app.ui.office import Office
from app.ui.people.page import PeoplePage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.ui.doubles import press, type_text


@pytest.fixture
def key(page: PeoplePage, book: Casebook) -> UUID:
    """Choose the first person in the list, with every column shown."""
    page.list.table.show_columns(
        ["name", "birth_date", "nationality", "labels", "residence_country", "occupation"]
    )
    page.list.reload()
    page.list.table.choose_first()
    found = page.list.chosen_person()
    assert found is not None
    return found


def begin(page: PeoplePage, wanted: str) -> None:
    table = page.list.table
    at = [each.id for each in table.rows.columns].index(wanted)
    table.setCurrentIndex(table.rows.index(table.currentIndex().row(), at))
    page.list.inline.begin()


def retype(page: PeoplePage, text: str) -> None:
    page.list.inline.line.selectAll()
    type_text(page.list.inline.line, text)


def test_simple_fields_are_typed_one_after_the_other(page: PeoplePage, key: UUID, office: Office) -> None:
    begin(page, "birth_date")
    retype(page, "3 Mar 1999")
    press(page.list.inline.line, Qt.Key.Key_Return)
    assert str(office.read(people.person, key).birth_date) == "1999-03-03"
    begin(page, "residence_country")
    retype(page, "Singapore")
    press(page.list.inline.line, Qt.Key.Key_Tab)
    retype(page, "工程师 <b>")
    press(page.list.inline.line, Qt.Key.Key_Return)
    person = office.read(people.person, key)
    assert (person.residence_country, person.occupation) == ("SG", "工程师 <b>")
    office.undo()
    assert office.read(people.person, key).occupation != "工程师 <b>"


def test_a_birth_date_that_can_t_be_is_said_under_the_cell_and_kept_as_a_draft(
    page: PeoplePage, key: UUID, office: Office
) -> None:
    begin(page, "birth_date")
    retype(page, "31 Feb 1999")
    press(page.list.inline.line, Qt.Key.Key_Return)
    assert page.list.inline.below.isVisible()
    page.can_leave()
    assert office.drafts(f"person:{key}.birth_date") == {f"person:{key}.birth_date": "31 Feb 1999"}


def test_the_one_nationality_is_changed_and_of_several_none(
    page: PeoplePage, key: UUID, office: Office
) -> None:
    begin(page, "nationality")
    retype(page, "Nepal")
    press(page.list.inline.line, Qt.Key.Key_Return)
    assert [each.country for each in office.read(people.person, key).nationalities] == ["NP"]
    begin(page, "nationality")
    page.list.inline.line.clear()
    press(page.list.inline.line, Qt.Key.Key_Return)
    assert "which country" in page.list.inline.error.text()
    press(page.list.inline.line, Qt.Key.Key_Escape)
    office.write(people.save_part, key, "nationalities", Nationality(country="FR"), TODAY)
    begin(page, "nationality")
    retype(page, "India")
    press(page.list.inline.line, Qt.Key.Key_Return)
    assert "several nationalities" in page.list.inline.error.text()
    press(page.list.inline.line, Qt.Key.Key_Escape)


def test_labels_are_typed_with_commas(page: PeoplePage, key: UUID) -> None:
    begin(page, "labels")
    retype(page, "VIP, 加急")
    press(page.list.inline.line, Qt.Key.Key_Return)
    begin(page, "labels")
    assert page.list.inline.line.text() == "VIP, 加急"
    press(page.list.inline.line, Qt.Key.Key_Escape)
