"""The page that hands cases over: whose, to whom, which of them, and the list that goes along."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KasebookError
from app.i18n import N_, _, plural
from app.services import case_people, firms, workload
from app.services.orders import Subject
from app.services.workload import WorkLine
from app.settings import today
from app.ui.actions import Action
from app.ui.jobs import Step
from app.ui.office import Changes
from app.ui.page import Desk, Page
from app.ui.preview.pane import PreviewPane
from app.ui.reassign.list_model import COLUMNS, CaseRow
from app.ui.widgets.editor import Combo
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_and_panel import ListAndPanel
from app.ui.widgets.plain import PlainLabel, button, icon_button, line
from app.ui.widgets.section_model import Section, SectionModel
from app.ui.widgets.section_view import SectionView

COLUMNS_MORE = 320  # pixels that this list needs beyond others


class ReassignPage(Page):
    """``show_what`` takes the key of the user whose cases go, or the keys of the cases themselves.

    Space ticks a case or leaves it with its owner; Enter opens it.
    """

    name = "reassign"
    title = N_("Hand over cases")
    icon = "users"
    under = "cases"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines: list[WorkLine] = []
        self._wanted: tuple[UUID, ...] = ()  # the cases chosen elsewhere; () for all of the owner's
        self._behind: set[UUID] = set()  # not ticked
        self._loads = 0
        self.back = icon_button("arrow-left", _("Back to the list of cases"), name="reassign.back")
        self.gives = Combo("reassign.gives")
        self.takes = Combo("reassign.takes")
        self.go_button = button("", kind="primary", name="reassign.go")
        self.error = PlainLabel(tone="error")
        self.model: SectionModel[CaseRow] = SectionModel(COLUMNS, lambda row: row.line.id, self)
        self.table = SectionView(self.model, "reassign.table", _("Cases to hand over"), desk.settings)
        self.all = button(_("Tick all"), name="reassign.all")
        self.none = button(_("Tick none"), name="reassign.none")
        self.sheet = PreviewPane(desk, "reassign.sheet", Subject.CASES)
        self.nothing = EmptyState("circle-check", _("No open case"), _("Choose whose cases are handed over."))
        bar: list[QWidget | None] = [self.all, self.none, None]
        self.halves = ListAndPanel("reassign.splitter", bar, self.table, self.nothing, self.sheet)
        self._assemble()
        self._connect()
        self._offer()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 14, 16, 10)
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(PlainLabel(_("Hand over cases"), "title", wraps=False))
        head.addStretch()
        for label, combo in ((_("From"), self.gives), (_("To"), self.takes)):
            combo.setAccessibleName(label)
            combo.setAccessibleDescription(label)
            combo.setMinimumContentsLength(18)
            named = PlainLabel(label, "field", wraps=False)
            named.setBuddy(combo)
            head.addWidget(named)
            head.addWidget(combo)
        head.addWidget(self.go_button)
        self.error.setObjectName("reassign.error")
        self.error.setContentsMargins(16, 0, 16, 8)
        self.error.hide()
        self.sheet.close_button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.error)
        layout.addWidget(line())
        layout.addWidget(self.halves, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("cases", None))
        self.gives.activated.connect(lambda _at: self._choose_owner())
        self.takes.activated.connect(lambda _at: self._fill())
        self.model.ticking.connect(self._tick)
        self.table.opened.connect(lambda key: self.go.emit("case", key))
        self.all.clicked.connect(lambda: self._tick_all(True))
        self.none.clicked.connect(lambda: self._tick_all(False))
        self.go_button.clicked.connect(self.hand_over)

    def show_what(self, what: object) -> None:
        """Show the cases of a user, or cases chosen elsewhere."""
        self._wanted = tuple(what) if isinstance(what, tuple) else ()
        self._behind = set()
        self._offer()
        if isinstance(what, UUID):
            self.gives.setCurrentIndex(max(self.gives.findData(str(what)), 0))
        self.refresh(None, None)

    def shown(self) -> None:
        """Put the focus where the colleague is chosen."""
        self.takes.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._loads:
            self.refresh(None, None)

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Read the cases anew, off the window's thread; an older reading is dropped."""
        self._loads += 1
        number, office, day = self._loads, self.desk.office, today()
        gives, wanted = self._user(self.gives), self._wanted

        def load(step: Step) -> list[WorkLine]:
            keys = list(wanted) or (office.read(workload.cases_of, [gives]) if gives else [])
            return office.read(workload.lines, keys, day, told=step.report)

        self.desk.jobs.start(load, done=lambda found: self._take(number, found), title=_("Reading cases"))

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        return (Action("case.back", N_("Back to the list of cases"), self.back.click, "", "arrow-left"),)

    def hand_over(self) -> None:
        """Give the ticked cases to the colleague chosen, as one step."""
        takes, office = self._user(self.takes), self.desk.office
        chosen = [(each.id, each.version) for each in self._ticked()]
        self.error.hide()
        if takes is not None and chosen:
            office.attempt(lambda: self._hand_over_now(chosen, takes), by=self, failed=self._refuse)

    def _hand_over_now(self, chosen: Sequence[tuple[UUID, int]], takes: UUID) -> None:
        moved = self.desk.office.write(case_people.reassign, chosen, takes)
        text = plural("{count} case handed over.", "{count} cases handed over.", moved.cases)
        along = _("With them: lines {items}, deadlines {deadlines}.")
        said = " ".join((text, along.format(items=moved.items, deadlines=moved.deadlines)))
        self.desk.messages.tell(said, _("Undo"), self.desk.office.undo)

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()
        self.refresh(None, None)

    def _offer(self) -> None:
        """Offer whose cases there are, those who left included, and who works here to take them."""
        office = self.desk.office
        gives, takes = self._user(self.gives) or office.user[0], self._user(self.takes)
        present, left = office.read(firms.users), office.read(firms.users, archived=True)
        self.gives.clear()
        for user in (*present, *left):
            called = _("{name} (left)").format(name=user.name) if user.archived else user.name
            self.gives.addItem(called, str(user.id))
        self.takes.clear()
        self.takes.addItem(_("Choose a colleague"), "")
        for user in present:
            self.takes.addItem(user.name, str(user.id))
        self.gives.setCurrentIndex(max(self.gives.findData(str(gives)), 0))
        self.takes.setCurrentIndex(max(self.takes.findData(str(takes) if takes else ""), 0))

    def _user(self, combo: Combo) -> UUID | None:
        chosen = combo.currentData()
        return UUID(chosen) if chosen else None

    def _choose_owner(self) -> None:
        self._wanted = ()
        self._behind = set()
        self.refresh(None, None)

    def _take(self, number: int, found: list[WorkLine]) -> None:
        if number == self._loads:
            self._lines = found
            self._fill()

    def _ticked(self) -> list[WorkLine]:
        return [each for each in self._lines if each.id not in self._behind]

    def _fill(self) -> None:
        rows = [CaseRow(each, each.id not in self._behind) for each in self._lines]
        title = plural("{count} open case", "{count} open cases", len(rows))
        self.model.show_sections([(Section(title), rows)])
        ticked, takes = self._ticked(), self._user(self.takes)
        text = plural("Hand over {count} case", "Hand over {count} cases", len(ticked))
        self.go_button.setText(text)
        self.go_button.setEnabled(any(each.owner_id != takes for each in ticked) and takes is not None)
        self.halves.show_list(bool(rows))
        for one in (self.all, self.none):
            one.setEnabled(bool(rows))
        self.sheet.setVisible(bool(ticked))
        if ticked:
            gives = None if self._wanted else self._user(self.gives)
            self.sheet.show_cases([each.id for each in ticked], gives, takes)

    def _tick(self, key: object, is_ticked: bool) -> None:
        if isinstance(key, UUID):
            (self._behind.discard if is_ticked else self._behind.add)(key)
        self._fill()

    def _tick_all(self, is_ticked: bool) -> None:
        self._behind = set() if is_ticked else {each.id for each in self._lines}
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list that goes along under the cases where there is no room beside them."""
        super().resizeEvent(event)
        self.halves.set_narrow(self.width() - COLUMNS_MORE)
