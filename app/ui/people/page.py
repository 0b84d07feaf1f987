"""The page of persons: the list, and one person or a new one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from app.i18n import N_, _
from app.services import people_labels
from app.services.bulk_edits import FIELDS, LABELS
from app.services.saved_searches import SavedSearch
from app.ui import beginning, menus
from app.ui.actions import Action, by_id
from app.ui.bulk.panel import Bulk, BulkPanel
from app.ui.office import Changes
from app.ui.page import NEW, Desk, Page
from app.ui.people.people_list import PeopleList
from app.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from app.ui.people.new_person import NewPerson
    from app.ui.people.panel import PersonPanel

LIST_WIDTH, DETAILS_WIDTH = 500, 572
BULK = Bulk("people", {LABELS: FIELDS[LABELS]}, people_labels.preview, people_labels.apply)
CONTEXT_MENU = ("people.open_case", "people.mrz", "", "people.archive")


class PeoplePage(Page):
    """The record at the right follows the row chosen at the left."""

    name = "people"
    title = N_("Persons")
    icon = "users"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._panel: PersonPanel | None = None
        self._new: NewPerson | None = None
        self._bulk: BulkPanel | None = None
        self.list = PeopleList(desk)
        self.nobody = EmptyState("users", _("Nobody chosen"), _("Choose a person in the list, or add one."))
        self.details = QStackedWidget()
        self.details.addWidget(self.nobody)
        self._assemble()
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda: self.panel.sections.setFocus())
        self.list.wanted.connect(self.begin_new)
        self.list.change.clicked.connect(self.begin_bulk)
        beginning.offer(desk, self.list.none, "people.none", self.go.emit)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.reload()

    def _assemble(self) -> None:
        splitter = QSplitter()
        splitter.setObjectName("people.splitter")
        splitter.addWidget(self.list)
        splitter.addWidget(self.details)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([LIST_WIDTH, DETAILS_WIDTH])
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    @property
    def panel(self) -> PersonPanel:
        """One person's record, built when the first one is looked at."""
        if self._panel is None:
            self._panel = self.desk.load("app.ui.people.panel.PersonPanel")(self.desk)
            self._panel.archiving.connect(self.archive)
            self._panel.go.connect(self.go)
            self.details.addWidget(self._panel)
        return self._panel

    @property
    def new(self) -> NewPerson:
        """The form for a new person, built when first wanted."""
        if self._new is None:
            self._new = self.desk.load("app.ui.people.new_person.NewPerson")(self.desk)
            self._new.added.connect(self._show_added)
            self._new.found.connect(self.show_what)
            self._new.cancelled.connect(self._show_chosen)
            self.details.addWidget(self._new)
        return self._new

    def begin_bulk(self) -> None:
        """Show, in place of the record, the panel that labels the chosen persons."""
        keys = self.list.selected_persons()
        if not keys:
            self.desk.messages.tell(
                _("Choose the rows first: Shift or Ctrl with the arrows, Ctrl+A for all.")
            )
            return
        self.can_leave()
        self.bulk.begin(keys)
        self.details.setCurrentWidget(self.bulk)

    @property
    def bulk(self) -> BulkPanel:
        """The panel that labels several persons, built when first wanted."""
        if self._bulk is None:
            self._bulk = BulkPanel(self.desk, BULK)
            self._bulk.left.connect(self._show_chosen)
            self.details.addWidget(self._bulk)
        return self._bulk

    def shown(self) -> None:
        """Put the focus into the list, or into the form of a new person."""
        if self._new is not None and self.details.currentWidget() is self._new:
            self._new.form.focus()
        else:
            self.list.take_focus()

    def show_what(self, what: object) -> None:
        """Show a person by key, what a search finds, or with ``NEW`` the form for a new person."""
        if what == NEW:
            self.begin_new()
        elif isinstance(what, SavedSearch):
            self.list.ask(what.typed, what)
        elif isinstance(what, UUID) and not self.list.choose(what):
            self._show_person(what)

    def place(self) -> object:
        """Return the person in view."""
        return self.panel.person_id if self._has_person() else None

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Follow what changed: the list where a person did, the record where it is the one in view."""
        if changes is None or any(table.startswith("person") for table, _key in changes.rows):
            self.list.reload()
        if self._has_person() and (changes is None or self.panel.person_id in changes.about):
            self.panel.refresh()

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done with persons."""
        has = self._has_person
        return (
            Action("people.add", N_("New person"), self.begin_new, "Ctrl+N", "plus"),
            Action("list.keep", N_("Keep this search"), self.list.keep_search, "Ctrl+Shift+S", "bookmark"),
            Action("list.columns", N_("Columns"), self.list.columns.click, "Ctrl+Shift+K", "columns-3"),
            Action("list.cell", N_("Edit the cell"), self.list.inline.begin, "F2", "pencil"),
            Action("list.change", N_("Change the chosen rows"), self.begin_bulk, "Ctrl+E", "pencil"),
            Action("people.open_case", N_("Open a case"), self._open_case, "", "briefcase", has),
            Action("people.mrz", N_("Read a passport's zone"), self._show_zone, "", "scan-text", has),
            Action("people.archive", N_("Archive or bring back"), self.archive, "", "archive", has),
        )

    def search(self) -> None:
        """Put the focus into the search box."""
        self.list.go_to_search()

    def can_leave(self) -> bool:
        """Save, or keep as drafts, what was typed."""
        self.list.inline.leave()
        for part in (self._panel, self._new):
            if part is not None:
                part.leave()
        return True

    def begin_new(self) -> None:
        """Show the form for a new person."""
        self.can_leave()
        self.details.setCurrentWidget(self.new)
        self.new.begin()

    def archive(self) -> None:
        """Archive the person in view, or bring them back."""
        if self._has_person():
            self.panel.archive(is_back=self.list.archived.isChecked())

    def _has_person(self) -> bool:
        return self._panel is not None and self.details.currentWidget() is self._panel

    def _open_case(self) -> None:
        self.go.emit("cases", self.panel.person_id)

    def _show_zone(self) -> None:
        self.panel.show_zone()

    def _choose(self, person_id: UUID | None) -> None:
        if person_id is not None:
            self._show_person(person_id)
        elif self._has_person():
            self.panel.leave()
            self.details.setCurrentWidget(self.nobody)

    def _show_person(self, person_id: UUID) -> None:
        self.can_leave()
        self.panel.offer_to_bring_back(self.list.archived.isChecked())
        self.panel.show_person(person_id)
        self.details.setCurrentWidget(self.panel)

    def _show_added(self, person_id: UUID) -> None:
        self._show_person(person_id)
        self.list.forget_search()
        self.list.choose(person_id)

    def _show_chosen(self) -> None:
        chosen = self.list.chosen_person()
        if chosen is None:
            self.details.setCurrentWidget(self.nobody)
        else:
            self._show_person(chosen)
        self.shown()

    def _show_menu(self, place: QPoint) -> None:
        menus.built(self, CONTEXT_MENU, by_id(self.actions_here())).popup(place)
