"""Which lines of the chosen cases' checklists are changed: ticked one by one, or all that fit some words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.folding import fold
from app.i18n import _, language, plural
from app.services.bulk_items import Offered
from app.ui.widgets.plain import LineEdit, PlainLabel, button

HEIGHT, ROW_HEIGHT = 168, 30
_CODE = Qt.ItemDataRole.UserRole


class ItemPicker(QWidget):
    """Space ticks the line that is current; what is ticked stays so while the words hide it."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.words = LineEdit()
        self.list = QListWidget()
        self.all = button(_("Tick all in view"), kind="link", name=f"{name}.items.all")
        self.none = button(_("Tick none"), kind="link", name=f"{name}.items.none")
        self.count = PlainLabel(tone="muted", wraps=False)
        self.words.setObjectName(f"{name}.items.words")
        self.words.setAccessibleName(_("Find checklist lines"))
        self.words.setPlaceholderText(_("Code or words of the line, such as K-DOC or passport"))
        self.list.setObjectName(f"{name}.items")
        self.list.setAccessibleName(_("Checklist lines"))
        self.list.setProperty("framed", "true")
        self.list.setFixedHeight(HEIGHT)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(self.all)
        below.addWidget(self.none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        layout.addLayout(below)
        self.words.textChanged.connect(lambda _text: self._filter())
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))

    def offer(self, items: Sequence[Offered], cases: int) -> None:
        """Offer these items of so many cases; those that were ticked before and are still there stay so."""
        ticked = set(self.chosen())
        was = self.list.blockSignals(True)
        self.list.clear()
        for each in items:
            few = plural("in {count} case", "in {count} cases", each.cases) if each.cases < cases else ""
            title = each.title.text(language())
            made = QListWidgetItem("  ".join(part for part in (each.code, title, few) if part))
            made.setSizeHint(QSize(0, ROW_HEIGHT))  # no wider than the list: a long title is cut with dots
            made.setData(_CODE, each.code)
            made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = each.code in ticked
            made.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self.list.addItem(made)
        self.list.setCurrentRow(0)
        self.list.blockSignals(was)
        self.words.clear()
        self._filter()
        self._tell()

    def chosen(self) -> tuple[str, ...]:
        """Return the codes of the items that are ticked."""
        return tuple(
            str(item.data(_CODE)) for item in self._items() if item.checkState() is Qt.CheckState.Checked
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _filter(self) -> None:
        wanted = fold(self.words.text()).split()
        for item in self._items():
            text = fold(item.text())
            item.setHidden(not all(word in text for word in wanted))

    def _tick(self, state: Qt.CheckState) -> None:
        was = self.list.blockSignals(True)
        for item in self._items():
            if not item.isHidden() or state is Qt.CheckState.Unchecked:
                item.setCheckState(state)
        self.list.blockSignals(was)
        self._tell()

    def _tell(self) -> None:
        self.count.setText(plural("{count} line ticked", "{count} lines ticked", len(self.chosen())))
        self.changed.emit()
