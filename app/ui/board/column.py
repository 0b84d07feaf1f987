"""One column of the board: the cards of a stage, read as they are painted."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from app.domain.cases import Stage
from app.i18n import _
from app.services.board import Card
from app.ui import theme
from app.ui.board import words
from app.ui.widgets.plain import PlainLabel
from app.ui.widgets.table_model import Column, TableModel

WIDTH, EMPTY_WIDTH = 252, 132
CARD_HEIGHT, GAP, PADDING = 104, 6, 9
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
Read = Callable[[Sequence[UUID]], list[Card]]


class StageColumn(QFrame):
    """A stage's title with how many cases there are, over its cards."""

    def __init__(self, stage: Stage, read: Read) -> None:
        super().__init__()
        self.stage = stage
        self.title = PlainLabel(_(stage.label), "heading")
        self.count = PlainLabel(tone="muted", wraps=False)
        self.cards = CardList(stage, read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 8, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self.cards, 1)
        layout.addStretch()

    def show_keys(self, keys: Sequence[UUID]) -> None:
        """Show these cases; a stage without any takes less room."""
        self.cards.model_of_cards.show_keys(keys)
        self.cards.setVisible(bool(keys))
        self.count.setText(str(len(keys)))
        self.setFixedWidth(WIDTH if keys else EMPTY_WIDTH)


class CardList(QListView):
    """The cards. Up and Down go through them, Left and Right ask for the next column."""

    opened = Signal(object)  # a case's key
    menu_wanted = Signal(object, QPoint)  # a Card, and where on the screen
    left = Signal(int)  # a step sideways

    def __init__(self, stage: Stage, read: Read) -> None:
        super().__init__()
        columns = (Column[Card]("card", stage.label, words.said),)
        self.model_of_cards: TableModel[Card] = TableModel(columns, read, lambda card: card.id, self)
        self.setObjectName(f"board.{stage.value}")
        self.setAccessibleName(_(stage.label))
        self.setProperty("plain", "true")
        self.setModel(self.model_of_cards)
        self.setItemDelegate(_CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda _index: self._open())
        self.customContextMenuRequested.connect(self._ask_menu_at)

    def current(self) -> Card | None:
        """Return the card that is chosen."""
        return self.model_of_cards.line_at(self.currentIndex().row())

    def choose(self, row: int) -> None:
        """Choose a row, or the last one before it, and take the focus."""
        last = self.model_of_cards.rowCount() - 1
        self.setCurrentIndex(self.model_of_cards.index(max(0, min(row, last)), 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_menu(self) -> None:
        """Ask for the menu of the card that is chosen."""
        card = self.current()
        if card is not None:
            place = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(card, self.viewport().mapToGlobal(place))

    def _ask_menu_at(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.ask_menu()

    def _open(self) -> None:
        card = self.current()
        if card is not None:
            self.opened.emit(card.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first card where none is chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model_of_cards.rowCount():
            self.setCurrentIndex(self.model_of_cards.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, show the menu with Space, go to the next column with Left and Right."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Space:
            self.ask_menu()
        elif event.key() in _SIDEWAYS and not event.modifiers():
            self.left.emit(_SIDEWAYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class _CardDelegate(QStyledItemDelegate):
    """Paints a card: client, number, what holds it, owner and age."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give every card the same room."""
        return QSize(0, CARD_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one card."""
        model = index.model()
        card = model.line_at(index.row()) if isinstance(model, TableModel) else None
        if card is None:
            return
        frame = option.rect.adjusted(2, GAP // 2, -3, -GAP // 2)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = is_chosen and isinstance(option.widget, QListView) and option.widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if has_focus else "border"), 2 if has_focus else 1))
        painter.setBrush(theme.colour("accent_soft" if is_chosen else "surface"))
        painter.drawRoundedRect(frame, 7, 7)
        _write(painter, option, frame.adjusted(PADDING, PADDING - 2, -PADDING, -PADDING + 2), card)
        painter.restore()


def _write(painter: QPainter, option: QStyleOptionViewItem, room: QRect, card: Card) -> None:
    height = room.height() // 4
    bold = QFont(option.font)
    bold.setWeight(QFont.Weight.DemiBold)
    age_tone = "warn" if words.is_aged(card) else "muted"
    lines = (
        (bold, "text", words.whose(card), ""),
        (option.font, "muted", words.about(card), ""),
        (option.font, words.tone(card), words.held(card), ""),
        (option.font, "muted", card.owner, words.age(card)),
    )
    for at, (font, tone, text, aside) in enumerate(lines):
        line = QRect(room.x(), room.y() + at * height, room.width(), height)
        painter.setFont(font)
        taken = painter.fontMetrics().horizontalAdvance(aside) + 10 if aside else 0
        if aside:
            painter.setPen(theme.colour(age_tone))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, aside)
        painter.setPen(theme.colour(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width() - taken)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
