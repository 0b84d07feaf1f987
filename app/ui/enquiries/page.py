"""The page of enquiries: the list, and one enquiry or a new one beside it."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.enquiries import EnquiryState
from app.i18n import N_, _
from app.services import enquiries
from app.services.enquiries import EnquiryLine
from app.ui import theme
from app.ui.actions import Action
from app.ui.enquiries.list_model import COLUMNS, FIRST_TO_GO
from app.ui.enquiries.new_enquiry import NewEnquiry
from app.ui.enquiries.panel import EnquiryPanel
from app.ui.office import Changes
from app.ui.page import Desk, Page
from app.ui.widgets.editor import Combo
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.plain import LineEdit, PlainLabel, button, line
from app.ui.widgets.table_model import TableModel
from app.ui.widgets.table_view import TableView

SEARCH_MS = 150
LIST_WIDTH, DETAILS_WIDTH = 470, 602
TABLES = ("enquiry", "conflict_check", "person", "person_name", "case_file")


class EnquiriesPage(Page):
    """``show_what`` takes an enquiry's key."""

    name = "enquiries"
    title = N_("Enquiries")
    icon = "phone"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model: TableModel[EnquiryLine] = TableModel(
            COLUMNS, lambda keys: desk.office.read(enquiries.lines, keys), lambda line: line.id, self
        )
        self.table = TableView(self.model, "enquiries.table", _("Enquiries"), desk.settings)
        self.search_box = LineEdit()
        self.state = Combo("enquiries.state")
        self.add_button = button(_("New enquiry"), icon="plus", kind="primary", name="enquiries.add")
        self.none = EmptyState("phone", "", label=_("New enquiry"), name="enquiries.none.add")
        self.nothing = EmptyState("phone", _("No enquiry chosen"), _("Choose one in the list, or take one."))
        self.panel = EnquiryPanel(desk)
        self.new = NewEnquiry(desk)
        self.lists = QStackedWidget()
        self.details = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._set_up()
        self._assemble()
        self._connect()
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.refresh(None, None)

    def _set_up(self) -> None:
        self.search_box.setObjectName("enquiries.search")
        self.search_box.setAccessibleName(_("Search enquiries"))
        self.search_box.setPlaceholderText(_("Name in any script"))
        self.search_box.setClearButtonEnabled(True)
        self.search_box.addAction(theme.icon("search"), LineEdit.ActionPosition.LeadingPosition)
        self.state.setAccessibleName(_("State"))
        self.state.setAccessibleDescription(_("State"))
        self.state.addItem(_("All states"), "")
        for state in EnquiryState:
            self.state.addItem(_(state.label), state.value)
        Fitting(self.table, FIRST_TO_GO)
        for listed in (self.table, self.none):
            self.lists.addWidget(listed)
        for part in (self.nothing, self.panel, self.new):
            self.details.addWidget(part)

    def _assemble(self) -> None:
        splitter = QSplitter()
        splitter.setObjectName("enquiries.splitter")
        splitter.addWidget(self._left())
        splitter.addWidget(self.details)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([LIST_WIDTH, DETAILS_WIDTH])
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("surface", "true")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(PlainLabel(_("Enquiries"), "title", wraps=False), 1)
        head.addWidget(self.add_button)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self.search_box, 1)
        bar.addWidget(self.state)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(line())
        column.addWidget(self.lists, 1)
        return left

    def _connect(self) -> None:
        self.model.sorted_by.connect(lambda _key, _down: self._show_keys())
        self.search_box.textChanged.connect(lambda _text: self._timer.start())
        self._timer.timeout.connect(self._show_keys)
        self.state.activated.connect(lambda _at: self._show_keys())
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _key: self.panel.form.form.focus())
        self.add_button.clicked.connect(self.begin_new)
        self.none.on_press(self.begin_new)
        self.new.taken.connect(self._show_taken)
        self.new.cancelled.connect(self._show_chosen)
        self.panel.opening_person.connect(lambda key: self.go.emit("people", key))
        self.panel.opening_case.connect(lambda key: self.go.emit("case", key))
        self.panel.wanting_case.connect(lambda key: self.go.emit("cases", key))

    def show_what(self, what: object) -> None:
        """Show the enquiry with this key."""
        if isinstance(what, UUID) and not self.table.choose(what):
            self._choose(what)

    def shown(self) -> None:
        """Put the focus into the list, or where a new enquiry is typed."""
        if self.details.currentWidget() is not self.new:
            (self.table if self.model.rowCount() else self.search_box).setFocus()

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Follow what changed: the list, and the enquiry in view."""
        if changes is not None and not any(table in TABLES for table, _key in changes.rows):
            return
        self._show_keys()
        if self._has_enquiry() and by is not self.panel.form:
            self._show_enquiry(self.table.current_key())

    def search(self) -> None:
        """Go to the search box."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done with enquiries."""
        has = self._has_enquiry
        return (
            Action("enquiries.add", N_("New enquiry"), self.begin_new, "Ctrl+N", "plus"),
            Action("enquiries.case", N_("Open a case"), self.panel.open_case, "", "briefcase", has),
            Action("enquiries.person", N_("Open the person"), self.panel.open_person, "", "users", has),
            Action(
                "enquiries.conflict",
                N_("Search conflicts again"),
                self.panel.conflict.look,
                "",
                "search",
                has,
            ),
        )

    def can_leave(self) -> bool:
        """Save, or keep as drafts, what was typed."""
        self.panel.leave()
        self.new.leave()
        return True

    def begin_new(self) -> None:
        """Show the form of a new enquiry."""
        self.can_leave()
        self.details.setCurrentWidget(self.new)
        self.new.begin()

    def _has_enquiry(self) -> bool:
        return self.details.currentWidget() is self.panel

    def _show_keys(self) -> None:
        sort, descending = self.table.sorting()
        state = self.state.currentData()
        keys = self.desk.office.read(
            enquiries.ids,
            sort=sort,
            descending=descending,
            state=EnquiryState(state) if state else None,
            typed=self.search_box.text(),
        )
        self.model.show_keys(keys)
        self.lists.setCurrentWidget(self.table if keys else self.none)
        if not keys and (state or self.search_box.text().strip()):
            self.none.say(
                _("Nothing found"), _("No enquiry fits what is typed and chosen above."), with_button=False
            )
        elif not keys:
            self.none.say(_("No enquiries yet"), _("Note who calls and what they want; a case can follow."))

    def _choose(self, key: UUID | None) -> None:
        if key is not None:
            self.can_leave()
            self._show_enquiry(key)
        elif self._has_enquiry():
            self.panel.leave()
            self.details.setCurrentWidget(self.nothing)

    def _show_enquiry(self, key: UUID | None) -> None:
        if key is not None:
            self.panel.show_enquiry(key)
            self.details.setCurrentWidget(self.panel)

    def _show_taken(self, key: UUID) -> None:
        self.search_box.clear()
        self.state.setCurrentIndex(0)
        self._show_keys()
        self.show_what(key)
        self._show_enquiry(key)

    def _show_chosen(self) -> None:
        key = self.table.current_key()
        if key is None:
            self.details.setCurrentWidget(self.nothing)
        self._show_enquiry(key)
        self.shown()
