"""By which custom the file of a closed case is kept, with whose word that is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.basis import OFFICE_WORDS
from app.domain.retention import Custom
from app.i18n import _, language
from app.services import item_texts
from app.ui import words
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import PlainLabel


class CustomBox(QWidget):
    """The custom of the office's country is chosen at first; another one suggests another day."""

    chosen = Signal()

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._customs: tuple[Custom, ...] = ()
        self.combo = Combo(f"{prefix}.custom")
        self.combo.setAccessibleName(_("Custom of keeping"))
        self.combo.setAccessibleDescription(_("Custom of keeping"))
        self.text = PlainLabel(tone="muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.combo)
        layout.addWidget(self.text)
        self.combo.currentIndexChanged.connect(lambda _at: self._explain())
        self.combo.activated.connect(lambda _at: self.chosen.emit())

    def show_customs(self, customs: Sequence[Custom], first: Custom | None) -> None:
        """Offer these customs, the one suggested chosen."""
        self._customs = tuple(customs)
        self.combo.clear()
        self.combo.addItems([each.title.text(language()) for each in self._customs])
        self.combo.setCurrentIndex(self._customs.index(first) if first else -1)
        self._explain()

    def until(self, today: date) -> date | None:
        """Return the day that the custom chosen suggests for a case closed today."""
        found = self._chosen()
        return found.until(today) if found else None

    def rule_of(self, until: date | None, today: date) -> str:
        """Return the custom that a day comes from; "" for a day of one's own, or none."""
        found = self._chosen()
        return found.id if found and until and found.until(today) == until else ""

    def _chosen(self) -> Custom | None:
        at = self.combo.currentIndex()
        return self._customs[at] if 0 <= at < len(self._customs) else None

    def _explain(self) -> None:
        found = self._chosen()
        self.text.setText(f"{found.text.text(language())}\n{cited(found)}" if found else "")


def cited(custom: Custom) -> str:
    """Return whose word a custom is, where it was read and when."""
    sources = "; ".join(item_texts.cited(each.source, each.locator) for each in custom.sources)
    read = _("read on {day}").format(day=words.day(custom.checked_on))
    return f"{_(OFFICE_WORDS[custom.basis])} · {sources} · {read}"
