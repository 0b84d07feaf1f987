"""A form over one record of the casebook: saved field by field, with drafts and conflicts."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.fields import Field, Labelled
from app.errors import Busy, Conflict, DiskFull, KasebookError
from app.i18n import N_, _
from app.ui.page import Desk
from app.ui.widgets.editor import shown
from app.ui.widgets.form import Form

_HINTS: dict[type[KasebookError], str] = {
    Busy: N_("It is saved by itself once that is over."),
    DiskFull: N_("Free some space: it is saved by itself then."),
}
AGAIN_MS = 3000  # what a busy casebook or a full disk kept from being saved is saved again after this

Load = Callable[[], Any]  # the record as it is now: its fields as attributes, and ``version``
Write = Callable[[int, str, object], Any]  # by version, field name and value; returns the new version


def _told(value: object) -> str:
    """Return a value as a person reads it."""
    if value in (None, ""):
        return _("nothing")
    return _(value.label) if isinstance(value, Labelled) else shown(value)


class RecordForm(QWidget):
    """Shows one record at a time.

    ``draft_key`` names the record in the drafts, such as ``person:UUID``. A change that a colleague made
    to another field does not stand in the way of a save; one to the same field is shown, and the user
    chooses.
    """

    saved = Signal(str)  # the name of the field

    def __init__(self, desk: Desk, kinds: Sequence[Field], *, prefix: str, **options: Any) -> None:
        super().__init__()
        self._desk = desk
        self._load: Load | None = None
        self._write: Write | None = None
        self._draft_key = ""
        self._value: Any = None
        self._version = 0
        self.form = Form(kinds, prefix=prefix, **options)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self._drafts: Mapping[str, str] = {}  # by field: what was typed here and could not be saved
        self._unsaved: set[str] = set()  # fields for which only room, or another window's end, is waited
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._save_again)
        self.form.saving.connect(self._save)
        self.form.drafted.connect(self._keep)

    def show_record(self, draft_key: str, load: Load, write: Write) -> None:
        """Show a record, with what was typed into it once and could not be saved.

        What is kept is read when the record comes into view: a draft that another window of the same user
        keeps later is not what was typed here.
        """
        is_other = draft_key != self._draft_key
        if is_other:
            self.leave()
            self.form.clear()
            self._unsaved.clear()
        self._draft_key, self._load, self._write = draft_key, load, write
        if is_other:
            kept = self._desk.office.drafts(f"{draft_key}.")
            self._drafts = {name.removeprefix(f"{draft_key}."): text for name, text in kept.items()}
        self._take(load())
        self.form.show_values(self._value, self._drafts)

    def show_value(self, value: Any) -> None:
        """Show the record as it was just loaded."""
        self._take(value)
        self.form.show_values(value)

    def leave(self) -> None:
        """Save, or keep as drafts, what was typed; call it before the record goes out of view."""
        if self._write is not None:
            self.form.flush()

    def _take(self, value: Any) -> None:
        self._value, self._version = value, value.version

    def _save(self, name: str, value: object) -> None:
        """Save one field; by the time a busy casebook lets us, another record may be in view."""
        write, load, key = self._write, self._load, self._draft_key
        assert write is not None
        assert load is not None
        failed = partial(self._refused, name, value, load, key)
        self._desk.office.attempt(
            lambda: self._write_now(write, load, key, name, value), by=self, failed=failed
        )

    def _write_now(self, write: Write, load: Load, key: str, name: str, value: object) -> None:
        before = getattr(self._value, name, None)
        try:
            version = write(self._version, name, value)
        except Conflict:
            theirs = load()
            if getattr(theirs, name) != before:
                raise
            self._version = theirs.version
            version = write(self._version, name, value)
        if key == self._draft_key:
            self._version = version
            self._take(load())
            self.form.saved(name, getattr(self._value, name))
            self.saved.emit(name)

    def _refused(self, name: str, value: object, load: Load, key: str, error: KasebookError) -> None:
        if key != self._draft_key:
            self._desk.office.trouble.emit(error)
        elif isinstance(error, Conflict):
            theirs = load()
            self._take(theirs)
            text = _("{why} Theirs: {theirs}").format(why=error.message, theirs=_told(getattr(theirs, name)))
            self.form.conflict(name, text, getattr(theirs, name))
        elif type(error) in _HINTS:
            self.form.refused(name, type(error)(error.message, _(_HINTS[type(error)])))
            self._unsaved.add(name)
            self._again.start()
        else:
            self.form.refused(name, error)

    def _save_again(self) -> None:
        """Save what was kept from it; a field in which the user is typing saves itself when it is left."""
        names, self._unsaved = self._unsaved, set()
        for name in names:
            if self.form.rows[name].editor.is_focused():
                self._unsaved.add(name)
                self._again.start()
            else:
                self.form.rows[name].flush()

    def _keep(self, name: str, text: str) -> None:
        field = f"{self._draft_key}.{name}"
        self._drafts = {**self._drafts, name: text} if text else _without(self._drafts, name)
        if text:
            self._desk.office.keep_draft(field, text)
        else:
            self._desk.office.drop_draft(field)


def _without(drafts: Mapping[str, str], name: str) -> Mapping[str, str]:
    return {field: text for field, text in drafts.items() if field != name}
