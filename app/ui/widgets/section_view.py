"""Shows a ``SectionModel``: titles across the table, rows of two lines, a box that Space ticks."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.settings import Settings
from app.ui import theme
from app.ui.widgets.pill_delegate import PillDelegate
from app.ui.widgets.section_model import (
    FIRST_TONE_ROLE,
    SECOND_ROLE,
    SECOND_TONE_ROLE,
    SECTION_ROLE,
    RichModel,
    SectionModel,
)
from app.ui.widgets.table_view import TableView

AnyIndex = QModelIndex | QPersistentModelIndex

SECTION_HEIGHT, ROW_HEIGHT = 38, 50
BOX, MARGIN = 16, 8
_CHECK = int(Qt.ItemDataRole.CheckStateRole)


class RichView(TableView):
    """A ``TableView`` with rows of two lines. The first column takes the room that is left."""

    def __init__(
        self, model: RichModel[Any], name: str, accessible: str, settings: Settings | None = None
    ) -> None:
        super().__init__(model, name, accessible, settings)
        self.setItemDelegate(RichDelegate(self))
        self.setSortingEnabled(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionsClickable(False)

    def _take_width(self, at: int, before: int, width: int) -> None:
        if at:  # the first column's width is nobody's choice
            super()._take_width(at, before, width)


class SectionView(RichView):
    """Shows sections: their titles across the table, and rows that Space ticks."""

    row_height = ROW_HEIGHT

    def __init__(
        self, model: SectionModel[Any], name: str, accessible: str, settings: Settings | None = None
    ) -> None:
        super().__init__(model, name, accessible, settings)
        self.sections = model
        self._place_rows()
        model.modelReset.connect(self._place_rows)

    def _place_rows(self) -> None:
        self.clearSpans()
        heights = self.verticalHeader()
        for row in range(self.sections.rowCount()):
            is_section = self.sections.section_at(row) is not None
            if is_section and self.sections.columnCount() > 1:
                self.setSpan(row, 0, 1, self.sections.columnCount())
            heights.resizeSection(row, SECTION_HEIGHT if is_section else self.row_height)

    def choose_first(self) -> None:
        """Make the first row current that is no title."""
        for row in range(self.sections.rowCount()):
            if self.sections.section_at(row) is None:
                self.choose(self.sections.key_at(row))
                return

    def current_row(self) -> Any:
        """Return what the current row shows, None where there is none."""
        return self.sections.row(self.current_key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick the current row with Space, whatever column the keyboard is in."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.tick()
            return
        super().keyPressEvent(event)

    def tick(self) -> None:
        """Ask for the current row's box to be ticked, or unticked."""
        index = self.sections.index(self.currentIndex().row(), 0)
        state = index.data(_CHECK)
        if state is not None:
            is_ticked = Qt.CheckState(state) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
            self.sections.setData(index, wanted, _CHECK)


class RichDelegate(PillDelegate):
    """Paints section titles, boxes to tick and second lines; pills and plain cells as elsewhere."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        if index.data(SECTION_ROLE) is not None:
            _paint_section(painter, option, index)
        elif index.data(SECOND_ROLE) is None:
            super().paint(painter, option, index)
        else:
            option.state &= ~QStyle.StateFlag.State_HasFocus
            self.initStyleOption(option, index)
            _paint_rich(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Leave the width to the column."""
        return QSize(40, ROW_HEIGHT)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Tick by a click into the box."""
        state = index.data(_CHECK)
        if state is None or not isinstance(event, QMouseEvent):
            return False
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        if not box_of(option.rect).adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):
            return False
        is_ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
        return model.setData(index, wanted, _CHECK)


def box_of(cell: QRect) -> QRect:
    """Return where the box to tick stands in a cell."""
    return QRect(cell.x() + MARGIN, cell.center().y() - BOX // 2, BOX, BOX)


def _paint_section(painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
    model = index.model()
    section = model.section_at(index.row()) if isinstance(model, SectionModel) else None
    if section is None:
        return
    painter.save()
    painter.fillRect(option.rect, theme.colour("surface"))
    room = option.rect.adjusted(MARGIN, 10, -MARGIN - 4, -2)
    painter.setPen(theme.colour("muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, section.aside)
    font = QFont(option.font)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, section.title)
    painter.setPen(theme.colour("border"))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    painter.restore()


def _paint_rich(painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
    text, option.text = option.text, ""
    option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
    state = index.data(_CHECK)
    left = MARGIN
    if index.flags() & Qt.ItemFlag.ItemIsUserCheckable or state is not None:
        _paint_box(painter, box_of(option.rect), Qt.CheckState(state) == Qt.CheckState.Checked)
        left += BOX + 12
    room = option.rect.adjusted(left, 0, -MARGIN, -1)
    _paint_lines(painter, option, room, text, index)


def _paint_lines(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str, index: AnyIndex
) -> None:
    second = str(index.data(SECOND_ROLE) or "")
    metrics = option.fontMetrics
    height = metrics.height()
    top = room.center().y() - (height if second else height // 2)
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
    painter.save()
    tone = str(index.data(FIRST_TONE_ROLE) or "")
    painter.setPen(theme.colour(tone) if tone else option.palette.color(role))
    first_line = QRect(room.x(), top, room.width(), height)
    painter.drawText(first_line, Qt.AlignmentFlag.AlignVCenter, _elided(option, text, room.width()))
    if second:
        painter.setPen(theme.colour(str(index.data(SECOND_TONE_ROLE) or "muted")))
        below = QRect(room.x(), top + height + 1, room.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, _elided(option, second, room.width()))
    painter.restore()


def _elided(option: QStyleOptionViewItem, text: str, width: int) -> str:
    return option.fontMetrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)


def _paint_box(painter: QPainter, box: QRect, is_ticked: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("accent" if is_ticked else "border_strong"))
    painter.setBrush(theme.colour("accent" if is_ticked else "surface"))
    painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if is_ticked:
        theme.icon("check", "on_accent").paint(painter, box.adjusted(1, 1, -1, -1))
    painter.restore()
