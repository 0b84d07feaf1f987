"""What a merge would do: every field of both records beside each other, the choice where they differ."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import KasebookError
from app.i18n import _
from app.services import duplicates
from app.services.duplicates import Preview, Side
from app.ui.page import Desk
from app.ui.people import list_model
from app.ui.people.section_parts import finding
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.scrolled import bring_into_view
from app.ui.widgets.values import display

KEPT, OTHER = range(2)


class MergePreview(QFrame):
    """Nothing is changed until the button is pressed, and then by one step."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pair: tuple[UUID, UUID] | None = None
        self._seen: Preview | None = None
        self.groups: dict[str, QButtonGroup] = {}
        self.setProperty("card", "true")
        self.title = PlainLabel(tone="heading")
        self.about = PlainLabel(tone="muted")
        self.grid = QWidget()
        self.moved = PlainLabel(tone="muted")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName("people.merge.error")
        self.go = button(_("Merge"), kind="primary", name="people.merge.go")
        self.swap = button(_("Keep the other record"), kind="link", name="people.merge.swap")
        self.cancel = button(_("Cancel"), name="people.merge.cancel")
        self._assemble()
        self.go.clicked.connect(self.merge)
        self.swap.clicked.connect(self._swap)
        self.cancel.clicked.connect(self.hide)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        for each in (self.go, self.cancel):
            row.addWidget(each)
        row.addStretch()
        self._grid = QGridLayout(self.grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.grid, self.moved, self.error):
            layout.addWidget(part)
        layout.addLayout(row)

    def show_pair(self, kept: UUID, other: UUID) -> None:
        """Show what merging the record ``other`` into ``kept`` would do."""
        self._pair = kept, other
        self._seen = seen = self._desk.office.read(duplicates.preview, kept, other)
        self.title.setText(_("Merge into {name}").format(name=list_model.told_apart(seen.kept)))
        text = _("{name} is archived and points to the record kept. One step, and undo takes it back.")
        self.about.setText(text.format(name=list_model.told_apart(seen.other)))
        self._show_sides(seen)
        counts = ", ".join(f"{_(what)} {count}" for what, count in seen.moved)
        self.moved.setText(_("Moved: {counts}.").format(counts=counts) if counts else _("Nothing is moved."))
        self.error.setText("\n".join(seen.refusals))
        self.error.setVisible(bool(seen.refusals))
        self.go.setEnabled(not seen.refusals)
        bring_into_view(self.go)

    def _show_sides(self, seen: Preview) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.groups = {}
        for column, head in ((1, _("Record kept")), (2, _("Other record"))):
            self._grid.addWidget(PlainLabel(head, "field"), 0, column)
        shown = [side for side in seen.sides if side.kept not in (None, "") or side.other not in (None, "")]
        for row, side in enumerate(shown, 1):
            self._grid.addWidget(PlainLabel(_(side.field.label), "field"), row, 0, Qt.AlignmentFlag.AlignTop)
            place = self._put_choice if side.differs else self._put_values
            place(row, side)

    def _put_values(self, row: int, side: Side) -> None:
        for column, value in ((1, side.kept), (2, side.other)):
            shown = PlainLabel(self._text(side, value) or "—", "muted")
            self._grid.addWidget(shown, row, column, Qt.AlignmentFlag.AlignTop)

    def _put_choice(self, row: int, side: Side) -> None:
        group = self.groups[side.field.name] = QButtonGroup(self)
        for at, value in ((KEPT, side.kept), (OTHER, side.other)):
            text = self._text(side, value)
            choice = QRadioButton(text.replace("&", "&&"))
            choice.setObjectName(f"people.merge.{side.field.name}.{('kept', 'other')[at]}")
            choice.setAccessibleName(_("{field}: {value}").format(field=_(side.field.label), value=text))
            choice.setChecked(at == KEPT)
            group.addButton(choice, at)
            self._grid.addWidget(choice, row, at + 1)

    def _text(self, side: Side, value: Any) -> str:
        return " ".join(display(side.field, value, finding(self._desk.office)["name_of"]).split())[:120]

    def merge(self) -> None:
        """Merge as it is chosen."""
        pair, seen, office = self._pair, self._seen, self._desk.office
        if pair is None or seen is None:
            return
        chosen = [name for name, group in self.groups.items() if group.checkedId() == OTHER]

        def work() -> None:
            office.write(duplicates.merge, *pair, seen.versions, chosen)
            self._tell()

        office.attempt(work, by=self, failed=self._refuse)

    def _tell(self) -> None:
        self.done.emit()
        self._desk.messages.tell(_("Merged."), _("Undo"), self._desk.office.undo)

    def _refuse(self, error: KasebookError) -> None:
        self.error.setText(str(error))
        self.error.show()

    def _swap(self) -> None:
        if self._pair is not None:
            kept, other = self._pair
            self.show_pair(other, kept)
