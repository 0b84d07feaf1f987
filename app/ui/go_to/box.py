"""The box over the window in which one types where to go: arrow keys choose, Enter goes, Escape closes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.i18n import _
from app.ui import theme
from app.ui.go_to.hits import Hit
from app.ui.widgets.plain import LineEdit, PlainLabel

WIDEST, HEIGHT, TOP = 640, 34, 64
MOST_SEEN = 11
WAIT_MS = 60
_DETAIL = int(Qt.ItemDataRole.UserRole) + 1
_KIND = int(Qt.ItemDataRole.UserRole) + 2
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class GoToBox(QFrame):
    """Asks ``search`` for the lines of what is typed; closes when one is chosen, or the focus leaves."""

    wanting_more = Signal(str)  # nothing of the casebook is found: what is typed

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("go_to")
        self.setProperty("card", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._host = host
        self._search: Callable[[str], Sequence[Hit]] = lambda _typed: ()
        self._hits: list[Hit] = []
        self._before: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self.typed = LineEdit()
        self.found = QListWidget()
        self.nothing = PlainLabel(_("Nothing is called so."), "muted")
        self._set_up()
        self.typed.textChanged.connect(lambda _text: self._timer.start())
        self._timer.timeout.connect(self.look)
        self.found.itemClicked.connect(lambda _item: self.go())
        self.found.currentRowChanged.connect(self._say)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        host.installEventFilter(self)
        self.hide()

    def _set_up(self) -> None:
        self.typed.setObjectName("go_to.typed")
        self.typed.setAccessibleName(_("Go to"))
        self.typed.setPlaceholderText(_("Person, case, page, setting or command"))
        self.typed.addAction(theme.icon("search"), LineEdit.ActionPosition.LeadingPosition)
        self.typed.installEventFilter(self)
        self.found.setObjectName("go_to.found")
        self.found.setAccessibleName(_("Found"))
        self.found.setProperty("plain", "true")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setIconSize(QSize(16, 16))
        self.found.setItemDelegate(_HitDelegate(self.found))
        self.nothing.setContentsMargins(10, 6, 10, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        for part in (self.typed, self.found, self.nothing):
            layout.addWidget(part)

    def begin(self, search: Callable[[str], Sequence[Hit]]) -> None:
        """Open the box, with nothing typed."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._search = search
        self.typed.clear()
        self.look()
        self.show()
        self.raise_()
        self.typed.setFocus(Qt.FocusReason.PopupFocusReason)

    def look(self) -> None:
        """Show what is found by what is typed."""
        self._timer.stop()
        text = self.typed.text()
        self._show(self._search(text))
        if len(text.strip()) > 2:
            self.wanting_more.emit(text)

    def add(self, typed: str, hits: Sequence[Hit]) -> None:
        """Show more that was found meanwhile, if that is still typed."""
        if typed == self.typed.text() and hits and not self.isHidden():
            self._show([*self._hits, *hits])

    def _show(self, hits: Sequence[Hit]) -> None:
        self._hits = list(hits)
        self.found.clear()
        for hit in self._hits:
            item = QListWidgetItem(theme.icon(hit.icon) if hit.icon else theme.icon("arrow-right"), hit.title)
            item.setData(_DETAIL, hit.detail)
            item.setData(_KIND, hit.kind)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _said(hit))
            item.setSizeHint(QSize(0, HEIGHT))
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.found.setVisible(bool(self._hits))
        self.nothing.setVisible(not self._hits)
        self.found.setFixedHeight(min(len(self._hits), MOST_SEEN) * HEIGHT + 4)
        self._place()

    def go(self) -> None:
        """Close, and go to the line chosen."""
        if self._timer.isActive():
            self.look()
        at = self.found.currentRow()
        if 0 <= at < len(self._hits):
            hit = self._hits[at]
            self.close_box()
            hit.run()

    def close_box(self) -> None:
        """Close, and give the focus back to where it was."""
        self._timer.stop()
        before, self._before = self._before, None
        self.hide()
        self._hits = []
        self.typed.clear()
        self._timer.stop()
        if before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _say(self, at: int) -> None:
        """Tell a screen reader what is chosen, while the focus stays where one types."""
        said = _said(self._hits[at]) if 0 <= at < len(self._hits) else ""
        self.typed.setAccessibleDescription(said)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self.typed:
            self._before = None
            self.close_box()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; choose with arrow keys, go with Enter, close with Escape."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.typed and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _MOVES:
            QApplication.sendEvent(self.found, event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        elif key == Qt.Key.Key_Escape:
            self.close_box()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # there is nowhere else to go
            return False
        return True

    def _place(self) -> None:
        width = min(WIDEST, self._host.width() - 48)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._host.width() - width) // 2, TOP)


def _said(hit: Hit) -> str:
    return ", ".join(part for part in (hit.kind, hit.title, hit.detail) if part)


class _HitDelegate(QStyledItemDelegate):
    """Paints the title, its detail after it, and at the right what it is."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        self.initStyleOption(option, index)
        kind, detail = str(index.data(_KIND)), str(index.data(_DETAIL) or "")
        metrics = option.fontMetrics
        kind_width = metrics.horizontalAdvance(kind) + 16
        text, option.text = option.text, ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        room = option.rect.adjusted(36, 0, -kind_width - 8, 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(theme.colour("muted"))
        left = metrics.horizontalAdvance(shown) + 14
        rest = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, max(room.width() - left, 0))
        painter.drawText(room.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, rest)
        right = QRect(option.rect.right() - kind_width, option.rect.y(), kind_width - 8, option.rect.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, kind)
        painter.restore()
