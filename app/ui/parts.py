"""The parts of a record (names, passports …): a small table, and under it the form of the one chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from app.domain import fields
from app.domain.fields import Field, Part
from app.errors import KasebookError, UserError
from app.i18n import _
from app.ui.page import Desk
from app.ui.record_form import RecordForm
from app.ui.widgets.editor import shown
from app.ui.widgets.fitting import Fitting
from app.ui.widgets.form import Form
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import HEADER_HEIGHT, ROW_HEIGHT, TableView
from app.ui.widgets.values import display

MOST_ROWS_SEEN = 6
COLUMN_WIDTH, LEAST_WIDTH = 116, 88


@dataclass(frozen=True, slots=True)
class PartsOf:
    """One record's parts of one kind: where they are read and written.

    ``key`` names the record in the drafts, such as ``person:UUID``. ``save`` returns the part as saved.
    """

    key: str
    parts: Callable[[], Sequence[Part]]
    save: Callable[[Part], Part]
    remove: Callable[[Part], object]


class PartsEditor(QWidget):
    """Adds, edits and removes parts in place; each field of a part is saved by itself."""

    said = Signal(str)  # what can't be done, for the page to tell

    def __init__(
        self, desk: Desk, kind: type[Part], name: str, title: str, columns: Sequence[str], **options: Any
    ) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._name = name
        self._of: PartsOf | None = None
        self._parts: tuple[Part, ...] = ()
        prefix = f"{name}.form"
        kinds = fields.of(kind)
        self.model = TableModel[Part](
            _columns(kind, columns, options), self._lines, lambda part: part.id, self
        )
        self.table = TableView(self.model, f"{name}.table", title)
        self.table.setProperty("framed", "true")
        Fitting(self.table, columns[:0:-1])
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.add_button = button(_("Add"), icon="plus", name=f"{name}.add")
        self.remove_button = button(_("Remove"), icon="trash-2", name=f"{name}.remove")
        self.form = RecordForm(desk, kinds, prefix=prefix, **options)
        self.new = NewPart(kinds, f"{name}.new", options)
        self.empty = PlainLabel(_("Nothing recorded."), "muted")
        self._assemble(title)
        self._connect()

    def _assemble(self, title: str) -> None:
        top = QHBoxLayout()
        top.addWidget(PlainLabel(title, "heading", wraps=False), 1)
        top.addWidget(self.remove_button)
        top.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        for part in (self.empty, self.table, self.form, self.new):
            layout.addWidget(part)
        self.new.hide()

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.add_button.clicked.connect(self.begin_new)
        self.remove_button.clicked.connect(self._remove)
        self.new.wanted.connect(self._add)
        self.new.cancelled.connect(self._give_up)
        self.new.form.saving.connect(lambda name, value: self._keep_new(name))
        self.new.form.drafted.connect(lambda name, text: self._keep_new(name))

    def show_parts(self, of: PartsOf) -> None:
        """Show another record's parts, and what was typed for a new one and never added."""
        if self._of is None or self._of.key != of.key:
            self.leave()
            self.new.hide()
            self.new.form.clear()
        self._of = of
        self.refresh()
        kept = self._desk.office.drafts(self._new_key())
        if kept and self.new.isHidden():
            self.begin_new()
            self.new.form.show_values(
                self._kind(), {key.rpartition(".")[2]: text for key, text in kept.items()}
            )

    def refresh(self) -> None:
        """Show the parts as they are now."""
        assert self._of is not None
        self._parts = tuple(self._of.parts())
        self.model.show_keys([part.id for part in self._parts])
        self._share_room()
        rows = min(len(self._parts), MOST_ROWS_SEEN)
        self.table.setFixedHeight(HEADER_HEIGHT + rows * ROW_HEIGHT + 4)
        self.table.setVisible(bool(self._parts))
        self.empty.setVisible(not self._parts and self.new.isHidden())
        if self.table.current_key() is None:
            self.table.choose_first()
        self._choose(self.table.current_key())

    def _share_room(self) -> None:
        """Give each column what its texts need; the first takes the room that is left."""
        header = self.table.horizontalHeader()
        for at in range(1, header.count()):
            wanted = max(self.table.sizeHintForColumn(at), header.sectionSizeHint(at), LEAST_WIDTH)
            header.resizeSection(at, min(wanted, COLUMN_WIDTH))

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed."""
        self.form.leave()

    def begin_new(self) -> None:
        """Show an empty form for a new part."""
        self.leave()
        self.form.hide()
        self.empty.hide()
        self.new.show()
        self.new.form.focus()

    def _lines(self, keys: Sequence[Any]) -> list[Part]:
        wanted = set(keys)
        return [part for part in self._parts if part.id in wanted]

    def _part(self, key: UUID) -> Part:
        found = next((part for part in self._parts if part.id == key), None)
        if found is None:
            raise UserError(_("This is no longer there."), _("Reload the page."))
        return found

    def _fresh(self, of: PartsOf, key: UUID) -> Part:
        self._parts = tuple(of.parts())
        return self._part(key)

    def _choose(self, key: UUID | None) -> None:
        self.remove_button.setEnabled(key is not None)
        self.form.setVisible(key is not None and self.new.isHidden())
        if key is None or self._of is None:
            return
        of = self._of
        self.form.show_record(
            f"{of.key}.{self._name}.{key}",
            lambda: self._fresh(of, key),
            lambda version, name, value: self._save_field(of, key, version, name, value),
        )

    def _save_field(self, of: PartsOf, key: UUID, version: int, name: str, value: object) -> int:
        changed = replace(self._part(key), version=version, **{name: value})  # type: ignore[arg-type]
        saved = of.save(changed)
        self._parts = tuple(saved if part.id == key else part for part in self._parts)
        self.model.show_anew()
        return saved.version

    def _add(self, values: dict[str, Any]) -> None:
        assert self._of is not None
        part = self._kind(**values)
        of = self._of
        self._desk.office.attempt(lambda: self._added(of.save(part)), failed=self.new.refuse)

    def _added(self, saved: Part) -> None:
        self._give_up()
        self.refresh()
        self.table.choose(saved.id)

    def _give_up(self) -> None:
        for key in self._desk.office.drafts(self._new_key()):
            self._desk.office.drop_draft(key)
        self.new.hide()
        self.new.form.clear()
        self.refresh()

    def _remove(self) -> None:
        key = self.table.current_key()
        if key is None or self._of is None:
            return
        of, part = self._of, self._part(key)
        self._desk.office.attempt(
            lambda: self._removed(of, part), failed=lambda error: self.said.emit(str(error))
        )

    def _removed(self, of: PartsOf, part: Part) -> None:
        of.remove(part)
        self.refresh()
        self._desk.messages.tell(_("Removed."), _("Undo"), self._desk.office.undo)

    def _new_key(self) -> str:
        return f"{self._of.key}.{self._name}.new." if self._of else ""

    def _keep_new(self, name: str) -> None:
        text = shown(self.new.form.raw()[name])
        if text:
            self._desk.office.keep_draft(self._new_key() + name, text)
        else:
            self._desk.office.drop_draft(self._new_key() + name)


class NewPart(QWidget):
    """The form of a part that is not there yet, with Add and Cancel."""

    wanted = Signal(object)  # the values of all fields by name
    cancelled = Signal()

    def __init__(self, kinds: Sequence[Field], name: str, options: dict[str, Any]) -> None:
        super().__init__()
        self.form = Form(kinds, prefix=name, **options)
        self.error = PlainLabel(tone="error")
        self.error.setObjectName(f"{name}.error")
        self.error.hide()
        save = button(_("Add"), kind="primary", name=f"{name}.save")
        cancel = button(_("Cancel"), name=f"{name}.cancel")
        row = QHBoxLayout()
        row.addWidget(save)
        row.addWidget(cancel)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addWidget(self.error)
        layout.addLayout(row)
        save.clicked.connect(self._ask)
        cancel.clicked.connect(self.cancelled)

    def refuse(self, error: KasebookError) -> None:
        """Show why the part could not be added, under the field it is about."""
        name = getattr(error, "field", "")
        if name in self.form.rows:
            self.form.rows[name].refuse(str(error))
        else:
            self.error.setText(str(error))
            self.error.show()

    def _ask(self) -> None:
        self.error.hide()
        try:
            values = self.form.values()
        except UserError:
            return  # and shown under its field
        self.wanted.emit(values)


def _columns(kind: type[Part], names: Sequence[str], options: dict[str, Any]) -> list[Column[Part]]:
    return [_column(fields.named(kind)[name], options.get("name_of", shown)) for name in names]


def _column(field: Field, name_of: Callable[[Any], str]) -> Column[Part]:
    return Column[Part](
        field.name,
        field.short or field.label,
        lambda part: display(field, getattr(part, field.name), name_of),
        width=COLUMN_WIDTH,
    )
