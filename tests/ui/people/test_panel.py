"""One person's record: fields saved one by one, parts in place, drafts, conflicts, section 8 closed."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.people import Person
from app.services import history, people
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.parts import PartsEditor
from app.ui.people.declarations import Declarations
from app.ui.people.page import PeoplePage
from app.ui.people.panel import PersonPanel
from app.ui.people.section_parts import Identity, PartsSection
from app.ui.people.sections import NAMES, SECTIONS
from app.ui.widgets.form import Form
from db.casebook import Casebook
from tests.builders import TODAY, a_consent
from tests.ui.doubles import Recorder, click, obeys_qt, type_text


@pytest.fixture
def panel(page: PeoplePage, keys: dict[str, UUID]) -> PersonPanel:
    page.show_what(keys["ananya"])
    return page.panel


def line(form: Form, name: str) -> QLineEdit:
    edit = form.rows[name].editor.widget
    assert isinstance(edit, QLineEdit)
    return edit


def type_over(form: Form, name: str, text: str) -> None:
    edit = line(form, name)
    edit.setFocus()
    edit.selectAll()
    type_text(edit, text)
    edit.clearFocus()


def parts(panel: PersonPanel, section: str, name: str) -> PartsEditor:
    panel.sections.setCurrentRow(NAMES.index(section))
    part = panel.part(section)
    assert isinstance(part, PartsSection)
    return part.editors[name]


def identity(panel: PersonPanel) -> Form:
    part = panel.part("identity")
    assert isinstance(part, Identity)
    return part.form


def section_8(panel: PersonPanel) -> Declarations:
    part = panel.part("declarations")
    assert isinstance(part, Declarations)
    return part


def person(office: Office, keys: dict[str, UUID]) -> Person:
    return office.read(people.person, keys["ananya"])


def test_a_field_is_saved_when_left_as_one_operation(
    panel: PersonPanel, office: Office, keys: dict[str, UUID], book: Casebook
) -> None:
    before = book.head()
    type_over(identity(panel), "occupation", "Chip designer")
    assert person(office, keys).occupation == "Chip designer"
    assert book.head() == before + 1


def test_two_fields_in_a_row_are_saved_with_their_new_versions(
    panel: PersonPanel, office: Office, keys: dict[str, UUID]
) -> None:
    type_over(identity(panel), "occupation", "Chip designer")
    type_over(identity(panel), "birth_city", "Pune")
    assert (person(office, keys).occupation, person(office, keys).birth_city) == ("Chip designer", "Pune")


def test_every_section_opens(panel: PersonPanel, qtbot: QtBot) -> None:
    for at in range(len(SECTIONS)):
        panel.sections.setCurrentRow(at)
        assert not panel.grab().isNull()


def test_what_could_not_be_saved_survives_another_person_and_another_window(
    panel: PersonPanel, page: PeoplePage, keys: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    type_over(identity(panel), "birth_date", "31 Feb 1998")
    page.show_what(keys["zoe"])
    assert line(identity(panel), "birth_date").text() == "1998-04-02"
    page.show_what(keys["ananya"])
    assert line(identity(panel), "birth_date").text() == "31 Feb 1998"
    fresh = PersonPanel(desk)
    qtbot.addWidget(fresh)
    fresh.show_person(keys["ananya"])
    assert line(identity(fresh), "birth_date").text() == "31 Feb 1998"
    assert not identity(fresh).rows["birth_date"].below.isHidden()


def test_what_is_typed_is_saved_when_another_person_is_chosen(
    panel: PersonPanel, page: PeoplePage, office: Office, keys: dict[str, UUID]
) -> None:
    edit = line(identity(panel), "occupation")
    edit.setFocus()
    type_text(edit, "Teacher")
    page.show_what(keys["zoe"])
    assert person(office, keys).occupation == "Teacher"
    assert office.read(people.person, keys["zoe"]).occupation == ""


def test_a_colleagues_change_of_another_field_is_not_in_the_way(
    panel: PersonPanel, office: Office, keys: dict[str, UUID], second_window: Callable[[], Casebook]
) -> None:
    theirs = person(office, keys)
    second_window().write(people.set_field, keys["ananya"], theirs.version, "birth_city", "Pune", TODAY)
    type_over(identity(panel), "occupation", "Teacher")
    assert (person(office, keys).birth_city, person(office, keys).occupation) == ("Pune", "Teacher")


def test_a_colleagues_change_of_the_same_field_is_shown_to_choose(
    panel: PersonPanel, office: Office, keys: dict[str, UUID], second_window: Callable[[], Casebook]
) -> None:
    theirs = person(office, keys)
    second_window().write(people.set_field, keys["ananya"], theirs.version, "occupation", "Dentist", TODAY)
    type_over(identity(panel), "occupation", "Teacher")
    row = identity(panel).rows["occupation"]
    assert "Dentist" in row.below.text()
    assert person(office, keys).occupation == "Dentist"
    assert row._choice
    click(row._choice.mine)
    assert person(office, keys).occupation == "Teacher"


def test_what_another_window_saved_appears(
    panel: PersonPanel,
    office: Office,
    keys: dict[str, UUID],
    second_window: Callable[[], Casebook],
    qtbot: QtBot,
) -> None:
    theirs = person(office, keys)
    second_window().write(people.set_field, keys["ananya"], theirs.version, "occupation", "Dentist", TODAY)
    qtbot.waitUntil(lambda: line(identity(panel), "occupation").text() == "Dentist")


def test_undo_shows_the_old_value_again(panel: PersonPanel, office: Office) -> None:
    type_over(identity(panel), "occupation", "Teacher")
    office.undo()
    assert line(identity(panel), "occupation").text() == ""


def test_a_part_is_changed_in_place(panel: PersonPanel, office: Office, keys: dict[str, UUID]) -> None:
    editor = parts(panel, "names", "names")
    editor.table.choose_first()
    type_over(editor.form.form, "given", "Ananya Mira")
    assert person(office, keys).names[0].given == "Ananya Mira"
    assert panel.name.whole() == "SAMPLE, Ananya Mira"


def test_a_part_is_added(panel: PersonPanel, office: Office, keys: dict[str, UUID]) -> None:
    editor = parts(panel, "travel", "travel")
    assert not editor.empty.isHidden()
    click(editor.add_button)
    editor.new.form.rows["place"].editor.show_raw("Shanghai")
    editor.new.wanted.emit(editor.new.form.values())
    assert [part.place for part in person(office, keys).travel] == ["Shanghai"]
    assert editor.model.rowCount() == 1
    assert editor.new.isHidden()


def test_a_new_part_that_can_not_be_is_refused_under_its_field(
    panel: PersonPanel, office: Office, keys: dict[str, UUID]
) -> None:
    editor = parts(panel, "contacts", "contacts")
    click(editor.add_button)
    editor.new.wanted.emit(editor.new.form.values())
    assert not editor.new.form.rows["value"].below.isHidden()
    assert person(office, keys).contacts == ()


def test_a_new_part_begun_is_there_again_later(
    panel: PersonPanel, page: PeoplePage, keys: dict[str, UUID]
) -> None:
    editor = parts(panel, "travel", "travel")
    click(editor.add_button)
    type_over(editor.new.form, "place", "Shanghai")
    page.show_what(keys["zoe"])
    assert editor.new.isHidden()
    page.show_what(keys["ananya"])
    assert line(editor.new.form, "place").text() == "Shanghai"


def test_a_part_is_removed_and_undo_brings_it_back(
    panel: PersonPanel, office: Office, keys: dict[str, UUID], told: Recorder
) -> None:
    editor = parts(panel, "education", "education")
    click(editor.remove_button)
    assert person(office, keys).education == ()
    told.offers["Undo"]()
    assert len(person(office, keys).education) == 1
    assert editor.model.rowCount() == 1


def test_the_last_name_stays(
    panel: PersonPanel, page: PeoplePage, keys: dict[str, UUID], told: Recorder
) -> None:
    page.show_what(keys["zoe"])
    editor = parts(panel, "names", "names")
    click(editor.remove_button)
    assert told.told == ["A person needs a name."]
    assert editor.model.rowCount() == 1


def test_the_table_of_parts_obeys_qts_rules(panel: PersonPanel, qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, parts(panel, "names", "names").model)


def test_another_person_is_linked_as_family_by_typing_a_name(
    panel: PersonPanel, office: Office, keys: dict[str, UUID], qtbot: QtBot
) -> None:
    editor = parts(panel, "relatives", "relatives")
    click(editor.add_button)
    key_editor = editor.new.form.rows["relative_id"].editor
    edit = line(editor.new.form, "relative_id")
    type_text(edit, "Zoë")
    qtbot.waitUntil(lambda: key_editor._names.rowCount() == 1)  # type: ignore[attr-defined]
    key_editor._take(key_editor._names.stringList()[0])  # type: ignore[attr-defined]
    editor.new.wanted.emit(editor.new.form.values())
    assert person(office, keys).relatives[0].relative_id == keys["zoe"]
    assert editor.model.data(editor.model.index(0, 0)) == "ZIEGLER-TEST, Zoë"


def test_section_8_stays_closed_without_a_consent(panel: PersonPanel) -> None:
    panel.sections.setCurrentRow(NAMES.index("declarations"))
    section_8(panel).open()
    assert not section_8(panel).is_open()
    assert "consent" in section_8(panel).closed.text.text()


def test_section_8_opens_with_a_consent_and_that_is_recorded(
    panel: PersonPanel, page: PeoplePage, office: Office, keys: dict[str, UUID]
) -> None:
    office.write(people.save_part, keys["ananya"], "consents", a_consent(), TODAY)
    panel.sections.setCurrentRow(NAMES.index("declarations"))
    section_8(panel).open()
    assert section_8(panel).is_open()
    assert office.read(history.entries, about=keys["ananya"])[0].label == "Open sensitive answers"
    page.show_what(keys["zoe"])
    assert not section_8(panel).is_open()


def test_a_consent_withdrawn_by_its_button_closes_section_8_again(
    panel: PersonPanel, office: Office, keys: dict[str, UUID]
) -> None:
    office.write(people.save_part, keys["ananya"], "consents", a_consent(), TODAY)
    panel.sections.setCurrentRow(NAMES.index("declarations"))
    section_8(panel).open()
    panel.sections.setCurrentRow(NAMES.index("consents"))
    withdrawal = panel.part("consents").withdrawal  # type: ignore[union-attr]
    assert withdrawal is not None
    click(withdrawal.press)
    assert person(office, keys).consents[0].withdrawn_on == TODAY
    assert withdrawal.isHidden()
    panel.sections.setCurrentRow(NAMES.index("declarations"))
    assert not section_8(panel).is_open()


def test_an_answer_of_section_8_is_recorded_once_it_is_open(
    panel: PersonPanel, office: Office, keys: dict[str, UUID]
) -> None:
    office.write(people.save_part, keys["ananya"], "consents", a_consent(), TODAY)
    panel.sections.setCurrentRow(NAMES.index("declarations"))
    section_8(panel).open()
    editor = section_8(panel).editor
    click(editor.add_button)
    editor.new.form.rows["question"].editor.show_raw("military")
    editor.new.form.rows["answer"].editor.show_raw("no")
    editor.new.wanted.emit(editor.new.form.values())
    assert len(office.read(people.declarations, keys["ananya"])) == 1


def test_a_hostile_name_is_shown_as_it_is_written(
    panel: PersonPanel, office: Office, keys: dict[str, UUID]
) -> None:
    editor = parts(panel, "names", "names")
    editor.table.choose_first()
    type_over(editor.form.form, "given", "<b>x</b> =1+1 %s " + "y" * 150)
    assert panel.name.whole().startswith("SAMPLE, <b>x</b> =1+1 %s")
    assert panel.width() < 1100
