"""Who may be the same person: said to be somebody else, or merged, with everything seen before."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.services import duplicates
from app.services.duplicates import Alike
from app.services.people_list import PersonLine
from app.ui.page import Desk
from app.ui.people import list_model
from app.ui.people.merge_preview import MergePreview
from app.ui.widgets.plain import PlainLabel, button, set_tip
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import HEADER_HEIGHT, ROW_HEIGHT, TableView

MOST_ROWS_SEEN = 6
COLUMNS: tuple[Column[Alike], ...] = (
    Column("person", N_("Person"), lambda each: list_model.told_apart(each.line), width=190),
    Column("why", N_("Why"), lambda each: _(each.why.value), width=160, tone=lambda each: "warn"),
)


class Duplicates(QWidget):
    """Enter on a person goes there; a merge is previewed in place and taken back by undo."""

    going = Signal(object)  # a person's key

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person_id: UUID | None = None
        self._alike: dict[UUID, Alike] = {}
        self.model = TableModel(COLUMNS, self._lines, lambda each: each.line.id, self)
        self.table = TableView(self.model, "people.duplicates", _("May be the same person"))
        self.nobody = PlainLabel(_("Nobody in the casebook looks like this person."), "muted")
        self.apart = button(_("Different people"), icon="users", name="people.duplicates.apart")
        self.merge = button(_("Merge…"), icon="copy", name="people.duplicates.merge")
        self.preview = MergePreview(desk)
        self.known = QWidget()
        self._assemble()
        self.apart.clicked.connect(self._say_different)
        self.merge.clicked.connect(self._show_preview)
        self.table.opened.connect(self.going)
        self.table.chosen.connect(self._choose)
        self.preview.done.connect(self._merged)

    def _assemble(self) -> None:
        self.table.setProperty("framed", "true")
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.addWidget(self.apart)
        buttons.addWidget(self.merge)
        buttons.addStretch()
        self._known = QVBoxLayout(self.known)
        self._known.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(_("May be the same person"), "heading"))
        layout.addWidget(self.nobody)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        layout.addWidget(self.preview)
        layout.addWidget(self.known)
        layout.addStretch()
        self.preview.hide()

    def show_person(self, person_id: UUID) -> None:
        """Show who may be the same as a person, and who is known not to be."""
        if person_id != self._person_id:
            self.preview.hide()
        self._person_id, office = person_id, self._desk.office
        self._alike = {each.line.id: each for each in office.read(duplicates.alike, person_id)}
        self.model.show_keys(list(self._alike))
        count = len(self._alike)
        self.table.setFixedHeight(HEADER_HEIGHT + min(count, MOST_ROWS_SEEN) * ROW_HEIGHT + 4)
        for part in (self.table, self.apart, self.merge):
            part.setVisible(bool(count))
        self.nobody.setVisible(not count)
        if count and self.table.current_key() is None:
            self.table.choose_first()
        self._show_known(office.read(duplicates.different, person_id))

    def leave(self) -> None:
        """Nothing is typed here."""

    def _lines(self, keys: Sequence[Any]) -> list[Alike]:
        return [self._alike[key] for key in keys if key in self._alike]

    def _choose(self, _key: UUID | None) -> None:
        self.preview.hide()

    def _show_known(self, lines: Sequence[PersonLine]) -> None:
        while (item := self._known.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if lines:
            self._known.addWidget(PlainLabel(_("Known to be somebody else"), "heading"))
        for line in lines:
            self._known.addWidget(self._known_row(line))

    def _known_row(self, line: PersonLine) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PlainLabel(list_model.told_apart(line)), 1)
        again = button(_("Hint again"), kind="link", name=f"people.duplicates.again.{line.id}")
        again.setAccessibleName(_("Hint again: {name}").format(name=line.name))
        set_tip(again, _("These two may be one after all"))
        again.clicked.connect(lambda: self._hint_again(line.id))
        layout.addWidget(again)
        return row

    def _say_different(self) -> None:
        self._write(duplicates.say_different, self.table.current_key(), _("Remembered."))

    def _hint_again(self, other: UUID) -> None:
        self._write(duplicates.hint_again, other, _("They are hinted again."))

    def _write(self, operation: Callable[..., None], other: UUID | None, told: str) -> None:
        key, office = self._person_id, self._desk.office
        if key is None or other is None:
            return

        def work() -> None:
            office.write(operation, key, other)
            self.show_person(key)
            self._desk.messages.tell(told, _("Undo"), office.undo)

        office.attempt(work, by=self)

    def _show_preview(self) -> None:
        other = self.table.current_key()
        if self._person_id is not None and other is not None:
            self.preview.show_pair(self._person_id, other)
            self.preview.show()

    def _merged(self) -> None:
        self.preview.hide()
        if self._person_id is not None:
            self.show_person(self._person_id)
