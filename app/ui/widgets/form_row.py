"""One field of a form: its label, its editor, its errors, its draft, and the choice after a conflict."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import reading
from app.domain.fields import Field, Kind
from app.errors import UserError
from app.i18n import _
from app.ui.widgets.editor import Editor, shown
from app.ui.widgets.editors import Today
from app.ui.widgets.plain import PlainLabel, button, set_state

SAVE_MS = 800
LABEL_WIDTH = 152


class FormRow(QWidget):
    """One field of a form: its label, its editor, and under it what is wrong or to know."""

    saving = Signal(str, object)
    drafted = Signal(str, str)

    def __init__(self, field: Field, editor: Editor, prefix: str, today: Today) -> None:
        super().__init__()
        self.field = field
        self.editor = editor
        self._today = today
        self._value: object = None
        self._shown = editor.raw()
        self._is_draft = False
        self._timer = QTimer(self, singleShot=True, interval=SAVE_MS)
        self.label = PlainLabel("" if field.kind is Kind.FLAG else _(field.label), "field")
        self.below = PlainLabel(tone="error")
        self._choice: _Choice | None = None
        self._name_widgets(prefix)
        self._assemble()
        editor.typed.connect(self._timer.start)
        editor.left.connect(self._leave)
        self._timer.timeout.connect(lambda: self._commit(is_leaving=False))

    def _name_widgets(self, prefix: str) -> None:
        label = _(self.field.label)
        name = f"{prefix}.{self.field.name}"
        widget = self.editor.widget
        widget.setObjectName(name)
        widget.setAccessibleName(label)
        if self.field.kind in (Kind.CHOICE, Kind.COUNTRY, Kind.LANGUAGE):
            widget.setAccessibleDescription(label)  # a combo box's name is always its text
        self.below.setObjectName(f"{name}.error")
        self.label.setBuddy(widget)
        self.label.setFixedWidth(LABEL_WIDTH)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.label.setContentsMargins(0, 6, 0, 0)  # its first line beside the field's

    def _assemble(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.editor.whole)
        self._column.addWidget(self.below)
        self.below.hide()

    def read(self) -> Any:
        """Return the value typed. Raises ``UserError`` on the field, and shows it."""
        try:
            return reading.read(self.field, self.editor.raw(), today=self._today())
        except UserError as error:
            self.refuse(str(error))
            raise

    def peek(self) -> Any:
        """Return the value typed so far, None where it can't be read yet; nothing is shown."""
        try:
            return reading.read(self.field, self.editor.raw(), today=self._today())
        except UserError:
            return None

    def show_value(self, value: object) -> None:
        """Show a saved value, unless the user is typing or has a draft here."""
        self._value = value
        if self._timer.isActive() or self._is_draft or (self.editor.is_focused() and self._is_edited()):
            return
        self._display(value)

    def _display(self, value: object) -> None:
        self.editor.show_value(value)
        self._shown = self.editor.raw()
        self.note("")
        set_state(self.editor.widget, "state", "")

    def _is_edited(self) -> bool:
        return bool(self.editor.raw() != self._shown)

    def show_draft(self, text: str) -> None:
        """Show what was typed once and could not be saved, and why; a conflict stands until it is decided."""
        if self._timer.isActive() or self._choice is not None:
            return
        self._is_draft = True
        self.editor.show_raw(text)
        try:
            self.read()
            self.note(_("Not saved yet."))
            set_state(self.editor.widget, "state", "draft")
        except UserError:
            pass  # and shown under the field

    def remark(self, text: str) -> None:
        """Say something of the saved value; what is said of a draft, and why it is not saved, stays."""
        if not self._is_draft:
            self.note(text)

    def saved(self, value: object) -> None:
        """Show that ``value`` is saved; while the user types on, what is typed stays."""
        self._value = value
        self._end_conflict()
        if self._is_draft:
            self._is_draft = False
            self.drafted.emit(self.field.name, "")
        if self._timer.isActive():
            return
        if self.editor.is_focused():
            self._shown = self.editor.raw()
            self.note("")
            set_state(self.editor.widget, "state", "")
        else:
            self._display(value)

    def refuse(self, text: str) -> None:
        """Show why it could not be saved."""
        self._say(text, "error")
        set_state(self.editor.widget, "state", "invalid")

    def note(self, text: str) -> None:
        """Say something under the field; "" says nothing. A conflict stands there until it is decided."""
        if self._choice is None:
            self._say(text, "muted")

    def _say(self, text: str, tone: str) -> None:
        self.below.setText(text)
        set_state(self.below, "tone", tone)
        self.below.setVisible(bool(text))
        self._give_room()

    def _give_room(self) -> None:
        """Give the text under the field its height: a form layout keeps that of another width in mind."""
        self.below.setMinimumHeight(self.below.heightForWidth(self.width()) if self.below.text() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text under the field the height of the new width."""
        super().resizeEvent(event)
        self._give_room()

    def keep(self) -> None:
        """Keep what is typed as a draft."""
        self._is_draft = True
        self.drafted.emit(self.field.name, shown(self.editor.raw()))

    def conflict(self, text: str, theirs: object) -> None:
        """Show what another wrote meanwhile, and let the user choose."""
        self.refuse(text)
        self.keep()
        self._end_conflict()
        self._choice = _Choice(self.editor.widget.objectName())
        self._choice.mine.clicked.connect(lambda: self._ask_to_save(self.read()))
        self._choice.theirs.clicked.connect(lambda: self._give_way(theirs))
        self._column.addWidget(self._choice)
        self._choice.show()

    def _give_way(self, theirs: object) -> None:
        """Show theirs, even though the focus falls back into the field when the buttons go."""
        self.saved(theirs)
        self._display(theirs)

    def _end_conflict(self) -> None:
        if self._choice is not None:
            self._choice.deleteLater()
            self._choice.hide()
            self._choice = None

    def forget(self) -> None:
        """Empty the field, and forget what was typed."""
        self._timer.stop()
        self._is_draft = False
        self._value = None
        self._display(None)

    def flush(self) -> None:
        """Save, or keep as a draft, what waits."""
        if self._timer.isActive() or self._is_edited():
            self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        self._commit(is_leaving=True)

    def _commit(self, *, is_leaving: bool) -> None:
        if not self._is_edited() and not self._is_draft:
            return
        try:
            value = reading.read(self.field, self.editor.raw(), today=self._today())
        except UserError as error:
            if is_leaving:  # half a date is no error while it is being typed
                self.refuse(str(error))
            self.keep()
            return
        self._forgive()
        if value == self._value:
            self.saved(value)
        else:
            self._ask_to_save(value)

    def _forgive(self) -> None:
        """Take away what was said of a value that could not be read; what is typed now can."""
        if self._choice is None and self.editor.widget.property("state") == "invalid":
            set_state(self.editor.widget, "state", "draft" if self._is_draft else "")
            self.note("")

    def _ask_to_save(self, value: object) -> None:
        self.saving.emit(self.field.name, value)


class _Choice(QWidget):
    """Theirs or mine, after a conflict."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.theirs = button(_("Take theirs"), kind="link", name=f"{name}.theirs")
        self.mine = button(_("Save mine"), kind="link", name=f"{name}.mine")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.theirs)
        layout.addWidget(self.mine)
        layout.addStretch()
