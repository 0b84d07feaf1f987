"""A month of deadlines, and those of the chosen day beside it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSplitter, QTableView, QVBoxLayout, QWidget

from app.domain import dates
from app.i18n import _, language
from app.services import agenda, calendars
from app.services.agenda import AgendaLine
from app.settings import today
from app.ui.deadlines import agenda_model
from app.ui.deadlines.month_model import DAYS, WEEKS, DayDelegate, MonthModel, first_shown, next_month
from app.ui.page import Desk
from app.ui.widgets.plain import PlainLabel, button, icon_button
from app.ui.widgets.section_model import Section, SectionModel
from app.ui.widgets.section_view import SectionView

DAY_WIDTH = 340


class MonthTab(QWidget):
    """Arrows choose a day, Page Up and Page Down a month; Enter goes to the day's deadlines."""

    opening = Signal(object)  # the key of a case

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._owners: Collection[UUID] | None = None
        self._category = ""
        self._month = today().replace(day=1)
        self.model = MonthModel(self)
        self.grid = QTableView()
        self.name = PlainLabel(tone="heading", wraps=False)
        self.note = PlainLabel(tone="muted", wraps=False)
        self.before = icon_button("arrow-left", _("Month before"), name="deadlines.month.before")
        self.after = icon_button("arrow-right", _("Month after"), name="deadlines.month.after")
        self.now = button(_("Today"), name="deadlines.month.today")
        self.day_model: SectionModel[AgendaLine] = SectionModel(
            agenda_model.DAY_COLUMNS, lambda line: line.id, self
        )
        self.day = SectionView(self.day_model, "deadlines.day", _("Deadlines of the day"))
        self._set_up_grid()
        self._assemble()
        self._connect()

    def _set_up_grid(self) -> None:
        self.grid.setObjectName("deadlines.month")
        self.grid.setProperty("flush", "true")
        self.grid.setAccessibleName(_("Month"))
        self.grid.setModel(self.model)
        self.grid.setItemDelegate(DayDelegate(self.grid))
        self.grid.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.grid.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.grid.setTabKeyNavigation(False)
        self.grid.setShowGrid(False)
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.horizontalHeader().setSectionsClickable(False)
        self.grid.horizontalHeader().setHighlightSections(False)

    def _assemble(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        for part in (self.before, self.after, self.now, self.name, self.note):
            bar.addWidget(part)
        bar.addStretch()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.grid, 1)
        self.splitter = QSplitter()
        self.splitter.setObjectName("deadlines.month.splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.day)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([1100 - DAY_WIDTH, DAY_WIDTH])
        self.day.horizontalHeader().hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.now.clicked.connect(self._go_to_today)
        self.grid.selectionModel().currentChanged.connect(lambda index, _before: self._show_day(index))
        self.grid.activated.connect(lambda _index: self.day.setFocus())
        self.day.opened.connect(self._open)

    def show_filtered(self, owners: Collection[UUID] | None, category: str) -> None:
        """Show the deadlines of some owners and one category; None and "" for all."""
        self._owners, self._category = owners, category
        self.refresh()

    def refresh(self) -> None:
        """Read the month anew; the chosen day stays chosen."""
        current = self.grid.currentIndex()
        chosen = self.model.day(current) if current.isValid() else today()
        self._show_month(chosen)

    def turn(self, months: int) -> None:
        """Show another month, on its first day."""
        self._month = next_month(self._month, months)
        self._show_month(self._month)

    def _go_to_today(self) -> None:
        self._month = today().replace(day=1)
        self._show_month(today())

    def _show_month(self, chosen: date) -> None:
        first = first_shown(self._month)
        last = first + timedelta(days=WEEKS * DAYS - 1)
        read = self._desk.office.read
        found: dict[date, list[AgendaLine]] = defaultdict(list)
        for line in read(agenda.lines, owners=self._owners, category=self._category, first=first, last=last):
            found[line.last_day].append(line)
        self.model.show_month(self._month, found, read(calendars.calendar), today())
        name = dates.shown(dates.PartialDate(self._month.year, self._month.month), language())
        self.name.setText(name)
        note = _("Provisional: China's holidays of that year are not announced yet.")
        self.note.setText(note if self.model.is_provisional() else "")
        index = self.model.index_of(chosen)
        self.grid.setCurrentIndex(index if index.isValid() else self.model.index_of(self._month))

    def _show_day(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        day = self.model.day(index)
        off = _("no working day in China") if self.model.is_off(day) else ""
        section = Section(dates.shown(day, language()), off)
        lines = list(self.model.lines(day))
        self.day_model.show_sections([(section, lines)])
        if lines:
            self.day.choose_first()

    def _open(self, key: object) -> None:
        line = self.day_model.row(key)
        if line is not None:
            self.opening.emit(line.case_id)

    def leave(self) -> None:
        """Nothing is typed here."""

    def focus(self) -> None:
        """Put the focus into the month."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, width: int) -> None:
        """Put the day under the month where there is no room beside it."""
        is_narrow = width < 2 * DAY_WIDTH
        self.splitter.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page, or go back from the day to the month."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        elif event.key() == Qt.Key.Key_Escape and not self.grid.hasFocus():
            self.focus()
        else:
            super().keyPressEvent(event)
