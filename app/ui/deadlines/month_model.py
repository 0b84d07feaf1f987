"""One month as a table of weeks: each day with its deadlines, and whether offices in China work."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain import dates
from app.domain.periods import add_months
from app.domain.workdays import WorkCalendar
from app.i18n import _, language, plural
from app.services.agenda import AgendaLine
from app.ui import theme, words

AnyIndex = QModelIndex | QPersistentModelIndex
WEEKS, DAYS = 6, 7
SEEN = 3  # deadlines named in one day's cell
_DISPLAY, _ACCESSIBLE = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
MARGIN, LINE = 6, 17


def first_shown(month: date) -> date:
    """Return the Monday on or before the first of the month."""
    first = month.replace(day=1)
    return first - timedelta(days=first.weekday())


def next_month(month: date, count: int) -> date:
    """Return the first of the month so many months later."""
    return add_months(month.replace(day=1), count)


class MonthModel(QAbstractTableModel):
    """Shows six weeks from the Monday before the first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month = date(2000, 1, 1)
        self.today = date(2000, 1, 1)
        self._lines: Mapping[date, Sequence[AgendaLine]] = {}
        self._calendar = WorkCalendar()

    def show_month(
        self, month: date, lines: Mapping[date, Sequence[AgendaLine]], calendar: WorkCalendar, today: date
    ) -> None:
        """Show a month with the deadlines of each day."""
        self.beginResetModel()
        self.month, self._lines, self._calendar, self.today = month, lines, calendar, today
        self.endResetModel()

    def day(self, index: AnyIndex) -> date:
        """Return the day of a cell."""
        return first_shown(self.month) + timedelta(days=index.row() * DAYS + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day; no cell where it is not shown."""
        number = (day - first_shown(self.month)).days
        return self.index(*divmod(number, DAYS)) if 0 <= number < WEEKS * DAYS else QModelIndex()

    def lines(self, day: date) -> Sequence[AgendaLine]:
        """Return the deadlines of a day."""
        return self._lines.get(day, ())

    def is_off(self, day: date) -> bool:
        """Whether offices in China are closed, as far as is known."""
        return not self._calendar.is_workday(day)

    def is_provisional(self) -> bool:
        """Whether China's holidays of the month are not announced yet."""
        return not self._calendar.is_announced(self.month.year)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the days of a week."""
        return 0 if parent.isValid() else DAYS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return the names of the weekdays."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return _(words.WEEKDAYS[section])
        return None

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        """Return a day's number, and to a screen reader all there is to it."""
        day = self.day(index)
        if role == _DISPLAY:
            return str(day.day)
        if role == _ACCESSIBLE:
            return self._said(day)
        return None

    def _said(self, day: date) -> str:
        found = self.lines(day)
        count = plural("{count} deadline", "{count} deadlines", len(found)) if found else ""
        off = _("no working day in China") if self.is_off(day) else ""
        return ", ".join(part for part in (dates.shown(day, language()), count, off) if part)


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, the first deadlines, how many more there are."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        model = index.model()
        if not isinstance(model, MonthModel):
            return
        day = model.day(index)
        painter.save()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "selection" if is_chosen else "window" if model.is_off(day) else "surface"
        painter.fillRect(option.rect, theme.colour(ground))
        if day == model.today:
            painter.fillRect(option.rect.x(), option.rect.y(), option.rect.width(), 3, theme.colour("accent"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._number(painter, option, model, day)
        self._lines(painter, option, model, day)
        painter.restore()

    def _number(self, painter: QPainter, option: QStyleOptionViewItem, model: MonthModel, day: date) -> None:
        font = QFont(option.font)
        font.setBold(day == model.today)
        painter.setFont(font)
        is_muted = day.month != model.month.month or model.is_off(day)
        painter.setPen(theme.colour("muted" if is_muted else "text"))
        room = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, str(day.day))

    def _lines(self, painter: QPainter, option: QStyleOptionViewItem, model: MonthModel, day: date) -> None:
        found = model.lines(day)
        room = option.rect.adjusted(MARGIN, MARGIN + LINE + 4, -MARGIN, -2)
        most = min(SEEN, max(room.height() // LINE, 1))
        texts = [line.rule.title.text(language()) for line in found]
        if len(texts) > most:
            texts = [*texts[: most - 1], _("+ {count} more").format(count=len(texts) - most + 1)]
        tone = "bad" if found and day < model.today else "text"
        painter.setFont(option.font)
        painter.setPen(theme.colour(tone))
        for at, text in enumerate(texts):
            place = QRect(room.x(), room.y() + at * LINE, room.width(), LINE)
            shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
