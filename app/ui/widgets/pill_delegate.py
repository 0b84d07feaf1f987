"""How a list paints a cell with a tone: as a pill."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import theme
from app.ui.widgets.table_model import TONE_ROLE

ROW_HEIGHT = 34


class PillDelegate(QStyledItemDelegate):
    """Paints a cell with a tone as a pill that elides its text, and one without as Qt does."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        tone = index.data(TONE_ROLE)
        if not tone:
            super().paint(painter, option, index)
            return
        text = index.data()
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem,
            option,
            painter,
            option.widget,
        )
        _draw_pill(painter, option, str(text or ""), tone)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave the width to the column."""
        return QSize(40, ROW_HEIGHT)


def _draw_pill(painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str) -> None:
    metrics = option.fontMetrics
    room = option.rect.adjusted(8, 0, -8, 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 18)
    if not shown:
        return
    height = metrics.height() + 4
    room.setWidth(min(room.width(), metrics.horizontalAdvance(shown) + 18))
    room.setTop(room.center().y() - height // 2)
    room.setHeight(height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("hover" if tone == "plain" else f"{tone}_soft"))
    painter.drawRoundedRect(room, height / 2, height / 2)
    painter.setPen(theme.colour("muted" if tone == "plain" else tone))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
