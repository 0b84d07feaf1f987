"""A form that is recorded as a whole, by its button; what is typed and not recorded is kept meanwhile."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.fields import Field
from app.errors import KasebookError, UserError
from app.ui.page import Desk
from app.ui.widgets.editor import shown
from app.ui.widgets.form import Form
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.scrolled import bring_into_view


class WholeForm(QWidget):
    """Shows fields with one button under them; ``wanted`` tells all values by name when it is pressed."""

    wanted = Signal(object)

    def __init__(
        self, desk: Desk, kinds: Sequence[Field], *, prefix: str, label: str, **options: Any
    ) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        self._start: Mapping[str, Any] = {}
        self.form = Form(kinds, prefix=prefix, **options)
        self.error = PlainLabel(tone="error")
        self.error.setObjectName(f"{prefix}.error")
        self.save = button(label, kind="primary", name=f"{prefix}.save")
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.form)
        layout.addWidget(self.error)
        layout.addLayout(row)
        self.error.hide()
        self.save.clicked.connect(self._ask)
        self.form.saving.connect(lambda name, _value: self._keep(name))
        self.form.drafted.connect(lambda name, _text: self._keep(name))

    def begin(self, key: str, values: Mapping[str, Any]) -> None:
        """Show ``values`` to start from, and over them what was typed under ``key`` and never recorded."""
        if key != self._key:
            self.leave()
            self._key = key
            self.form.clear()
            self.forgive()
        self._start = values
        drafts = self._desk.office.drafts(f"{key}.")
        kept = {name.removeprefix(f"{key}."): text for name, text in drafts.items()}
        self.form.show_values(_Values(values), kept)

    def leave(self) -> None:
        """Keep what was typed."""
        if self._key:
            self.form.flush()

    def recorded(self) -> None:
        """Forget what was typed: it is recorded now."""
        for name in self._desk.office.drafts(f"{self._key}."):
            self._desk.office.drop_draft(name)
        self.form.clear()
        self.form.show_values(_Values(self._start))

    def refuse(self, error: KasebookError) -> None:
        """Show why it can't be recorded, under the field it is about."""
        name = getattr(error, "field", "")
        if name in self.form.rows:
            self.form.rows[name].refuse(str(error))
            self.form.focus(name)
            bring_into_view(self.form.rows[name])
        else:
            self.error.setText(str(error))
            self.error.show()
            bring_into_view(self.error)

    def forgive(self) -> None:
        """Take the error away."""
        self.error.hide()

    def _ask(self) -> None:
        self.forgive()
        try:
            values = self.form.values()
        except UserError as error:
            if error.field in self.form.rows:
                bring_into_view(self.form.rows[error.field])
            return  # and shown under its field
        self.wanted.emit(values)

    def _keep(self, name: str) -> None:
        text = shown(self.form.raw()[name])
        if text and text != shown(self._start.get(name)):
            self._desk.office.keep_draft(f"{self._key}.{name}", text)
        else:
            self._desk.office.drop_draft(f"{self._key}.{name}")


class _Values:
    """Values by name, as the attributes that a form shows."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)
