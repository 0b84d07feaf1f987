"""A new person: hints of who is there already, errors in place, and nothing typed lost."""

from uuid import UUID

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.choices import NameKind
from app.services import people
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.people.new_person import NewPerson
from app.ui.people.page import PeoplePage
from tests.ui.doubles import type_text


def fill(new: NewPerson, **typed: str) -> None:
    for name, text in typed.items():
        new.form.rows[name].editor.show_raw(text)


def type_into(new: NewPerson, name: str, text: str) -> None:
    edit = new.form.rows[name].editor.widget
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    type_text(edit, text)
    edit.clearFocus()


def test_somebody_who_may_be_the_same_is_shown_while_typing(page: PeoplePage, qtbot: QtBot) -> None:
    page.begin_new()
    type_into(page.new, "family", "Sample")
    type_into(page.new, "given", "Ananya")
    qtbot.waitUntil(lambda: page.new.same.list.count() == 1)
    assert page.new.same.list.item(0).text().startswith("SAMPLE, Ananya")


def test_choosing_the_one_found_goes_there(page: PeoplePage, keys: dict[str, UUID]) -> None:
    page.begin_new()
    fill(page.new, family="Sample", given="Ananya")
    page.new.look_for_same()
    page.new.same.list.itemClicked.emit(page.new.same.list.item(0))
    assert page.panel.person_id == keys["ananya"]
    assert not page.new.has_drafts()


def test_a_person_without_a_name_is_refused_in_place(page: PeoplePage) -> None:
    page.begin_new()
    page.new.add()
    assert not page.new.form.rows["given"].below.isHidden()


def test_a_bad_date_is_refused_under_its_field(page: PeoplePage) -> None:
    page.begin_new()
    fill(page.new, given="Otto", birth_date="31 Feb 1998")
    page.new.add()
    assert not page.new.form.rows["birth_date"].below.isHidden()


def test_the_first_facts_become_a_record(page: PeoplePage, office: Office) -> None:
    page.begin_new()
    fill(page.new, given="Prakash", native_given="प्रकाश", birth_date="1990", sex="M", passport="a 12-34")
    page.new.form.rows["nationality"].editor.show_raw("Nepal")
    page.new.add()
    assert page.panel.person_id
    person = office.read(people.person, page.panel.person_id)
    assert [(name.kind, name.given, name.script) for name in person.names] == [
        (NameKind.PASSPORT, "Prakash", "Latin"),
        (NameKind.NATIVE, "प्रकाश", "Devanagari"),
    ]
    assert (str(person.birth_date), person.nationalities[0].country) == ("1990", "NP")
    assert person.passports[0].country == "NP"


def test_what_was_begun_is_there_again_in_another_window(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    page.begin_new()
    type_into(page.new, "family", "Begun")
    again = NewPerson(desk)
    qtbot.addWidget(again)
    again.begin()
    assert again.form.raw()["family"] == "Begun"


def test_cancelling_forgets_it(page: PeoplePage) -> None:
    page.begin_new()
    type_into(page.new, "family", "Begun")
    page.new.give_up()
    assert not page.new.has_drafts()
    assert page.details.currentWidget() is not page.new
