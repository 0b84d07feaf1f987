"""The page of cases: a list that can be searched, filtered and sorted, and a panel to open a case."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.cases import Stage
from app.domain.query_fields import QueryField
from app.i18n import N_, _, plural
from app.services import case_list, case_search, query_offers, saved_searches
from app.services.case_list import CaseLine
from app.services.saved_searches import SavedSearch
from app.settings import today
from app.ui.actions import Action
from app.ui.bulk.panel import BulkPanel
from app.ui.cases import inline
from app.ui.cases.bulk import BULK
from app.ui.cases.list_model import COLUMNS, FIRST_TO_GO, PROGRESS
from app.ui.cases.open_case import OpenCase
from app.ui.office import Changes
from app.ui.page import NEW, Desk, Page
from app.ui.widgets.deputy_note import DeputyNote
from app.ui.widgets.editor import Combo
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.inline_edit import InlineEdit
from app.ui.widgets.keep_search import KeepSearch
from app.ui.widgets.list_layout import ListLayout
from app.ui.widgets.plain import PlainLabel, button, icon_button
from app.ui.widgets.progress_delegate import ProgressDelegate
from app.ui.widgets.query_box import QueryBox
from app.ui.widgets.table_model import TableModel
from app.ui.widgets.table_view import TableView

SEARCH_MS = 150
BULK_WIDTH = 470


class CasesPage(Page):
    """Enter or a double click opens a case.

    ``show_what`` takes a person for whom to open a new one, a saved search, or the text of one.
    """

    name = "cases"
    title = N_("Cases")
    icon = "briefcase-business"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model: TableModel[CaseLine] = TableModel(
            COLUMNS, lambda keys: desk.office.read(case_list.lines, keys), lambda line: line.id, self
        )
        self.table = TableView(self.model, "cases.table", _("Cases"), desk.settings, several=True)
        self.search_box = QueryBox("cases.search", _("Search cases"), self._fields)
        self.stage = Combo("cases.stage")
        self.mine = QCheckBox(_("Only mine"))
        self.keep = icon_button("bookmark", _("Keep this search"), name="cases.keep")
        self.change = icon_button("pencil", _("Change the chosen rows"), name="cases.change")
        self.columns = icon_button("columns-3", _("Columns"), name="cases.columns")
        self.layout_kept = ListLayout(desk, self.table, self.columns)
        self.inline = InlineEdit(desk, self.table, inline.editable(desk.office), "cases.cell")
        self.keeping = KeepSearch(desk, saved_searches.CASES)
        self.hand_over = icon_button("users", _("Hand over cases"), name="cases.hand_over")
        self.add = button(_("Open a case"), icon="plus", kind="primary", name="cases.open")
        self.count = PlainLabel(tone="muted", wraps=False)
        self.deputy = DeputyNote(desk)
        self.panel = OpenCase(desk)
        self.bulk = BulkPanel(desk, BULK)
        self.nothing = EmptyState(
            "briefcase-business", _("No cases yet"), label=_("Open a case"), name="cases.open_first"
        )
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._name_widgets()
        self._assemble()
        self._connect()
        self.refresh(None, None)

    def _name_widgets(self) -> None:
        self.search_box.setPlaceholderText(_("Case number or client, or stage:collecting due:<7d owner:me"))
        self.stage.setAccessibleName(_("Stage"))
        self.stage.setAccessibleDescription(_("Stage"))
        self.stage.setMinimumContentsLength(22)
        self.mine.setObjectName("cases.mine")

    def _bars(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setSpacing(10)
        for part in (PlainLabel(_("Cases"), "title", wraps=False), self.count):
            bar.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        bar.addStretch()
        bar.addWidget(self.add)
        asked = QHBoxLayout()
        asked.setSpacing(10)
        asked.addWidget(self.search_box, 1)
        for field in (self.keep, self.change, self.columns, self.hand_over, self.stage, self.mine):
            asked.addWidget(field)
        return _padded(bar, asked, self.keeping, self.search_box.note, self.deputy)

    def _assemble(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.stack, 1)
        below.addWidget(self.panel)
        self.bulk.setMaximumWidth(BULK_WIDTH)
        below.addWidget(self.bulk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bars())
        layout.addLayout(below, 1)
        progress = [column.id for column in COLUMNS].index(PROGRESS)
        self.table.setItemDelegateForColumn(progress, ProgressDelegate(self._share, self.table))
        Fitting(self.table, FIRST_TO_GO)
        self.panel.hide()

    def _connect(self) -> None:
        self.model.sorted_by.connect(lambda _key, _down: self._show_keys())
        self.search_box.textChanged.connect(lambda _text: self._timer.start())
        self._timer.timeout.connect(self._show_keys)
        self.stage.activated.connect(lambda _at: self._show_keys())
        self.mine.toggled.connect(lambda _on: self._show_keys())
        self.table.opened.connect(lambda key: self.go.emit("case", key))
        self.add.clicked.connect(self.begin)
        self.change.clicked.connect(self.begin_bulk)
        self.bulk.left.connect(self.table.setFocus)
        self.keep.clicked.connect(self.keep_search)
        self.keeping.left.connect(self.search_box.setFocus)
        self.nothing.on_press(self._press_nothing)
        self.panel.opened.connect(lambda key: self.go.emit("case", key))
        self.panel.left.connect(self.table.setFocus)
        self.hand_over.clicked.connect(self.go_hand_over)

    def show_what(self, what: object) -> None:
        """Begin a case, for the person ``what`` or with ``NEW``; or show what a search finds."""
        if isinstance(what, UUID):
            self.begin(what)
        elif what == NEW:
            self.begin()
        elif isinstance(what, SavedSearch):
            self.ask(what.typed, what)
        elif isinstance(what, str):
            self.ask(what)

    def ask(self, typed: str, search: SavedSearch | None = None) -> None:
        """Show all that the search ``typed`` finds, and nothing but; laid out as the saved ``search`` is."""
        self.layout_kept.show_search(search)
        self.stage.setCurrentIndex(0)
        self.mine.setChecked(False)
        self.search_box.setText(typed)
        self._timer.stop()
        self._show_keys()

    def asked(self) -> str:
        """Return the search in view as one text, the filters beside the box included."""
        stage = self.stage.currentData()
        terms = [f"stage:{stage}"] if stage else []
        terms += [f"owner:{query_offers.ME}"] if self.mine.isChecked() else []
        return " ".join([self.search_box.text().strip(), *terms]).strip()

    def begin_bulk(self) -> None:
        """Show the panel that changes the chosen rows; the row that is current where none is chosen."""
        keys = self.table.selected_keys() or [key for key in [self.table.current_key()] if key]
        if keys:
            self.panel.hide()
            self.bulk.begin(keys)
        else:
            self.desk.messages.tell(
                _("Choose the rows first: Shift or Ctrl with the arrows, Ctrl+A for all.")
            )

    def keep_search(self) -> None:
        """Ask for a name under which the search in view is kept."""
        self.keeping.begin(self.asked(), self.layout_kept.text())

    def _fields(self) -> Sequence[QueryField]:
        return self.desk.office.read(query_offers.for_cases)

    def begin(self, person_id: object = None) -> None:
        """Show the panel that opens a case, for a person if one is given."""
        self.bulk.hide()
        self.panel.begin(person_id if isinstance(person_id, UUID) else None)

    def shown(self) -> None:
        """Put the focus into the list, or where a new case is begun."""
        if not self.panel.isHidden():
            self.panel.focus()
        elif self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.nothing.button is not None:
            self.nothing.button.setFocus()

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Load the list anew; what changed may have moved a line."""
        self._show_stages()
        self._show_keys()

    def can_leave(self) -> bool:
        """Save what stands in a cell that is open."""
        self.inline.leave()
        return True

    def search(self) -> None:
        """Go to the search box."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        return (
            Action("cases.open", N_("Open a case"), self.begin, "Ctrl+N", "plus"),
            Action("list.keep", N_("Keep this search"), self.keep_search, "Ctrl+Shift+S", "bookmark"),
            Action("list.cell", N_("Edit the cell"), self.inline.begin, "F2", "pencil"),
            Action("list.columns", N_("Columns"), self.columns.click, "Ctrl+Shift+K", "columns-3"),
            Action("list.change", N_("Change the chosen rows"), self.begin_bulk, "Ctrl+E", "pencil"),
            Action("cases.hand_over", N_("Hand over cases…"), self.go_hand_over, "", "users"),
        )

    def go_hand_over(self) -> None:
        """Go to the page that hands cases over, with the rows that are chosen, where there are several."""
        keys = self.table.selected_keys()
        self.go.emit("reassign", tuple(keys) if len(keys) > 1 else None)

    def _show_stages(self) -> None:
        chosen = self.stage.currentData()
        counts = self.desk.office.read(case_list.stages)
        self.stage.clear()
        self.stage.addItem(_("All stages"), "")
        for stage in Stage:
            if stage in counts or stage.value == chosen:
                label = _("{stage} ({count})").format(stage=_(stage.label), count=counts.get(stage, 0))
                self.stage.addItem(label, stage.value)
        self.stage.setCurrentIndex(max(self.stage.findData(chosen), 0))

    def _show_keys(self) -> None:
        sort, descending = self.table.sorting()
        stage = self.stage.currentData()
        found = self.desk.office.read(
            case_search.find,
            self.search_box.text(),
            today=today(),
            user_id=self.desk.office.user[0],
            sort=sort,
            descending=descending,
            stage=Stage(stage) if stage else None,
            owners=self.deputy.owners(is_mine=self.mine.isChecked()),
        )
        keys = found.keys
        self.search_box.show_notes(found.notes)
        self.model.show_keys(keys)
        self.count.setText(plural("{count} case", "{count} cases", len(keys)))
        self.stack.setCurrentWidget(self.table if keys else self.nothing)
        if not keys:
            self._say_nothing()

    @property
    def _is_filtered(self) -> bool:
        return bool(self.search_box.text() or self.stage.currentData() or self.mine.isChecked())

    def _say_nothing(self) -> None:
        if self._is_filtered:
            self.nothing.say(_("Nothing found"), _("No case fits what is typed and chosen above."))
        else:
            text = _("A case is one application of one person for one visa at one post.")
            self.nothing.say(_("No cases yet"), text)
        if self.nothing.button is not None:
            label = _("Show all cases") if self._is_filtered else _("Open a case")
            self.nothing.button.setText(label)

    def _press_nothing(self) -> None:
        if not self._is_filtered:
            self.begin()
            return
        self.search_box.clear()
        self.stage.setCurrentIndex(0)
        self.mine.setChecked(False)
        self._show_keys()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share(self, row: int) -> float:
        line = self.model.line_at(row)
        return line.checked / line.counted if line and line.counted else 0.0


def _padded(bar: QHBoxLayout, asked: QHBoxLayout, *below: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(16, 14, 16, 10)
    column.setSpacing(10)
    column.addLayout(bar)
    column.addLayout(asked)
    for each in below:
        column.addWidget(each)
    return whole
