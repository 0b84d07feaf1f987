"""The list of persons with its live search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.query_fields import QueryField
from app.i18n import _
from app.services import people_list, people_search, query_offers, saved_searches
from app.services.case_search import Found
from app.services.saved_searches import SavedSearch
from app.settings import today
from app.ui.page import Desk
from app.ui.people import inline, list_model
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.inline_edit import InlineEdit
from app.ui.widgets.keep_search import KeepSearch
from app.ui.widgets.list_layout import ListLayout
from app.ui.widgets.plain import PlainLabel, button, icon_button, line
from app.ui.widgets.query_box import QueryBox
from app.ui.widgets.table_view import TableView

SEARCH_MS = 150
FEW = 5  # with fewer hits, misspellings are looked for too


class PeopleList(QWidget):
    """Tells whose row is chosen, and asks for a new person."""

    chosen = Signal(object)  # a person's key, None when the one chosen left the list
    opened = Signal()  # the person chosen is to be worked on
    wanted = Signal()  # a new person
    menu_wanted = Signal(QPoint)  # a place on the screen

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self._typed = ""
        self._expected: int | None = None  # the row to choose as soon as the list has it
        self._is_exact = False  # a saved search shows what it counts: nobody who is only like it
        self._is_fresh = False
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self.search_box = QueryBox("people.search", _("Search persons"), self._fields)
        self.keep = icon_button("bookmark", _("Keep this search"), name="people.keep")
        self.change = icon_button("pencil", _("Change the chosen rows"), name="people.change")
        self.columns = icon_button("columns-3", _("Columns"), name="people.columns")
        self.keeping = KeepSearch(desk, saved_searches.PEOPLE)
        self.archived = QCheckBox(_("Archived"))
        self.add_button = button(_("New person"), kind="primary", icon="plus", name="people.add")
        more = list_model.More(desk.office)
        self.model = list_model.model(more)
        self.table = TableView(self.model, "people.table", _("Persons"), desk.settings, several=True)
        self.inline = InlineEdit(desk, self.table, inline.editable(desk.office), "people.cell")
        self.none = EmptyState("users", "")
        self.lists = QStackedWidget()
        self._set_up()
        self.layout_kept = ListLayout(desk, self.table, self.columns)
        more.is_wanted = self.table.shows_extra
        self.layout_kept.chooser.changed.connect(self.model.show_anew)
        self._assemble()
        self._connect()

    def _set_up(self) -> None:
        self.setProperty("surface", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search_box.setPlaceholderText(_("Name in any script, date of birth, passport number"))
        self.archived.setObjectName("people.archived")
        self.archived.setAccessibleName(_("Show archived persons"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        Fitting(self.table, ("nationality", "passport", "birth_date", "native_name"))
        for listed in (self.table, self.none):
            self.lists.addWidget(listed)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(PlainLabel(_("Persons"), "title", wraps=False), 1)
        head.addWidget(self.archived)
        head.addWidget(self.add_button)
        box = QHBoxLayout()
        box.addWidget(self.search_box)
        box.addWidget(self.keep)
        box.addWidget(self.change)
        box.addWidget(self.columns)
        search = QVBoxLayout()
        search.setContentsMargins(16, 0, 16, 0)
        search.addLayout(box)
        search.addWidget(self.keeping)
        search.addWidget(self.search_box.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(search)
        column.addWidget(line())
        column.addWidget(self.lists, 1)

    def _connect(self) -> None:
        self.search_box.textChanged.connect(self._timer.start)
        self.search_box.textEdited.connect(self._edit)
        self.keep.clicked.connect(self.keep_search)
        self.keeping.left.connect(self.search_box.setFocus)
        self.search_box.returnPressed.connect(self._enter)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search_box, self._enter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)  # elsewhere it moves in the list
        self._timer.timeout.connect(self.reload)
        self.archived.toggled.connect(self.reload)
        self.model.sorted_by.connect(lambda sort, descending: self.reload())
        self.table.chosen.connect(self._tell_chosen)
        self.table.opened.connect(lambda seq: self.opened.emit())
        self.table.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(self.table.menu_place(place))
        )
        self.add_button.clicked.connect(self.wanted)

    def ask(self, typed: str, search: SavedSearch | None = None) -> None:
        """Show all that the search ``typed`` finds, and nothing but; laid out as the saved ``search`` is."""
        self.layout_kept.show_search(search)
        self._is_exact = True
        self.archived.setChecked(False)
        self.search_box.setText(typed)
        self._timer.stop()
        self.reload()

    def keep_search(self) -> None:
        """Ask for a name under which the search in view is kept."""
        typed, layout = self.search_box.text().strip(), self.layout_kept.text()
        self.keeping.begin(f"{typed} archived:yes".strip() if self.archived.isChecked() else typed, layout)

    def _fields(self) -> Sequence[QueryField]:
        return self._desk.office.read(query_offers.for_persons)

    def selected_persons(self) -> list[UUID]:
        """Return the keys of the persons whose rows are selected, in the order of the list."""
        return [each.id for each in self._desk.office.read(people_list.lines, self.table.selected_keys())]

    def _edit(self) -> None:
        self._is_exact = False

    def reload(self) -> None:
        """Fetch in a job who is in the list; the row chosen stays chosen."""
        self._asked += 1
        asked, typed, day = self._asked, self.search_box.text(), today()
        sort, descending = self.table.sorting()
        office, archived = self._desk.office, self.archived.isChecked()
        self._desk.jobs.start(
            lambda step: office.read(
                people_search.find, typed, today=day, sort=sort, descending=descending, archived=archived
            ),
            done=lambda found: self._show_found(asked, typed, found),
        )

    def _show_found(self, asked: int, typed: str, found: Found) -> None:
        if asked != self._asked:
            return
        keys = found.keys
        self.search_box.show_notes(found.notes)
        self.model.show_keys(keys)
        if self._expected is not None:
            self.table.choose(self._expected)
        self._typed = typed
        self._show_none(len(keys))
        if self._is_fresh and not typed:  # the list came after the page was shown
            self.take_focus()
        words = people_search.words_of(typed, today())
        if words and len(keys) < FEW and not self._is_exact:
            office = self._desk.office
            self._desk.jobs.start(
                lambda step: office.read(people_list.nearly, words),
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
            self.none.say(
                _("No persons yet"), _("Record the first, bring a list along, or look at the demo.")
            )

    def take_focus(self) -> None:
        """Put the focus into the list; into the search box while there is nobody in it."""
        self._is_fresh = self.model.rowCount() == 0
        (self.search_box if self._is_fresh else self.table).setFocus()

    def go_to_search(self) -> None:
        """Put the focus into the search box."""
        self.search_box.setFocus()
        self.search_box.selectAll()

    def choose(self, person_id: UUID) -> bool:
        """Choose a person's row, or as soon as the list has it; say whether they are in the list now."""
        found = self._desk.office.read(people_list.line_of, person_id)
        self._expected = found.seq if found is not None and not self.table.choose(found.seq) else None
        return found is not None and self._expected is None

    def chosen_person(self) -> UUID | None:
        """Return the key of the person chosen."""
        found = self.model.line_at(self.table.currentIndex().row())
        return found.id if found else None

    def forget_search(self) -> None:
        """Empty the search box and show everybody."""
        self.search_box.clear()
        self._timer.stop()
        self.reload()

    def _enter(self) -> None:
        self.table.setFocus()
        self.table.choose_first()

    def _tell_chosen(self, seq: int | None) -> None:
        if seq is not None:
            self._expected = None
        found = self.model.line_at(self.model.row_of(seq))
        self.chosen.emit(found.id if found else None)
