"""A form over declared fields: what is saved when, what is shown where, and what is never lost."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain import fields
from app.domain.dates import PartialDate
from app.domain.people import Person
from app.errors import UserError
from app.ui.widgets.form import Form
from tests.builders import TODAY
from tests.ui.doubles import click, press, type_text

NAMES = ("occupation", "birth_date", "birth_country", "sex", "legal_stay_until", "note")


@dataclass
class Heard:
    """What a form asked for."""

    saving: list[tuple[str, Any]]
    drafted: list[tuple[str, str]]


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form([fields.named(Person)[name] for name in NAMES], prefix="people.form", today=lambda: TODAY)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.show_values(Person())
    return form


@pytest.fixture
def heard(form: Form) -> Heard:
    heard = Heard([], [])
    form.saving.connect(lambda name, value: heard.saving.append((name, value)))
    form.drafted.connect(lambda name, text: heard.drafted.append((name, text)))
    return heard


def line(form: Form, name: str) -> QLineEdit:
    widget = form.rows[name].editor.widget
    found = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    assert isinstance(found, QLineEdit)
    return found


def typed(form: Form, name: str, text: str) -> QLineEdit:
    edit = line(form, name)
    edit.setFocus()
    edit.selectAll()
    type_text(edit, text)
    return edit


def test_a_field_is_saved_when_it_is_left(form: Form, heard: Heard) -> None:
    typed(form, "occupation", "Chip designer 芯片").clearFocus()
    assert heard.saving == [("occupation", "Chip designer 芯片")]


def test_a_field_is_saved_a_moment_after_the_last_key(form: Form, heard: Heard, qtbot: QtBot) -> None:
    typed(form, "occupation", "Engineer")
    assert heard.saving == []
    qtbot.waitUntil(lambda: heard.saving == [("occupation", "Engineer")])


def test_a_field_left_as_it_was_is_not_saved(form: Form, heard: Heard) -> None:
    line(form, "occupation").setFocus()
    line(form, "birth_date").setFocus()
    assert heard.saving == []


def test_a_date_is_read_as_people_type_it_and_shown_beside(form: Form, heard: Heard) -> None:
    edit = typed(form, "birth_date", "2 Apr 98")
    beside = form.rows["birth_date"].editor.read_as  # type: ignore[attr-defined]
    assert beside.text() == "2 Apr 1998"
    edit.clearFocus()
    assert heard.saving == [("birth_date", PartialDate(1998, 4, 2))]


def test_a_saved_date_is_shown_in_its_plain_form(form: Form) -> None:
    typed(form, "birth_date", "2 Apr 98").clearFocus()
    form.saved("birth_date", PartialDate(1998, 4, 2))
    assert line(form, "birth_date").text() == "1998-04-02"


def test_what_is_no_date_is_said_under_the_field_and_kept_as_a_draft(form: Form, heard: Heard) -> None:
    typed(form, "birth_date", "31 Feb 1998").clearFocus()
    row = form.rows["birth_date"]
    assert heard.saving == []
    assert heard.drafted == [("birth_date", "31 Feb 1998")]
    assert row.below.isVisible()
    assert "no such date" in row.below.text()
    assert row.editor.widget.property("state") == "invalid"


def test_half_a_date_is_kept_but_no_error_yet(form: Form, heard: Heard, qtbot: QtBot) -> None:
    typed(form, "birth_date", "31")
    qtbot.waitUntil(lambda: heard.drafted == [("birth_date", "31")])
    assert not form.rows["birth_date"].below.isVisible()


def test_a_draft_is_shown_again_with_what_is_wrong(form: Form) -> None:
    form.show_values(Person(), {"birth_date": "31 Feb 1998"})
    assert line(form, "birth_date").text() == "31 Feb 1998"
    assert form.rows["birth_date"].below.isVisible()


def test_a_draft_is_dropped_once_its_field_is_saved(form: Form, heard: Heard) -> None:
    form.show_values(Person(), {"birth_date": "31 Feb 1998"})
    typed(form, "birth_date", "1998").clearFocus()
    form.saved("birth_date", PartialDate(1998))
    assert heard.drafted[-1] == ("birth_date", "")
    assert not form.rows["birth_date"].below.isVisible()


def test_a_draft_that_can_be_saved_is_saved_when_the_field_is_left(form: Form, heard: Heard) -> None:
    form.show_values(Person(), {"occupation": "Engineer"})
    form.flush()
    assert heard.saving == [("occupation", "Engineer")]


def test_a_refusal_stands_under_the_field_it_is_about(form: Form) -> None:
    form.refused("occupation", UserError("Not so.", field="note"))
    assert form.rows["note"].below.text() == "Not so."
    assert form.rows["occupation"].below.text() == ""


def offered(edit: QLineEdit) -> QWidget:
    """Return the list under an edit."""
    popup = edit.completer().popup()
    assert popup is not None
    return popup


def typed_country(form: Form, text: str) -> None:
    edit = typed(form, "birth_country", text)
    press(offered(edit) if offered(edit).isVisible() else edit, Qt.Key.Key_Tab)


def test_a_country_is_found_by_its_name_and_kept_by_its_code(form: Form, heard: Heard, qtbot: QtBot) -> None:
    typed_country(form, "India")
    qtbot.waitUntil(lambda: heard.saving == [("birth_country", "IN")])
    form.saved("birth_country", "IN")
    assert line(form, "birth_country").text() == "India"


def test_a_country_chosen_from_the_list_is_saved_once(form: Form, heard: Heard, qtbot: QtBot) -> None:
    popup = offered(typed(form, "birth_country", "Indo"))
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: heard.saving == [("birth_country", "ID")])


def test_an_unknown_country_is_said_with_what_is_near(form: Form, qtbot: QtBot) -> None:
    typed_country(form, "Indea")
    qtbot.waitUntil(lambda: "India" in form.rows["birth_country"].below.text())


def test_a_choice_is_saved_at_once(form: Form, heard: Heard) -> None:
    combo = form.rows["sex"].editor.widget
    combo.setFocus()
    press(combo, Qt.Key.Key_Down)
    assert heard.saving == [("sex", fields.named(Person)["sex"].choices("F"))]  # type: ignore[misc]


def test_the_wheel_does_not_change_a_choice_it_passes(form: Form) -> None:
    combo = form.rows["sex"].editor.widget
    assert combo.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_several_lines_are_saved_when_left(form: Form, heard: Heard) -> None:
    edit = form.rows["note"].editor.widget
    assert isinstance(edit, QPlainTextEdit)
    edit.setFocus()
    type_text(edit, "One")
    form.rows["occupation"].editor.widget.setFocus()
    assert heard.saving == [("note", "One")]


def test_what_the_user_is_typing_is_not_replaced(form: Form) -> None:
    typed(form, "occupation", "Engin")
    form.show_values(Person(occupation="Teacher"))
    assert line(form, "occupation").text() == "Engin"


def test_a_long_value_shows_its_start(form: Form) -> None:
    form.show_values(Person(occupation="long " * 100))
    assert line(form, "occupation").cursorPosition() == 0


def test_a_conflict_offers_theirs_and_mine(form: Form, heard: Heard) -> None:
    typed(form, "occupation", "Engineer").clearFocus()
    form.conflict("occupation", "Ben changed this at 14:02.", "Teacher")
    choice = form.rows["occupation"]._choice
    assert choice
    assert choice.isVisible()
    click(choice.mine)
    assert heard.saving[-1] == ("occupation", "Engineer")
    click(choice.theirs)
    assert line(form, "occupation").text() == "Teacher"
    assert form.rows["occupation"]._choice is None


def test_a_conflict_stands_until_it_is_decided(form: Form) -> None:
    typed(form, "occupation", "Engineer").clearFocus()
    form.conflict("occupation", "Ben changed this at 14:02. Theirs: Teacher", "Teacher")
    form.show_values(Person(occupation="Teacher"), {"occupation": "Engineer"})
    row = form.rows["occupation"]
    assert "Ben changed this" in row.below.text()
    assert row._choice is not None
    assert line(form, "occupation").text() == "Engineer"
    click(row._choice.theirs)
    assert line(form, "occupation").text() == "Teacher"


def test_fields_have_names_for_people_and_for_programs(form: Form) -> None:
    widget = form.rows["birth_date"].editor.widget
    assert (widget.objectName(), widget.accessibleName()) == ("people.form.birth_date", "Date of birth")
    assert form.rows["sex"].editor.widget.accessibleDescription() == "Sex"


def test_values_of_the_whole_form_are_read_at_once(form: Form) -> None:
    typed(form, "legal_stay_until", "23 Nov 2027")
    assert form.values()["legal_stay_until"] == date(2027, 11, 23)


def test_the_first_bad_field_of_the_whole_form_is_raised_and_shown(form: Form) -> None:
    typed(form, "legal_stay_until", "soon")
    with pytest.raises(UserError):
        form.values()
    assert form.rows["legal_stay_until"].below.isVisible()


def test_an_error_goes_as_soon_as_what_is_typed_can_be_read(form: Form) -> None:
    """Also where nothing is saved field by field, as in the form for a new person."""
    row = form.rows["birth_date"]
    typed(form, "birth_date", "5 May 2031")
    form.focus("note")
    assert row.below.isVisible()
    typed(form, "birth_date", "1 Feb 1998")
    form.focus("note")
    assert not row.below.isVisible()
    assert row.editor.widget.property("state") == "draft"
