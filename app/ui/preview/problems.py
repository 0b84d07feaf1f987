"""Says in place what is not drawn as itself, so that it is mended, or printed with open eyes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.i18n import _
from app.ui.widgets.plain import PlainLabel, button

MOST_SHOWN = 4


class Problems(QFrame):
    """Stands above the pages, where there is anything to say; what was seen once is not asked about again."""

    asking_person = Signal()
    accepted = Signal()

    def __init__(self, name: str = "preview") -> None:
        super().__init__()
        self._problems: frozenset[str] = frozenset()
        self._seen: frozenset[str] = frozenset()
        self.setProperty("notice", "bad")
        self.list = PlainLabel()
        self.list.setObjectName(f"{name}.problems")
        self.person = button(_("Open the client's record"), kind="link", name=f"{name}.person")
        self.anyway = button(_("Print anyway"), kind="link", name=f"{name}.anyway")
        row = QHBoxLayout()
        row.addWidget(self.person)
        row.addWidget(self.anyway)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 8)
        layout.addWidget(PlainLabel(_("Some characters can't be drawn"), "heading"))
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.person.clicked.connect(self.asking_person)
        self.anyway.clicked.connect(self._accept)
        self.hide()

    @property
    def are_seen(self) -> bool:
        """Whether nothing is left that nobody has seen."""
        return self._problems <= self._seen

    def show_problems(self, problems: Sequence[str]) -> None:
        """Show them, or nothing where there are none."""
        self._problems = frozenset(problems)
        shown = list(problems[:MOST_SHOWN])
        if len(problems) > MOST_SHOWN:
            shown.append(_("And {count} more.").format(count=len(problems) - MOST_SHOWN))
        self.list.setText("\n".join(shown))
        self.anyway.setHidden(self.are_seen)
        self.setVisible(bool(problems))

    def forget(self) -> None:
        """Ask anew about everything, because it is about somebody else."""
        self._seen = frozenset()

    def _accept(self) -> None:
        self._seen |= self._problems
        self.anyway.hide()
        self.accepted.emit()
