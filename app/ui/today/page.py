"""The first page: the numbers of the day, and the lines of one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.today import Group
from app.i18n import N_, _
from app.services import firms, today_queries
from app.services.today_queries import Asked, Key
from app.settings import today as today_is
from app.ui import beginning, words
from app.ui.actions import Action
from app.ui.case.place import CasePlace
from app.ui.office import Changes
from app.ui.page import NEW, Desk, Page
from app.ui.today.groups import GroupList
from app.ui.today.lines import Lines
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.whose import Whose

if TYPE_CHECKING:
    from app.ui.today.sheet import DaySheet

FROM_CASES = N_("What a day asks comes from cases: their papers, days and stages.")
BOTH = 1360  # pixels in which the list and its sheet stand side by side
LINES_MS = 50  # in which the lines are painted
TURN_MS = 60_000  # how often it is looked whether another day began


class TodayPage(Page):
    """``show_what`` takes a ``Group``. Enter on a number goes to its lines, Enter on a line to its place."""

    name = "today"
    title = N_("Today")
    icon = "sun"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked = 0
        self._day = today_is()
        self._is_first = True
        self.day = PlainLabel(tone="muted", wraps=False)
        self.whose = Whose("today", desk)
        self.day_sheet = button(_("Day sheet"), icon="printer", name="today.day_sheet")
        self.day_sheet.setCheckable(True)
        self.groups = GroupList()
        self.lines = Lines(desk)
        self._sheet: DaySheet | None = None
        self.stack = QStackedWidget()
        self.nobody = EmptyState("sun", _("No cases yet"), _(FROM_CASES), _("New person"), "today.new_person")
        self._turn = QTimer(self, interval=TURN_MS)
        self._assemble()
        self._connect()
        self.refresh(None, None)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 10)
        head.setSpacing(10)
        for part in (PlainLabel(_("Today"), "title", wraps=False), self.day):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch()
        for field in (self.whose, self.day_sheet):
            head.addWidget(field)
        whole = QWidget()
        self.below = below = QHBoxLayout(whole)
        below.setContentsMargins(8, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.groups)
        below.addWidget(self.lines, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.whose.note)
        self.stack.addWidget(whole)
        self.stack.addWidget(self.nobody)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.groups.chosen.connect(lambda _group: self._load())
        self.groups.entered.connect(self._enter)
        self.lines.opened.connect(self.open_line)
        self.whose.changed.connect(self._load)
        self.day_sheet.toggled.connect(self._show_sheet)
        self.nobody.on_press(lambda: self.go.emit("people", NEW))
        beginning.offer(self.desk, self.nobody, "today.none", self.go.emit)
        self._turn.timeout.connect(self._turn_the_page)
        self._turn.start()

    def show_what(self, what: object) -> None:
        """Show the lines of a group."""
        if isinstance(what, Group):
            self._is_first = False
            self.groups.choose(what)
            self._load()

    def place(self) -> object:
        """Return the group whose lines are shown."""
        return self.groups.group

    def shown(self) -> None:
        """Put the focus on the numbers."""
        self._turn_the_page()
        if self.stack.currentWidget() is self.nobody and self.nobody.button is not None:
            self.nobody.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.groups.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes | None, by: object) -> None:
        """Count anew: whatever changed may have moved a line."""
        self.whose.offer(self.desk.office.read(firms.offices))
        self._load()
        if self._has_sheet:
            self.sheet.show_day()

    def search(self) -> None:
        """Ctrl+F goes to the list."""
        self._enter()

    def actions_here(self) -> tuple[Action, ...]:
        """Return what can be done here."""
        sheet = N_("Day sheet")
        return (
            Action("today.open", N_("Open the line (Enter)"), self._open_current, "", "arrow-right"),
            Action("today.mine", N_("Only mine"), self.whose.mine.toggle, "Ctrl+M", ""),
            Action("today.day_sheet", sheet, self.day_sheet.toggle, "Ctrl+Shift+D", "printer"),
        )

    def asked(self) -> Asked:
        """Return what is asked for: the day, and whose lines."""
        return Asked(today_is(), self.whose.owners, self.whose.office_id)

    def _turn_the_page(self) -> None:
        if self._day != today_is():
            self.refresh(None, None)

    def _load(self) -> None:
        """Count, and read the keys of the group chosen, in a job."""
        self._day = today_is()
        self.day.setText(f"{words.weekday(self._day)} {words.day(self._day)}")
        self._asked += 1
        number, asked, office = self._asked, self.asked(), self.desk.office
        group = None if self._is_first else self.groups.group
        self.desk.jobs.start(
            lambda _step: office.read(_counted, group, asked, self.desk.load),
            done=lambda found: self._show(number, asked, found),
        )

    def _show(self, number: int, asked: Asked, found: _Counted) -> None:
        if number != self._asked:
            return
        self._is_first = False
        self.stack.setCurrentIndex(0 if found.has_cases else 1)
        self._show_counts(number, found.counts)
        self.groups.choose(found.group)
        self.lines.show_group(found.group, asked, found.keys)
        if Group.RULES not in found.counts:
            QTimer.singleShot(LINES_MS, self, lambda: self._count_rules(number, asked))

    def _count_rules(self, number: int, asked: Asked) -> None:
        """Count the rules that run out once the lines are painted: each post is asked for its answers.

        A start has not loaded what knows them either, and the lines do not wait for it.
        """
        if number != self._asked:
            return
        office, load = self.desk.office, self.desk.load
        self.desk.jobs.start(
            lambda _step: office.read(load("app.services.today.count"), Group.RULES, asked),
            done=lambda count: self._show_counts(number, {Group.RULES: count}),
        )

    def _show_counts(self, number: int, counts: dict[Group, int]) -> None:
        if number == self._asked:
            self.groups.show_counts(counts)

    def _enter(self) -> None:
        self.lines.take_focus()

    def _open_current(self) -> None:
        self.open_line(self.lines.current())

    def open_line(self, line: Any) -> None:
        """Go to where a line is dealt with."""
        if line is None:
            return
        if line.case_id is None:
            self.go.emit("rules", "expiring")
        else:
            self.go.emit("case", CasePlace(line.case_id, line.tab, line.paper))

    @property
    def sheet(self) -> DaySheet:
        """The day sheet, built when it is first wanted: its code is much of what prints."""
        if self._sheet is None:
            self._sheet = self.desk.load("app.ui.today.sheet.DaySheet")(self.desk)
            self._sheet.closing.connect(lambda: self.day_sheet.setChecked(False))
            self.below.addWidget(self._sheet, 2)
        return self._sheet

    @property
    def _has_sheet(self) -> bool:
        return self._sheet is not None and not self._sheet.isHidden()

    def _show_sheet(self, is_wanted: bool) -> None:
        self.sheet.setVisible(is_wanted)
        self._fit()
        if is_wanted:
            self.sheet.show_day()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange list and sheet for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the sheet, which has the same lines, take the list's place where there is no room for both."""
        self.lines.setHidden(self._has_sheet and self.width() < BOTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back from a list to the numbers with Escape."""
        if event.key() == Qt.Key.Key_Escape and not self.groups.hasFocus():
            self.groups.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class _Counted(NamedTuple):
    """The numbers, and the keys of one group."""

    counts: dict[Group, int]
    group: Group
    keys: Sequence[Key]
    has_cases: bool


def _counted(session: Any, group: Group | None, asked: Asked, load: Callable[[str], Any]) -> _Counted:
    """Count; without a ``group`` begin with the first that has something."""
    counts: dict[Group, int] = {
        each: today_queries.count(session, each, asked) for each in Group if each is not Group.RULES
    }
    chosen = group or next((each for each, count in counts.items() if count), Group.OVERDUE)
    keys = load("app.services.today.keys") if chosen is Group.RULES else today_queries.keys
    found = keys(session, chosen, asked)
    return _Counted(counts | {chosen: len(found)}, chosen, found, today_queries.has_cases(session))
