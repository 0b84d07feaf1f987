"""The page of persons: search, list, and one person or a new one beside it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.services import people, people_list
from app.services.people_list import PersonLine
from app.ui import menus, theme
from app.ui.actions import Action, by_id
from app.ui.office import Changes
from app.ui.page import Desk, Page
from app.ui.people import list_model
from app.ui.people.new_person import NewPerson
from app.ui.people.panel import PersonPanel
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import LineEdit, PlainLabel, button, line
from app.ui.widgets.table_view import TableView

SEARCH_MS = 150
FEW = 5  # with fewer hits, misspellings are looked for too
LIST_WIDTH, PANEL_WIDTH = 500, 572
_ONLY_THERE = Qt.ShortcutContext.WidgetShortcut
CONTEXT_MENU = ("people.open_case", "people.mrz", "", "people.archive")


class PeoplePage(Page):
    """Live search at the top left; the record at the right follows the row chosen."""

    name = "people"
    title = N_("Persons")
    icon = "users"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked = 0
        self._typed = ""
        self._is_fresh = False
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self.search_box = LineEdit()
        self.archived = QCheckBox(_("Archived"))
        self.add_button = button(_("New person"), kind="primary", icon="plus", name="people.add")
        self.model = list_model.model(desk.office)
        self.table = TableView(self.model, "people.table", _("Persons"), desk.settings)
        self.none = EmptyState("users", "", label=_("New person"), name="people.none.add")
        self.lists = QStackedWidget()
        self.panel = PersonPanel(desk)
        self.new = NewPerson(desk)
        self.nobody = EmptyState("users", _("Nobody chosen"), _("Choose a person in the list, or add one."))
        self.details = QStackedWidget()
        self._set_up()
        self._assemble()
        self._connect()
        self.reload()

    def _set_up(self) -> None:
        self.search_box.setObjectName("people.search")
        self.search_box.setAccessibleName(_("Search persons"))
        self.search_box.setPlaceholderText(_("Name in any script, date of birth, passport number"))
        self.search_box.setClearButtonEnabled(True)
        self.search_box.addAction(theme.icon("search"), LineEdit.ActionPosition.LeadingPosition)
        self.archived.setObjectName("people.archived")
        self.archived.setAccessibleName(_("Show archived persons"))
        Fitting(self.table, ("nationality", "passport", "birth_date", "native_name"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for listed in (self.table, self.none):
            self.lists.addWidget(listed)
        for detail in (self.nobody, self.panel, self.new):
            self.details.addWidget(detail)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_(self.title), "title", wraps=False), 1)
        head.addWidget(self.archived)
        head.addWidget(self.add_button)
        left = QWidget()
        left.setProperty("surface", "true")
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 14, 0, 0)
        column.setSpacing(10)
        head.setContentsMargins(0, 0, 16, 0)
        search = QHBoxLayout()
        search.setContentsMargins(0, 0, 16, 0)
        search.addWidget(self.search_box)
        column.addLayout(head)
        column.addLayout(search)
        column.addWidget(line())
        column.addWidget(self.lists, 1)
        splitter = QSplitter()
        splitter.setObjectName("people.splitter")
        splitter.addWidget(left)
        splitter.addWidget(self.details)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([LIST_WIDTH, PANEL_WIDTH])
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.search_box.textChanged.connect(self._timer.start)
        self.search_box.returnPressed.connect(self._enter_list)
        QShortcut(QKeySequence(Qt.Key.Key_Down), self.search_box, self._enter_list, context=_ONLY_THERE)
        self._timer.timeout.connect(self.reload)
        self.archived.toggled.connect(self.reload)
        self.model.sorted_by.connect(lambda sort, descending: self.reload())
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda key: self.panel.sections.setFocus())
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.add_button.clicked.connect(self.begin_new)
        self.none.on_press(self.begin_new)
        self.panel.archiving.connect(self.archive)
        self.panel.go.connect(self.go)
        self.new.added.connect(self._show_added)
        self.new.found.connect(self.show_what)
        self.new.cancelled.connect(self._show_chosen)

    def reload(self) -> None:
        """Fetch in a job who is in the list; the row chosen stays chosen."""
        self._asked += 1
        asked, typed = self._asked, self.search_box.text()
        sort, descending = self.table.sorting()
        office, archived = self.desk.office, self.archived.isChecked()
        self.desk.jobs.start(
            lambda step: office.read(
                people_list.ids, sort=sort, descending=descending, typed=typed, archived=archived
            ),
            done=lambda keys: self._show_keys(asked, typed, keys),
        )

    def _show_keys(self, asked: int, typed: str, keys: Any) -> None:
        if asked != self._asked:
            return
        self.model.show_keys(keys)
        if self._is_fresh and not typed:  # the list came after the page was shown
            self._is_fresh = False
            self._focus()
        self._typed = typed
        self._show_none(len(keys))
        if typed.strip() and len(keys) < FEW:
            office = self.desk.office
            self.desk.jobs.start(
                lambda step: office.read(people_list.nearly, typed),
                done=lambda nearly: self._show_nearly(asked, keys, nearly),
            )

    def _show_nearly(self, asked: int, keys: Any, nearly: Any) -> None:
        more = [key for key in nearly if key not in set(keys)]
        if asked == self._asked and more:
            self.model.show_keys([*keys, *more])
            self._show_none(len(keys) + len(more))

    def _show_none(self, count: int) -> None:
        self.lists.setCurrentWidget(self.table if count else self.none)
        if count:
            return
        if self._typed.strip():
            text = _("No name, date or passport number is like “{typed}”.").format(typed=self._typed)
            self.none.say(_("Nobody found"), text, with_button=False)
        elif self.archived.isChecked():
            self.none.say(_("Nobody is archived"), with_button=False)
        else:
            self.none.say(_("No persons yet"), _("Record the first one, or import them on the command line."))

    def shown(self) -> None:
        """Put the focus into the list, or into the search box while there is no list."""
        self._is_fresh = True
        self._focus()

    def _focus(self) -> None:
        (self.table if self.model.rowCount() else self.search_box).setFocus()

    def show_what(self, what: object) -> None:
        """Show a person by key."""
        if not isinstance(what, UUID):
            return
        found = self.desk.office.read(people_list.line_of, what)
        if found is not None and not self.table.choose(found.seq):
            self._show_person(what)

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Follow what changed: the list where a person did, the record where it is the one in view."""
        if changes is None or any(table.startswith("person") for table, _key in changes.rows):
            self.reload()
        key = self.panel.person_id
        if self.details.currentWidget() is self.panel and (changes is None or key in changes.about):
            self.panel.refresh()

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done with persons."""
        return (
            Action("people.add", N_("New person"), self.begin_new, "Ctrl+N", "plus"),
            Action("people.open_case", N_("Open a case"), self._open_case, "", "briefcase", self._has_person),
            Action(
                "people.mrz",
                N_("Read a passport's zone"),
                self.panel.show_zone,
                "",
                "scan-text",
                self._has_person,
            ),
            Action(
                "people.archive", N_("Archive or bring back"), self.archive, "", "archive", self._has_person
            ),
        )

    def search(self) -> None:
        """Put the focus into the search box."""
        self.search_box.setFocus()
        self.search_box.selectAll()

    def can_leave(self) -> bool:
        """Save, or keep as drafts, what was typed."""
        self.panel.leave()
        self.new.leave()
        return True

    def begin_new(self) -> None:
        """Show the form for a new person."""
        self.panel.leave()
        self.details.setCurrentWidget(self.new)
        self.new.begin()

    def archive(self) -> None:
        """Archive the person in view, or bring them back."""
        key, version, office = self.panel.person_id, self.panel.version, self.desk.office
        if key is None:
            return
        is_back = self.archived.isChecked()
        operation = people.bring_back if is_back else people.archive
        told = _("Brought back.") if is_back else _("Archived.")

        def work() -> None:
            office.write(operation, key, version)
            self.desk.messages.tell(told, _("Undo"), office.undo)

        office.attempt(work)

    def _has_person(self) -> bool:
        return self.details.currentWidget() is self.panel

    def _open_case(self) -> None:
        self.go.emit("cases", self.panel.person_id)

    def _enter_list(self) -> None:
        self.table.setFocus()
        self.table.choose_first()

    def _choose(self, seq: int | None) -> None:
        found: PersonLine | None = self.model.line_at(self.model.row_of(seq))
        if found is not None:
            self._show_person(found.id)
        elif self.details.currentWidget() is self.panel:
            self.panel.leave()
            self.details.setCurrentWidget(self.nobody)

    def _show_person(self, person_id: UUID) -> None:
        self.new.leave()
        self.panel.offer_to_bring_back(self.archived.isChecked())
        self.panel.show_person(person_id)
        self.details.setCurrentWidget(self.panel)

    def _show_added(self, person_id: UUID) -> None:
        self.search_box.clear()
        self._timer.stop()
        self._show_person(person_id)
        found = self.desk.office.read(people_list.line_of, person_id)
        self.reload()
        if found is not None:
            self.table.choose(found.seq)

    def _show_chosen(self) -> None:
        self._choose(self.table.current_key())
        if self.table.current_key() is None:
            self.details.setCurrentWidget(self.nobody)
        self.shown()

    def _show_menu(self, place: Any) -> None:
        menus.built(self, CONTEXT_MENU, by_id(self.actions_here())).popup(self.table.menu_place(place))
