"""One person: who it is, and a section at a time of everything recorded."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain import fields
from app.domain.people import PARTS, Part, Person, Relative
from app.i18n import _
from app.services import people, people_list
from app.settings import today
from app.ui import theme
from app.ui.page import Desk
from app.ui.parts import PartsEditor, PartsOf
from app.ui.people import list_model
from app.ui.people.declarations import Declarations
from app.ui.people.person_cases import PersonCases
from app.ui.people.sections import NAMES, SECTIONS, Section
from app.ui.people.zone_box import ZoneBox
from app.ui.record_form import RecordForm
from app.ui.widgets.plain import ElidedLabel, button, icon_button, line
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.section_list import SectionList

SECTIONS_WIDTH = 158


class PersonPanel(QWidget):
    """Shows one person. Each section is built when first shown, and filled when shown."""

    go = Signal(str, object)
    archiving = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.person_id: UUID | None = None
        self._person: Person = Person()
        self._editors: dict[str, PartsEditor] = {}
        self._built: dict[str, int] = {}
        self._options: dict[str, Any] = {
            "find": lambda typed: list_model.find(desk.office, typed),
            "name_of": lambda key: list_model.name_of(desk.office, key) if key else "",
        }
        self.name = ElidedLabel(tone="title")
        self.name.setObjectName("people.name")
        self.about = ElidedLabel(tone="muted")
        self.archive_button = button(_("Archive"), icon="archive", name="people.archive")
        self.history_button = icon_button("history", _("History of this person"), name="people.history")
        titles = [_(section.title) for section in SECTIONS]
        self.sections = SectionList("people.sections", titles, SECTIONS_WIDTH)
        self.stack = QStackedWidget()
        self.identity = RecordForm(desk, fields.of(Person), prefix="people.form", **self._options)
        self.declarations = Declarations(desk)
        self.cases = PersonCases(desk)
        self.zone = ZoneBox(desk)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        head.addLayout(words, 1)
        for made in (self.history_button, self.archive_button):
            head.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        body = QHBoxLayout()
        body.setContentsMargins(10, 8, 0, 0)
        body.addWidget(self.sections)
        body.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.sections.currentRowChanged.connect(self._show_section)
        self.archive_button.clicked.connect(self.archiving)
        self.history_button.clicked.connect(lambda: self.go.emit("history", self.person_id))
        self.cases.opened.connect(lambda key: self.go.emit("case", key))
        self.cases.wanted.connect(lambda: self.go.emit("cases", self.person_id))
        self.declarations.said.connect(self._desk.messages.tell)

    def show_person(self, person_id: UUID) -> None:
        """Show another person, in the section that is in view."""
        if person_id != self.person_id:
            self.leave()
            self.person_id = person_id
            self.zone.clear()
        if not self._built:
            self._show_section(self.sections.currentRow())
        self.refresh()

    def offer_to_bring_back(self, is_archived: bool) -> None:
        """Offer to bring an archived person back, or to archive one who is not."""
        self.archive_button.setText(_("Bring back") if is_archived else _("Archive"))
        self.archive_button.setIcon(theme.icon("archive-restore" if is_archived else "archive"))

    def refresh(self) -> None:
        """Show the person as recorded now."""
        if self.person_id is None:
            return
        self._person = self._desk.office.read(people.person, self.person_id)
        shown = self._desk.office.read(people_list.line_of, self.person_id)
        if shown is not None:
            self.name.show_text(shown.name)
            self.about.show_text(list_model.told_apart(shown).removeprefix(f"{shown.name}, "))
        self._fill(self.sections.currentRow())

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.identity.leave()
        for editor in self._editors.values():
            editor.leave()
        self.declarations.editor.leave()

    def show_zone(self) -> None:
        """Show the passports with the box for a machine-readable zone."""
        self.sections.setCurrentRow(NAMES.index("passports"))
        self.zone.begin()

    @property
    def version(self) -> int:
        """The version of the person in view."""
        return self._person.version

    def _show_section(self, at: int) -> None:
        self.leave()
        section = SECTIONS[at]
        if section.name not in self._built:
            self._built[section.name] = self.stack.addWidget(self._made(section))
        self.stack.setCurrentIndex(self._built[section.name])
        self._fill(at)

    def _made(self, section: Section) -> QScrollArea:
        if section.name == "identity":
            return scrolled(self.identity)
        if section.name == "declarations":
            return scrolled(self.declarations)
        if section.name == "cases":
            return scrolled(self.cases)
        editors: list[QWidget] = [self._editor(name, *about) for name, about in section.parts.items()]
        return scrolled(self.zone, *editors) if section.name == "passports" else scrolled(*editors)

    def _editor(self, name: str, title: str, columns: tuple[str, ...]) -> PartsEditor:
        made = PartsEditor(self._desk, PARTS[name], f"people.{name}", _(title), columns, **self._options)
        made.said.connect(self._desk.messages.tell)
        if name == "relatives":
            made.table.opened.connect(lambda key: self._go_to_relative(made, key))
        self._editors[name] = made
        return made

    def _go_to_relative(self, editor: PartsEditor, key: UUID) -> None:
        part = editor.model.line_at(editor.model.row_of(key))
        if isinstance(part, Relative) and part.relative_id is not None:
            self.go.emit("people", part.relative_id)

    def _fill(self, at: int) -> None:
        if self.person_id is None or at < 0:
            return
        section, person_id = SECTIONS[at], self.person_id
        if section.name == "identity":
            self._fill_identity(person_id)
        elif section.name == "declarations":
            self.declarations.show_person(person_id, self._declarations_of(person_id))
        elif section.name == "cases":
            self.cases.show_person(person_id)
        for name in section.parts:
            self._editors[name].show_parts(self._parts_of(person_id, name))
        if section.name == "passports":
            self.zone.show_person(person_id)

    def _fill_identity(self, person_id: UUID) -> None:
        office = self._desk.office
        self.identity.show_record(
            f"person:{person_id}",
            lambda: office.read(people.person, person_id),
            lambda version, name, value: office.write(
                people.set_field, person_id, version, name, value, today()
            ),
        )

    def _parts_of(self, person_id: UUID, name: str) -> PartsOf:
        office = self._desk.office
        return self._written(person_id, name, lambda: getattr(office.read(people.person, person_id), name))

    def _declarations_of(self, person_id: UUID) -> PartsOf:
        office = self._desk.office
        return self._written(person_id, "declarations", lambda: office.read(people.declarations, person_id))

    def _written(self, person_id: UUID, name: str, parts: Callable[[], Any]) -> PartsOf:
        office = self._desk.office

        def save(part: Part) -> Part:
            return office.write(people.save_part, person_id, name, part, today())

        def remove(part: Part) -> None:
            assert part.id is not None
            office.write(people.remove_part, name, part.id, part.version)

        return PartsOf(f"person:{person_id}", parts, save, remove)
