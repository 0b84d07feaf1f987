"""A message that lies over the bottom of the window for a while, with one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.i18n import _
from app.ui.widgets.plain import PlainLabel, button

SHORT_MS, LONG_MS = 6_000, 15_000
WIDEST = 560
MARGIN = 48


class Toast(QFrame):
    """One toast over ``host``. A newer text takes the place of the older one."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("toast")
        self._host = host
        self.label = PlainLabel()
        self.label.setObjectName("toast.text")
        self.button = button(_("Undo"), name="toast.action")
        self.close_button = button(_("Close"), name="toast.close")
        self._timer = QTimer(self, singleShot=True)
        self._act: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 10, 10)
        layout.setSpacing(10)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button)
        self._timer.timeout.connect(self.hide)
        self.button.clicked.connect(self._do)
        self.close_button.clicked.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def tell(self, text: str, label: str = "", act: Callable[[], object] | None = None) -> None:
        """Show ``text``, and a button ``label`` that does ``act``; longer where there is something to do."""
        self.label.setText(text)
        self.button.setText(label)
        self.button.setVisible(act is not None)
        self._act = act
        self._place()
        self.show()
        self.raise_()
        self._timer.start(LONG_MS if act or len(text) > 80 else SHORT_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _place(self) -> None:
        host = self._host
        room = min(WIDEST, host.width() - 2 * MARGIN)
        wanted = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 240
        width = max(120, min(room, wanted))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((host.width() - width) // 2, host.height() - self.height() - MARGIN)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
