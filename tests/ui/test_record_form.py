"""A form over one record: what a busy casebook or a full disk kept from being saved is saved by itself."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain import fields
from app.domain.people import Person
from app.errors import DiskFull
from app.services import people
from app.ui import record_form
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.record_form import RecordForm
from tests.builders import TODAY, a_person
from tests.ui.doubles import type_text


class Disk:
    """Writes a person's field, unless it is full."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.key: UUID = office.write(people.add, a_person(), TODAY)
        self.is_full = False

    def write(self, version: int, name: str, value: object) -> int:
        if self.is_full:
            raise DiskFull("The disk is full.")
        return self.office.write(people.set_field, self.key, version, name, value, TODAY)

    def occupation(self) -> str:
        return self.office.read(people.person, self.key).occupation


@pytest.fixture
def disk(office: Office) -> Disk:
    return Disk(office)


@pytest.fixture
def form(desk: Desk, disk: Disk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> RecordForm:
    monkeypatch.setattr(record_form, "AGAIN_MS", 20)
    made = RecordForm(desk, [fields.named(Person)[name] for name in ("occupation", "note")], prefix="sample")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.show_record("person:sample", lambda: desk.office.read(people.person, disk.key), disk.write)
    return made


def say(form: RecordForm, text: str) -> None:
    """Type an occupation, and go on to the next field."""
    edit = form.form.rows["occupation"].editor.widget
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    type_text(edit, text)
    form.form.focus("note")


def test_what_a_full_disk_kept_is_saved_by_itself(form: RecordForm, disk: Disk, qtbot: QtBot) -> None:
    disk.is_full = True
    say(form, "样本 <b>tester</b>")
    below = form.form.rows["occupation"].below
    assert below.text() == "The disk is full. Free some space: it is saved by itself then."
    qtbot.wait(60)
    assert below.isVisible()
    disk.is_full = False
    qtbot.waitUntil(lambda: disk.occupation() == "样本 <b>tester</b>")
    assert not below.isVisible()


def test_what_is_typed_meanwhile_is_saved_and_nothing_older(
    form: RecordForm, disk: Disk, qtbot: QtBot
) -> None:
    disk.is_full = True
    say(form, "Tester")
    disk.is_full = False
    say(form, "Sampler")
    qtbot.wait(60)
    assert disk.occupation() == "Sampler"
