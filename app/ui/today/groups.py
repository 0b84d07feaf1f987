"""The numbers of the first page, one under the other: arrow keys go through them, the list beside follows."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.today import Group
from app.i18n import _
from app.ui import theme

WIDTH, HEIGHT = 224, 48
NUMBER_WIDTH = 48
MARGIN = 12
_COUNT = int(Qt.ItemDataRole.UserRole) + 1
_TONES = {Group.OVERDUE: "bad", Group.SOON: "warn", Group.SUPPLEMENT: "warn", Group.RULES: "warn"}


class GroupList(QListWidget):
    """Shows how many lines each group has."""

    chosen = Signal(object)  # a Group
    entered = Signal()  # Enter, or the right arrow: go on into the list

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("today.groups")
        self.setAccessibleName(_("Groups"))
        self.setProperty("plain", "true")
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_NumberDelegate(self))
        self._groups = tuple(Group)
        for group in self._groups:
            item = QListWidgetItem(_(group.label))
            item.setSizeHint(QSize(0, HEIGHT))
            self.addItem(item)
        self.show_counts(dict.fromkeys(Group))
        self.setCurrentRow(0)
        self.currentRowChanged.connect(lambda at: self.chosen.emit(self._groups[at]))
        self.activated.connect(lambda _index: self.entered.emit())

    @property
    def group(self) -> Group:
        """The group whose list is shown."""
        return self._groups[max(self.currentRow(), 0)]

    def choose(self, group: Group) -> None:
        """Choose a group, without telling it."""
        was = self.blockSignals(True)
        self.setCurrentRow(self._groups.index(group))
        self.blockSignals(was)

    def count_of(self, group: Group) -> int | None:
        """Return the number that stands beside a group; None before it is counted."""
        count: int | None = self.item(self._groups.index(group)).data(_COUNT)
        return count

    def show_counts(self, counts: Mapping[Group, int | None]) -> None:
        """Show how many lines these groups have; None where it is being counted."""
        for group, count in counts.items():
            item = self.item(self._groups.index(group))
            item.setData(_COUNT, count)
            item.setData(Qt.ItemDataRole.ForegroundRole, theme.colour(_tone(group, count)))
            label = _(group.label)
            said = label if count is None else _("{group}: {count}").format(group=label, count=count)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)


def _tone(group: Group, count: int | None) -> str:
    return _TONES.get(group, "text") if count else "muted"


class _NumberDelegate(QStyledItemDelegate):
    """Paints the number large, then what it counts."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one group."""
        self.initStyleOption(option, index)
        tone, text = option.palette.color(QPalette.ColorRole.Text), option.text
        option.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.save()
        painter.setPen(tone)
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() + 5)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        number = QRect(room.x(), room.y(), NUMBER_WIDTH - MARGIN, room.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, _short(index))
        painter.setFont(option.font)
        painter.setPen(theme.colour("text" if index.data(_COUNT) else "muted"))
        painter.drawText(room.adjusted(NUMBER_WIDTH, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def _short(index: QModelIndex | QPersistentModelIndex) -> str:
    """Return the number as its room holds it: from ten thousand on in thousands."""
    count: int | None = index.data(_COUNT)
    if count is None:
        return "…"
    return str(count) if count < 10_000 else f"{count // 1000}k"
