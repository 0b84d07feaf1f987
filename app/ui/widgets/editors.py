"""One editor for each kind of field: each shows a value as text, and gives back text to be read."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.domain import dates, places, reading
from app.domain.fields import Field, Kind
from app.errors import UserError
from app.i18n import _, language
from app.ui.widgets.editor import Combo, Editor, shown
from app.ui.widgets.finding import Found, KeyEditor, NamedEditor
from app.ui.widgets.plain import LineEdit, PlainLabel, TextEdit

Today = Callable[[], date]


class LineEditor(Editor):
    """One line of text."""

    def __init__(self) -> None:
        self.edit = LineEdit()
        super().__init__(self.edit)
        self.edit.textEdited.connect(lambda _text: self.typed.emit())
        self.edit.editingFinished.connect(self.left)

    def raw(self) -> str:
        """Return the text."""
        return self.edit.text()

    def show_raw(self, text: str) -> None:
        """Show a text from its start."""
        self.edit.show_text(text)


class DateEditor(LineEditor):
    """A date as people type it, with the date it is read as beside it."""

    def __init__(self, field: Field, today: Today) -> None:
        super().__init__()
        self._field = field
        self._today = today
        self.read_as = PlainLabel(tone="muted", wraps=False)
        self.whole = _beside(self.edit, self.read_as)
        self.edit.setPlaceholderText(_("23 Nov 2026"))
        self.edit.textChanged.connect(self._show_reading)

    def _show_reading(self) -> None:
        try:
            value = reading.read(self._field, self.edit.text(), today=self._today())
        except UserError:
            value = None
        text = dates.shown(value, language()) if value else ""
        self.read_as.setText(text if text != self.edit.text() else "")


def _beside(left: QWidget, right: QWidget) -> QWidget:
    whole = QWidget()
    layout = QHBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(left, 3)
    layout.addWidget(right, 2)
    whole.setFocusProxy(left)
    return whole


class LinesEditor(Editor):
    """Several lines of text."""

    def __init__(self) -> None:
        self.edit = TextEdit()
        super().__init__(self.edit)
        self.edit.setFixedHeight(84)
        self._is_showing = False
        self.edit.textChanged.connect(self._tell)
        self.edit.installEventFilter(self)

    def raw(self) -> str:
        """Return the text."""
        return self.edit.toPlainText()

    def show_raw(self, text: str) -> None:
        """Show a text, unless it is there already: its cursor and its undo stay."""
        if text != self.raw():
            self._is_showing = True
            self.edit.setPlainText(text)
            self._is_showing = False

    def _tell(self) -> None:
        if not self._is_showing:
            self.typed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the focus leave."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False


class ChoiceEditor(Editor):
    """One of a few choices, or none."""

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        self.combo = Combo()
        super().__init__(self.combo)
        self.combo.addItem("—", "")
        for value, label in choices:
            self.combo.addItem(label, value)
        self.combo.activated.connect(lambda _at: self.left.emit())

    def raw(self) -> str:
        """Return the stored value of the choice, "" for none."""
        return str(self.combo.currentData() or "")

    def show_raw(self, text: str) -> None:
        """Choose by stored value."""
        self.combo.setCurrentIndex(max(self.combo.findData(text), 0))


class FlagEditor(Editor):
    """Yes or no, where not said means no."""

    def __init__(self, text: str) -> None:
        self.box = QCheckBox(text)
        super().__init__(self.box)
        self.box.clicked.connect(lambda _on: self.left.emit())

    def raw(self) -> bool:
        """Return whether it is ticked."""
        return self.box.isChecked()

    def show_value(self, value: Any) -> None:
        """Tick it or not."""
        self.box.setChecked(bool(value))

    def show_raw(self, text: str) -> None:
        """Tick it or not."""
        self.box.setChecked(text == "True")


def editor_for(
    field: Field, today: Today, find: Callable[[str], Found] | None = None, name_of: Any = shown
) -> Editor:
    """Return the editor for a field; ``find`` and ``name_of`` serve fields that hold a person's key."""
    if field.kind in (Kind.DAY, Kind.PARTIAL):
        return DateEditor(field, today)
    if field.kind is Kind.PERSON:
        return KeyEditor(find or (lambda _text: ()), name_of)
    return _PLAIN[field.kind](field)


def _choices(field: Field) -> list[tuple[str, str]]:
    return [(choice.value, _(choice.label)) for choice in field.choices or ()]


_PLAIN: Mapping[Kind, Callable[[Field], Editor]] = {
    Kind.LINES: lambda field: LinesEditor(),
    Kind.CHOICE: lambda field: ChoiceEditor(_choices(field)),
    Kind.FLAG: lambda field: FlagEditor(_(field.label)),
    Kind.COUNTRY: lambda field: NamedEditor(
        places.countries(language()), lambda code: places.country_name(code).text(language())
    ),
    Kind.LANGUAGE: lambda field: NamedEditor(
        places.languages(language()), lambda tag: places.language_name(tag).text(language())
    ),
    **{
        kind: lambda field: LineEditor()
        for kind in (Kind.TEXT, Kind.NUMBER, Kind.PHONE, Kind.EMAIL, Kind.ZONE, Kind.MONEY)
    },
}
