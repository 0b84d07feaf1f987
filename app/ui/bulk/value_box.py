"""Which field is changed, and to what: a choice, a date, or labels that are added, removed or replaced."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import fields, labels, reading
from app.domain.casefile import CaseFile, Speed
from app.domain.cases import Stage
from app.domain.fields import Kind
from app.domain.labels import How
from app.errors import UserError
from app.i18n import _
from app.services import bulk_edits, firms
from app.services.bulk_edits import Wanted
from app.settings import today
from app.ui.page import Desk
from app.ui.widgets.editor import Combo
from app.ui.widgets.editors import DateEditor
from app.ui.widgets.plain import LineEdit, PlainLabel


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
        for field, label in offered.items():
            self.field.addItem(_(label), field)
        for how in How:
            self.how.addItem(_(how.label), how.value)
        self._name(name)
        self._assemble()
        self.field.currentIndexChanged.connect(lambda _at: self._show_field())
        for combo in (self.how, self.choice):
            combo.currentIndexChanged.connect(lambda _at: self.changed.emit())
        for edit in (self.date.edit, self.labels):
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

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("Field"), "field"))
        for part in (self.field, self.how, self.choice, self.date.whole, self.labels):
            layout.addWidget(part)

    def begin(self) -> None:
        """Offer the users and offices there are now, with nothing typed."""
        self.date.show_raw("")
        self.labels.clear()
        self._show_field()

    def _show_field(self) -> None:
        name = self.field.currentData()
        is_date = bulk_edits.kind_of(name) is Kind.DAY
        is_labels = name == bulk_edits.LABELS
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

    def _choices(self, name: str) -> list[tuple[str, str]]:
        office = self._desk.office
        if name == bulk_edits.OWNER:
            return [(user.id.hex, user.name) for user in office.read(firms.users)]
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
        if name == bulk_edits.LABELS:
            how = How(self.how.currentData())
            typed = labels.read(self.labels.text())
            if not typed and how is not How.REPLACE:
                raise UserError(_("Type the labels."))
            return Wanted(name, typed, how)
        if bulk_edits.kind_of(name) is Kind.DAY:
            field = fields.named(CaseFile)[name]
            return Wanted(name, reading.read(field, self.date.edit.text(), today=today()))
        return Wanted(name, self._chosen(name))

    def _chosen(self, name: str) -> Any:
        value = self.choice.currentData()
        if not value:
            return None
        if name in (bulk_edits.OWNER, bulk_edits.OFFICE):
            return UUID(hex=value)
        return Stage(value) if name == bulk_edits.STAGE else Speed(value)
