"""The originals that are not with the client, each to be ticked as given back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, language
from app.services.closing import Original
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.scrolled import empty


class OriginalsBox(QWidget):
    """Nothing is ticked at first: that a paper went back is for a person to say."""

    changed = Signal()

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._prefix = prefix
        self._boxes: dict[str, QCheckBox] = {}
        self.about = PlainLabel(tone="muted")
        self.all = button(_("All given back"), icon="check", kind="link", name=f"{prefix}.all")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.about)
        layout.addLayout(self._list)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.all.clicked.connect(self.tick_all)

    def show_originals(self, found: Sequence[Original], *, keep_ticks: bool) -> None:
        """Show the originals of a case; ``keep_ticks`` where it is the one in view already."""
        ticked = self.ticked() if keep_ticks else ()
        empty(self._list)
        self._boxes = {each.key: self._box(at, each) for at, each in enumerate(found)}
        for key, box in self._boxes.items():
            box.setChecked(key in ticked)
            box.toggled.connect(self.changed)
        self.about.setText(
            _("Tick what went back to the client.") if found else _("Every original is with the client.")
        )
        self.all.setVisible(len(found) > 1)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all originals shown."""
        return tuple(self._boxes)

    def ticked(self) -> tuple[str, ...]:
        """Return the keys of those that were given back."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def tick_all(self) -> None:
        """Say that every original went back."""
        for box in self._boxes.values():
            box.setChecked(True)

    def _box(self, at: int, original: Original) -> QCheckBox:
        made = QCheckBox()
        said = f"{original.title.text(language())} ({_(original.where)})"
        made.setObjectName(f"{self._prefix}.original.{at}")
        made.setAccessibleName(said)
        label = PlainLabel(said)
        label.setBuddy(made)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self._list.addWidget(whole)
        return made
