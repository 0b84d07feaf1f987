"""What stands in each section of a person's record: the fields of identity, or tables of parts."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import fields
from app.domain.people import PARTS, Part, Person, Relative
from app.i18n import _
from app.services import people, snapshots
from app.settings import today
from app.ui import filed_notes
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.parts import PartsEditor, PartsOf
from app.ui.people import list_model
from app.ui.people.sections import Section
from app.ui.people.withdrawal import Withdrawal
from app.ui.people.zone_box import ZoneBox
from app.ui.record_form import RecordForm


def finding(office: Office) -> dict[str, Any]:
    """Return how fields that hold a person find one, and call one, as options of a form."""
    return {
        "find": lambda typed: list_model.find(office, typed),
        "name_of": lambda key: list_model.name_of(office, key) if key else "",
    }


class Identity(RecordForm):
    """The fields that a person has once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, fields.of(Person), prefix="people.form", **finding(desk.office))

    def show_person(self, person_id: UUID) -> None:
        """Show a person's fields."""
        office = self._desk.office
        self.show_record(
            f"person:{person_id}",
            lambda: office.read(people.person, person_id),
            lambda version, name, value: office.write(
                people.set_field, person_id, version, name, value, today()
            ),
        )
        found = office.read(snapshots.differing_of_person, person_id, today())
        self.form.show_notes(filed_notes.notes(found, Person))


class PartsSection(QWidget):
    """One or two tables of parts; over passports, the box for a machine-readable zone."""

    going = Signal(object)  # the key of a relative to look at
    said = Signal(str)

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        self._office = desk.office
        self.zone = ZoneBox(desk) if "passports" in section.parts else None
        self.editors: dict[str, PartsEditor] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        if self.zone is not None:
            layout.addWidget(self.zone)
        self.withdrawal = Withdrawal(desk) if "consents" in section.parts else None
        options = finding(desk.office)
        for name, (title, columns) in section.parts.items():
            editor = PartsEditor(desk, PARTS[name], f"people.{name}", _(title), columns, **options)
            editor.said.connect(self.said)
            self.editors[name] = editor
            layout.addWidget(editor)
        if self.withdrawal is not None:
            self.withdrawal.follow(self.editors["consents"])
            layout.addWidget(self.withdrawal)
        if "relatives" in self.editors:
            self.editors["relatives"].table.opened.connect(self._go_to_relative)

    def show_person(self, person_id: UUID) -> None:
        """Show a person's parts."""
        for name, editor in self.editors.items():
            editor.show_parts(parts_of(self._office, person_id, name))
        if self.zone is not None:
            self.zone.show_person(person_id)

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        for editor in self.editors.values():
            editor.leave()

    def _go_to_relative(self, key: UUID) -> None:
        model = self.editors["relatives"].model
        part = model.line_at(model.row_of(key))
        if isinstance(part, Relative) and part.relative_id is not None:
            self.going.emit(part.relative_id)


def parts_of(office: Office, person_id: UUID, name: str) -> PartsOf:
    """Return where one kind of a person's parts is read and written."""

    def save(part: Part) -> Part:
        return office.write(people.save_part, person_id, name, part, today())

    def remove(part: Part) -> None:
        assert part.id is not None
        office.write(people.remove_part, name, part.id, part.version)

    return PartsOf(f"person:{person_id}", _reader(office, person_id, name), save, remove)


def _reader(office: Office, person_id: UUID, name: str) -> Callable[[], Any]:
    if name == "declarations":
        return lambda: office.read(people.declarations, person_id)
    return lambda: getattr(office.read(people.person, person_id), name)
