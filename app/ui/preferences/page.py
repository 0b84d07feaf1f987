"""The page of preferences: the firm's, which all share, and this user's on this computer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.i18n import N_, _
from app.ui.actions import Action
from app.ui.office import Changes
from app.ui.page import Desk, Page
from app.ui.preferences.absences import AbsencesSection
from app.ui.preferences.access import AccessSection
from app.ui.preferences.backup import BackupSection
from app.ui.preferences.computer import ComputerSection
from app.ui.preferences.firm import FirmSection
from app.ui.preferences.offices import OfficesSection
from app.ui.preferences.users import UsersSection
from app.ui.preferences.wordings import WordingsSection
from app.ui.preferences.workdays import WorkdaysSection
from app.ui.widgets.plain import PlainLabel, line
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.section_list import SectionList

AnySection = (
    FirmSection
    | OfficesSection
    | UsersSection
    | AbsencesSection
    | WorkdaysSection
    | WordingsSection
    | ComputerSection
    | BackupSection
    | AccessSection
)
SECTIONS_WIDTH = 190
TITLES = {
    "firm": N_("Firm"),
    "offices": N_("Offices"),
    "users": N_("Who works here"),
    "absences": N_("Absences"),
    "workdays": N_("China's working days"),
    "wordings": N_("Agreement and authority"),
    "computer": N_("This computer"),
    "backup": N_("Backup"),
    "access": N_("Passphrase and keys"),
}


class PreferencesPage(Page):
    """``show_what`` takes the name of a section, such as "backup"."""

    name = "preferences"
    title = N_("Preferences")
    icon = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.firm = FirmSection(desk)
        self.offices = OfficesSection(desk)
        self.users = UsersSection(desk)
        self.absences = AbsencesSection(desk)
        self.workdays = WorkdaysSection(desk)
        self.wordings = WordingsSection(desk)
        self.computer = ComputerSection(desk)
        self.backup = BackupSection(desk)
        self.access = AccessSection(desk)
        self.parts: tuple[AnySection, ...] = (
            self.firm, self.offices, self.users, self.absences, self.workdays, self.wordings,
            self.computer, self.backup, self.access,
        )  # fmt: skip
        titles = [_(title) for title in TITLES.values()]
        self.sections = SectionList("preferences.sections", titles, SECTIONS_WIDTH)
        self.stack = QStackedWidget()
        self._assemble()
        self.sections.currentRowChanged.connect(self._show_section)
        self.refresh(None, None)

    def _assemble(self) -> None:
        for part in self.parts:
            self.stack.addWidget(scrolled(part))
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 10)
        head.addWidget(PlainLabel(_("Preferences"), "title"))
        body = QHBoxLayout()
        body.setContentsMargins(7, 8, 0, 0)  # the names stand below the title
        body.setSpacing(0)
        body.addWidget(self.sections)
        body.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addLayout(body, 1)

    def place(self) -> object:
        """Return the name of the section in view."""
        return list(TITLES)[self.sections.currentRow()]

    def show_what(self, what: object) -> None:
        """Show a section."""
        if what in TITLES:
            self.sections.setCurrentRow(list(TITLES).index(str(what)))

    def shown(self) -> None:
        """Put the focus into the list of sections."""
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Show what is in view as it is now."""
        self.parts[self.sections.currentRow()].refresh()

    def can_leave(self) -> bool:
        """Save what was typed."""
        for part in self.parts:
            part.leave()
        return True

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        return (Action("casebook.backup", N_("Back up now"), self.backup.back_up, "", "save"),)

    def _show_section(self, at: int) -> None:
        self.can_leave()
        self.stack.setCurrentIndex(at)
        self.parts[at].refresh()
