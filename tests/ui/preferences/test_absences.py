"""An absence is recorded in the preferences; an impossible one is said under its field."""

from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.absences import Absence
from app.services import absences
from app.ui.office import Office
from app.ui.preferences.page import PreferencesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_case_people import hire


@pytest.fixture
def ben(book: Casebook) -> UUID:
    return book.write(hire).result


def typed(page: PreferencesPage, values: dict[str, object]) -> None:
    page.show_what("absences")
    editor = page.absences.editor
    editor.begin_new()
    for name, value in values.items():
        editor.new.form.rows[name].editor.show_value(value)
    editor.new._ask()


def test_an_absence_is_added_and_listed_by_names(page: PreferencesPage, ben: UUID, office: Office) -> None:
    end = TODAY + timedelta(days=7)
    typed(page, {"user_id": ben, "deputy_id": office.user[0], "start": TODAY, "end": end})
    assert [each.end for each in office.read(absences.rows)] == [end]
    model = page.absences.editor.model
    assert [model.index(0, at).data() for at in range(2)] == ["Ben Sample", "Ana Sample"]


def test_what_can_not_be_is_said_under_its_field(page: PreferencesPage, ben: UUID, office: Office) -> None:
    typed(page, {"user_id": ben, "deputy_id": ben, "start": TODAY, "end": TODAY})
    assert "Nobody stands in" in page.absences.editor.new.form.rows["deputy_id"].below.text()
    assert office.read(absences.rows) == []


def test_an_absence_is_removed(page: PreferencesPage, ben: UUID, office: Office) -> None:
    away = Absence(user_id=ben, deputy_id=office.user[0], start=TODAY, end=TODAY)
    office.write(absences.save, away, TODAY)
    page.show_what("absences")
    page.absences.editor.remove_button.click()
    assert office.read(absences.rows) == []
