"""One person: who it is, and a section at a time of everything recorded."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.people import Person
from app.i18n import _
from app.services import people, people_list
from app.ui import theme
from app.ui.enquiries.conflict_panel import ConflictPanel
from app.ui.page import Desk
from app.ui.people import list_model
from app.ui.people.declarations import Declarations
from app.ui.people.duplicates import Duplicates
from app.ui.people.person_cases import PersonCases
from app.ui.people.section_parts import Identity, PartsSection
from app.ui.people.sections import NAMES, SECTIONS, Section
from app.ui.widgets.plain import ElidedLabel, button, icon_button, line
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.section_list import SectionList

SECTIONS_WIDTH = 158
AnyPart = Identity | PartsSection | Declarations | ConflictPanel | Duplicates | PersonCases


class PersonPanel(QWidget):
    """Shows one person. Each section is built when first shown, and filled whenever it is shown."""

    go = Signal(str, object)
    archiving = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.person_id: UUID | None = None
        self._person: Person = Person()
        self._parts: dict[str, AnyPart] = {}
        self.name = ElidedLabel(tone="title")
        self.name.setObjectName("people.name")
        self.about = ElidedLabel(tone="muted")
        self.archive_button = button(_("Archive"), icon="archive", name="people.archive")
        self.history_button = icon_button("history", _("History of this person"), name="people.history")
        titles = [_(section.title) for section in SECTIONS]
        self.sections = SectionList("people.sections", titles, SECTIONS_WIDTH)
        self.stack = QStackedWidget()
        self._assemble()
        self.sections.currentRowChanged.connect(self._show_section)
        self.archive_button.clicked.connect(self.archiving)
        self.history_button.clicked.connect(lambda: self.go.emit("history", self.person_id))

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

    def show_person(self, person_id: UUID) -> None:
        """Show another person, in the section that is in view."""
        if person_id != self.person_id:
            self.leave()
            self.person_id = person_id
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
        self._fill(NAMES[self.sections.currentRow()])

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        for part in self._parts.values():
            part.leave()

    def show_zone(self) -> None:
        """Show the passports with the box for a machine-readable zone."""
        self.sections.setCurrentRow(NAMES.index("passports"))
        passports = self.part("passports")
        if isinstance(passports, PartsSection) and passports.zone is not None:
            passports.zone.begin()

    def archive(self, *, is_back: bool) -> None:
        """Archive the person in view, or bring them back."""
        key, office = self.person_id, self._desk.office
        if key is None:
            return
        operation = people.bring_back if is_back else people.archive
        told = _("Brought back.") if is_back else _("Archived.")

        def work() -> None:
            office.write(operation, key, self._person.version)
            self._desk.messages.tell(told, _("Undo"), office.undo)

        office.attempt(work)

    def part(self, name: str) -> AnyPart:
        """Return what stands in the section ``name``, built if this is the first time."""
        if name not in self._parts:
            self._parts[name] = self._made(SECTIONS[NAMES.index(name)])
            self.stack.addWidget(scrolled(self._parts[name]))
        return self._parts[name]

    def _made(self, section: Section) -> AnyPart:
        if section.name == "identity":
            return Identity(self._desk)
        if section.name == "cases":
            return self._made_cases()
        if section.name in ("conflicts", "duplicates"):
            return self._made_search(section.name)
        part = (
            Declarations(self._desk) if section.name == "declarations" else PartsSection(self._desk, section)
        )
        part.said.connect(self._desk.messages.tell)
        if isinstance(part, PartsSection):
            part.going.connect(lambda key: self.go.emit("people", key))
        return part

    def _made_search(self, name: str) -> ConflictPanel | Duplicates:
        is_check = name == "conflicts"
        made = ConflictPanel(self._desk, "people.conflicts") if is_check else Duplicates(self._desk)
        made.going.connect(lambda key: self.go.emit("people", key))
        return made

    def _made_cases(self) -> PersonCases:
        cases = PersonCases(self._desk)
        cases.opened.connect(lambda key: self.go.emit("case", key))
        cases.wanted.connect(lambda: self.go.emit("cases", self.person_id))
        return cases

    def _show_section(self, at: int) -> None:
        self.leave()
        self._fill(NAMES[at])

    def _fill(self, name: str) -> None:
        if self.person_id is not None:
            self.part(name).show_person(self.person_id)
            self.stack.setCurrentIndex(list(self._parts).index(name))
