"""What the start pages share: a card in the middle of the window, fields over their errors, and waiting."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.errors import KasebookError
from app.i18n import _
from app.ui import theme
from app.ui.widgets.line_field import LineField
from app.ui.widgets.plain import PlainLabel, button, links

WIDTH = 440


class Card(QWidget):
    """One start page. Subclasses add to ``inside``, and end with ``add_end``."""

    def __init__(self, name: str, title: str, text: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.frame = QFrame()
        self.frame.setProperty("card", "true")
        self.frame.setFixedWidth(WIDTH)
        self.inside = QVBoxLayout(self.frame)
        self.inside.setContentsMargins(28, 24, 28, 24)
        self.inside.setSpacing(6)
        self.inside.addWidget(PlainLabel(title, "title"))
        if text:
            self.inside.addWidget(PlainLabel(text, "muted"))
        self.inside.addSpacing(8)
        self.error = PlainLabel(tone="error")
        self.error.setObjectName(f"{name}.error")
        self.way_out = button(_("Restore a backup…"), kind="link", name=f"{name}.way_out")
        self.way_out.clicked.connect(self._take_way_out)
        self._offered: Callable[[], object] | None = None
        self.waiting = QProgressBar()
        self.waiting.setRange(0, 0)
        self.waiting.setObjectName(f"{name}.working")
        self.waiting.setAccessibleName(_("Working"))
        self.fields: dict[str, LineField] = {}
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(_mark(), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        layout.addLayout(_centred(self.frame))
        layout.addStretch(3)

    def add_field(self, name: str, label: str, *, secret: bool = False, hint: str = "") -> LineField:
        """Add a field under its label; its errors stand below it."""
        field = LineField(f"{self.objectName()}.{name}", label, secret=secret, hint=hint)
        self.fields[name] = field
        self.inside.addWidget(field)
        return field

    def add_end(self, *buttons: QWidget) -> None:
        """Add the place for errors and the buttons, the last one at the right."""
        self.inside.addWidget(self.error)
        self.inside.addWidget(links(self.way_out))
        self.inside.addWidget(self.waiting)
        self.inside.addSpacing(8)
        row = QHBoxLayout()
        for one in buttons[:-1]:
            row.addWidget(one)
        row.addStretch()
        row.addWidget(buttons[-1])
        self.inside.addLayout(row)
        self.error.hide()
        self.way_out.hide()
        self.waiting.hide()

    def refuse(self, error: KasebookError) -> None:
        """Show an error under the field it is about, or above the buttons."""
        field = self.fields.get(getattr(error, "field", ""))
        if field is not None:
            field.refuse(str(error))
            field.edit.setFocus()
        else:
            self.error.setText(str(error))
            self.error.show()

    def advise(self, text: str) -> None:
        """Say ``text`` after an error."""
        self.error.setText(f"{self.error.text()} {text}")

    def offer(self, label: str, act: Callable[[], object]) -> None:
        """Offer a way out below an error."""
        self.way_out.setText(label)
        self.way_out.setAccessibleName(label)
        self.way_out.show()
        self._offered = act

    def _take_way_out(self) -> None:
        if self._offered is not None:
            self._offered()

    def forgive(self) -> None:
        """Take away all errors."""
        self.error.hide()
        self.way_out.hide()
        for field in self.fields.values():
            field.refuse("")

    def wait(self, is_waiting: bool) -> None:
        """Show that something is under way; nothing can be pressed meanwhile."""
        self.frame.setEnabled(not is_waiting)
        self.waiting.setVisible(is_waiting)


def _centred(widget: QWidget) -> QHBoxLayout:
    """Centre by stretches: an aligned widget would not get the height its broken lines need."""
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(widget)
    row.addStretch()
    return row


def require(card: Card, names: Sequence[str]) -> bool:
    """Say whether all these fields have text; show which have not."""
    missing = [name for name in names if not card.fields[name].text().strip()]
    for name in missing:
        card.fields[name].refuse(_("This is needed."))
    if missing:
        card.fields[missing[0]].edit.setFocus()
    return not missing


def _mark() -> QWidget:
    whole = QWidget()
    layout = QHBoxLayout(whole)
    picture = QLabel()
    picture.setPixmap(theme.icon("briefcase-business", "accent").pixmap(QSize(28, 28)))
    layout.addWidget(picture)
    layout.addWidget(PlainLabel("Kasebook", "heading", wraps=False))
    return whole
