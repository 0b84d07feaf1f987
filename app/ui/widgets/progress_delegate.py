"""Paints how much is done as a bar with its numbers beside it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.ui import theme
from app.ui.widgets.pill_delegate import PillDelegate

BAR_WIDTH, BAR_HEIGHT, MARGIN = 56, 6, 8


class ProgressDelegate(PillDelegate):
    """For one column; ``share`` gives the part that is done, from 0 to 1, of a model's row number."""

    def __init__(self, share: Callable[[int], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._share = share

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as of any cell, then the bar, then the numbers."""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        draw_bar(painter, option, self._share(index.row()))
        _draw_text(painter, option, text)


def draw_bar(painter: QPainter, option: QStyleOptionViewItem, share: float) -> None:
    """Draw the bar at the left of a cell."""
    rect = option.rect
    ground = QRectF(rect.x() + MARGIN, rect.center().y() - BAR_HEIGHT / 2, BAR_WIDTH, BAR_HEIGHT)
    done = QRectF(ground)
    done.setWidth(ground.width() * min(max(share, 0.0), 1.0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for part, token in ((ground, "border"), (done, "good" if share >= 1 else "accent")):
        if part.width() > 0:
            painter.setBrush(theme.colour(token))
            painter.drawRoundedRect(part, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
    painter.restore()


def _draw_text(painter: QPainter, option: QStyleOptionViewItem, text: Any) -> None:
    room = option.rect.adjusted(MARGIN + BAR_WIDTH + 8, 0, -MARGIN, -1)
    shown = option.fontMetrics.elidedText(str(text or ""), Qt.TextElideMode.ElideRight, room.width())
    painter.save()
    painter.setPen(theme.colour("muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
