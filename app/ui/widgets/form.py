"""A form built from declared fields: saved field by field, errors under the field, nothing typed is lost."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from app.domain.fields import Field
from app.errors import KasebookError
from app.settings import today as today_here
from app.ui.widgets.editor import shown
from app.ui.widgets.editors import Today, editor_for
from app.ui.widgets.finding import Found
from app.ui.widgets.form_row import LABEL_WIDTH as LABEL_WIDTH
from app.ui.widgets.form_row import FormRow

WIDEST = 720


class Form(QWidget):
    """Shows values and asks by signal to save one field, when it is left or 800 ms after the last key.

    The owner answers each ``saving`` with ``saved`` or ``refused``. What can't be saved is told by
    ``drafted``, and stays in its field.
    """

    saving = Signal(str, object)  # the field's name, its new value
    drafted = Signal(str, str)  # the field's name, its unsaved text; "" once it is saved or given up

    def __init__(
        self,
        kinds: Sequence[Field],
        *,
        prefix: str,
        today: Today = today_here,
        find: Callable[[str], Found] | None = None,
        name_of: Callable[[Any], str] = shown,
    ) -> None:
        super().__init__()
        self.fields = tuple(kinds)
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(8)
        self._layout.setHorizontalSpacing(12)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setMaximumWidth(WIDEST)
        self.rows = {
            field.name: FormRow(field, editor_for(field, today, find, name_of), prefix, today)
            for field in self.fields
        }
        for row in self.rows.values():
            self._layout.addRow(row.label, row)
            row.saving.connect(self.saving)
            row.drafted.connect(self.drafted)

    def insert_before(self, name: str, part: QWidget) -> None:
        """Lay ``part`` across the form above a field."""
        rows = range(self._layout.rowCount())
        there = next(at for at in rows if self._field_at(at) is self.rows[name])
        self._layout.insertRow(there, part)

    def _field_at(self, row: int) -> QWidget | None:
        item = self._layout.itemAt(row, QFormLayout.ItemRole.FieldRole)
        return item.widget() if item else None

    def show_values(self, value: object, drafts: Mapping[str, str] | None = None) -> None:
        """Show the attributes of ``value``, and over them what was typed and not saved.

        A field in which the user is typing keeps what is typed.
        """
        for name, row in self.rows.items():
            row.show_value(getattr(value, name, None))
            if drafts and name in drafts:
                row.show_draft(drafts[name])

    def show_notes(self, notes: Mapping[str, str]) -> None:
        """Say something under fields, such as what a date also could mean."""
        for name, row in self.rows.items():
            row.remark(notes.get(name, ""))

    def saved(self, name: str, value: object) -> None:
        """Show that ``value`` is what is saved now."""
        self.rows[name].saved(value)

    def refused(self, name: str, error: KasebookError) -> None:
        """Show why a field could not be saved, under it or under the field the error is about."""
        about = getattr(error, "field", "") or name
        self.rows[about if about in self.rows else name].refuse(str(error))
        self.rows[name].keep()

    def conflict(self, name: str, text: str, theirs: object) -> None:
        """Show what another wrote meanwhile, and let the user choose: theirs or mine."""
        self.rows[name].conflict(text, theirs)

    def values(self) -> dict[str, Any]:
        """Return the values of all fields as they stand. Raises ``UserError`` on the first bad one."""
        return {name: row.read() for name, row in self.rows.items()}

    def readable(self) -> dict[str, Any]:
        """Return the values of the fields that can be read and hold something."""
        peeked = {name: row.peek() for name, row in self.rows.items()}
        return {name: value for name, value in peeked.items() if value is not None}

    def raw(self) -> dict[str, Any]:
        """Return what is typed in all fields."""
        return {name: row.editor.raw() for name, row in self.rows.items()}

    def clear(self) -> None:
        """Empty all fields, and forget what was typed."""
        for row in self.rows.values():
            row.forget()

    def flush(self) -> None:
        """Save, or keep as a draft, whatever was typed and waits."""
        for row in self.rows.values():
            row.flush()

    def focus(self, name: str = "") -> None:
        """Put the focus into a field, the first one if none is named."""
        self.rows[name or self.fields[0].name].editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
