"""The parts of a condition one under the other: comparisons, and groups of comparisons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.typed_conditions import Group, How, Part, Typed
from app.i18n import N_, _
from app.ui.rules.condition_row import EMPTY, ConditionRow
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import button, icon_button

_TOGETHER = {How.ALL: N_("all of these hold"), How.ANY: N_("one of these holds")}


class ConditionParts(QWidget):
    """``typed`` says that the user changed one. Groups stand at the outer level only."""

    typed = Signal()

    def __init__(self, prefix: str, *, is_outer: bool) -> None:
        super().__init__()
        self._prefix, self._count = prefix, 0
        self.rows: list[ConditionRow | ConditionGroup] = []
        self.add = button(_("One more fact"), icon="plus", name=f"{prefix}.add")
        self.add_group = button(_("A group of facts"), icon="plus", name=f"{prefix}.add_group")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        more = QHBoxLayout()
        more.setSpacing(8)
        more.addWidget(self.add)
        more.addWidget(self.add_group)
        more.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._list)
        layout.addLayout(more)
        self.add_group.setVisible(is_outer)  # once it has a parent: it would be a window of its own
        self.add.clicked.connect(lambda: self._add(EMPTY).focus())
        self.add_group.clicked.connect(lambda: self._add(Group(How.ANY, (EMPTY,))).focus())

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts in place of those there are."""
        for row in tuple(self.rows):
            self._remove(row)
        for part in parts:
            self._add(part)

    def _add(self, part: Part) -> ConditionRow | ConditionGroup:
        self._count += 1
        name = f"{self._prefix}.{self._count}"
        row = ConditionRow(name, part) if isinstance(part, Typed) else ConditionGroup(name, part)
        row.typed.connect(self.typed)
        row.gone.clicked.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: ConditionRow | ConditionGroup) -> None:
        self._remove(row)
        self.typed.emit()

    def _remove(self, row: ConditionRow | ConditionGroup) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def parts(self) -> list[Part]:
        """Return the parts as typed."""
        return [row.part() for row in self.rows]

    def refuse(self, place: tuple[int, ...]) -> None:
        """Mark the part at ``place`` as wrong: its number, and the number within a group."""
        if place and 0 < place[0] <= len(self.rows):
            self.rows[place[0] - 1].refuse(place[1:])

    def forgive(self) -> None:
        """Take the marks away."""
        for row in self.rows:
            row.forgive()


class ConditionGroup(QFrame):
    """Comparisons that belong together within a condition, in a frame of their own."""

    typed = Signal()

    def __init__(self, name: str, group: Group) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.how = Combo(f"{name}.how")
        for how, label in _TOGETHER.items():
            self.how.addItem(_(label), how.value)
        self.how.setAccessibleName(_("How the facts of the group belong together"))
        self.how.setAccessibleDescription(_("How the facts of the group belong together"))
        self.how.setCurrentIndex(max(self.how.findData(group.how.value), 0))
        self.gone = icon_button("x", _("Remove this group"), name=f"{name}.remove")
        self.inner = ConditionParts(name, is_outer=False)
        self.inner.show_parts(group.parts)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.how, 1)
        head.addWidget(self.gone)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.inner)
        self.how.activated.connect(lambda _at: self.typed.emit())
        self.inner.typed.connect(self.typed)

    def part(self) -> Group:
        """Return the group as typed."""
        typed = tuple(each for each in self.inner.parts() if isinstance(each, Typed))
        return Group(How(str(self.how.currentData())), typed)

    def refuse(self, place: tuple[int, ...] = ()) -> None:
        """Mark the comparison that is wrong."""
        self.inner.refuse(place)

    def forgive(self) -> None:
        """Take the marks away."""
        self.inner.forgive()

    def focus(self) -> None:
        """Go to the first fact of the group."""
        if self.inner.rows:
            self.inner.rows[0].focus()
