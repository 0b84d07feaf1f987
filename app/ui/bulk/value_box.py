"""Which field is changed, and to what: a choice, a date, or labels that are added, removed or replaced.

Of checklist lines it is asked too which ones.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import fields, labels, reading
from app.domain.casefile import CaseFile, Speed
from app.domain.cases import Stage
from app.domain.fields import Field, Kind
from app.domain.item_records import ItemState
from app.domain.labels import How
from app.errors import UserError
from app.i18n import N_, _
from app.services import bulk_edits, bulk_items, firms
from app.services.bulk_edits import Wanted
from app.settings import today
from app.ui.bulk.item_picker import ItemPicker
from app.ui.page import Desk
from app.ui.widgets.editor import Combo
from app.ui.widgets.editors import DateEditor
from app.ui.widgets.plain import LineEdit, PlainLabel

# Fields that name a user, and what is offered for nobody (a msgid), "" where somebody is needed.
_USERS = {
    bulk_edits.OWNER: "",
    bulk_edits.REVIEWER: N_("No reviewer"),
    bulk_items.RESPONSIBLE: N_("The owner of the case"),
}


def _day_field(name: str) -> Field | None:
    """Return how a field that holds a day is read; None for any other."""
    if name in bulk_items.FIELDS:
        return bulk_items.day_field(name)
    return fields.named(CaseFile)[name] if bulk_edits.kind_of(name) is Kind.DAY else None


class ValueBox(QWidget):
    """Tells of every change; what can't be read is raised by ``wanted``, as ``UserError``."""

    changed = Signal()

    def __init__(self, desk: Desk, name: str, offered: dict[str, str]) -> None:
        super().__init__()
        self._desk = desk
        self.field = Combo(f"{name}.field")
        self.how = Combo(f"{name}.how")
        self.choice = Combo(f"{name}.choice")
        self.date = DateEditor(fields.named(CaseFile)["planned_filing"], today)
        self.labels = LineEdit()
        self.reason = LineEdit()
        has_items = any(field in bulk_items.FIELDS for field in offered)
        self.items = ItemPicker(name) if has_items else None
        self._cases: Sequence[UUID] = ()
        for field, label in offered.items():
            self.field.addItem(_(label), field)
        for how in How:
            self.how.addItem(_(how.label), how.value)
        self._name(name)
        self._assemble()
        self.field.currentIndexChanged.connect(lambda _at: self._show_field())
        for combo in (self.how, self.choice):
            combo.currentIndexChanged.connect(lambda _at: self.changed.emit())
        if self.items is not None:
            self.items.changed.connect(self.changed)
        for edit in (self.date.edit, self.labels, self.reason):
            edit.textChanged.connect(lambda _text: self.changed.emit())

    def _name(self, name: str) -> None:
        for combo, label in (
            (self.field, _("Field")),
            (self.how, _("What happens to the labels")),
            (self.choice, _("New value")),
        ):
            combo.setAccessibleName(label)
            combo.setAccessibleDescription(label)
        self.date.edit.setObjectName(f"{name}.date")
        self.date.edit.setAccessibleName(_("New date"))
        self.date.edit.setPlaceholderText(_("23 Nov 2026, +7, +2w, = today; nothing empties it"))
        self.labels.setObjectName(f"{name}.labels")
        self.labels.setAccessibleName(_("Labels"))
        self.labels.setPlaceholderText(_("Labels, with commas between"))
        self.reason.setObjectName(f"{name}.reason")
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setPlaceholderText(_("Reason; a return or waiver needs one"))

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("Field"), "field"))
        items = [self.items] if self.items is not None else []
        for part in (self.field, *items, self.how, self.choice, self.date.whole, self.labels, self.reason):
            layout.addWidget(part)

    def begin(self, rows: Sequence[UUID]) -> None:
        """Offer the users, offices and lines that there are now for these rows, with nothing typed."""
        self._cases = rows
        self.date.show_raw("")
        for edit in (self.labels, self.reason):
            edit.clear()
        if self.items is not None:
            self.items.offer((), 0)
        self._show_field()

    def _show_field(self) -> None:
        name = self.field.currentData()
        is_date = _day_field(name) is not None
        is_labels = name == bulk_edits.LABELS
        self._offer_items(name)
        self.reason.setVisible(name == bulk_items.STATE)
        self.how.setVisible(is_labels)
        self.labels.setVisible(is_labels)
        self.date.whole.setVisible(is_date)
        self.choice.setVisible(not is_date and not is_labels)
        was = self.choice.blockSignals(True)
        self.choice.clear()
        for value, label in self._choices(name):
            self.choice.addItem(label, value)
        self.choice.blockSignals(was)
        self.changed.emit()

    def _offer_items(self, name: str) -> None:
        """Offer the lines of the chosen cases where a field of theirs is to be changed."""
        if self.items is None:
            return
        is_wanted = name in bulk_items.FIELDS
        if is_wanted and not self.items.list.count():
            self.items.offer(self._desk.office.read(bulk_items.offered, self._cases), len(self._cases))
        self.items.setVisible(is_wanted)

    def _choices(self, name: str) -> list[tuple[str, str]]:
        office = self._desk.office
        if name in _USERS:
            there = [(user.id.hex, user.name) for user in office.read(firms.users)]
            return [*there, *([("", _(_USERS[name]))] if _USERS[name] else [])]
        if name == bulk_items.STATE:
            return [(state.value, _(state.label)) for state in ItemState]
        if name == bulk_edits.OFFICE:
            there = [(each.id.hex, each.name) for each in office.read(firms.offices)]
            return [*there, ("", _("No office"))]
        if name == bulk_edits.STAGE:
            offered = [stage for stage in Stage if stage not in bulk_edits.ONE_AT_A_TIME]
            return [(stage.value, _(stage.label)) for stage in offered]
        if name == "speed":
            return [*((speed.value, _(speed.label)) for speed in Speed), ("", _("Not known"))]
        return []

    def wanted(self) -> Wanted:
        """Return the change asked for. Raises ``UserError`` for what can't be read or is missing."""
        name = self.field.currentData()
        if name in bulk_items.FIELDS:
            return self._wanted_of_items(name)
        if name == bulk_edits.LABELS:
            how = How(self.how.currentData())
            typed = labels.read(self.labels.text())
            if not typed and how is not How.REPLACE:
                raise UserError(_("Type the labels."))
            return Wanted(name, typed, how)
        return Wanted(name, self._value(name))

    def _wanted_of_items(self, name: str) -> Wanted:
        items = self.items.chosen() if self.items is not None else ()
        if not items:
            raise UserError(_("Tick the checklist lines to change."))
        return Wanted(name, self._value(name), items=items, reason=self.reason.text().strip())

    def _value(self, name: str) -> Any:
        field = _day_field(name)
        if field is not None:
            return reading.read(field, self.date.edit.text(), today=today())
        return self._chosen(name)

    def _chosen(self, name: str) -> Any:
        value = self.choice.currentData()
        if not value:
            return None
        if name in _USERS or name == bulk_edits.OFFICE:
            return UUID(hex=value)
        if name == bulk_items.STATE:
            return ItemState(value)
        return Stage(value) if name == bulk_edits.STAGE else Speed(value)
