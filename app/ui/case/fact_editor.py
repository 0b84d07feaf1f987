"""Sets one fact: by choice where it has choices, else by typing; "not known" is a choice like any other."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from app.domain import dates, fact_types, places
from app.domain.fact_types import Fact, Kind
from app.errors import KasebookError, UserError
from app.i18n import _, language
from app.services.case_facts import FactLine
from app.settings import today
from app.ui.widgets.editor import Editor
from app.ui.widgets.editors import LineEditor
from app.ui.widgets.finding import NamedEditor
from app.ui.widgets.plain import PlainLabel, set_state

NOT_KNOWN = ""
SHORT = 12  # characters; two choices as short as this stand beside each other


class FactEditor(QWidget):
    """Asks by signal to set its fact, and shows under it why that was refused."""

    setting = Signal(str, str)  # the fact's name, its text as ``parse_value`` reads it

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._prefix = prefix
        self._line: FactLine | None = None
        self._input: _Input | None = None
        self.error = PlainLabel(tone="error")
        self.error.setObjectName(f"{prefix}.error")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.error)
        self.error.hide()

    def show_fact(self, line: FactLine) -> None:
        """Show a fact and its value; the same fact keeps its widgets and the focus."""
        if self._line is None or self._line.fact.name != line.fact.name or self._input is None:
            self._build(line.fact)
        assert self._input is not None
        if self._line is None or line != self._line:
            self._input.show_text(line.text)
            self.forgive()
        self._line = line

    def refuse(self, error: KasebookError) -> None:
        """Show why the value can't be so."""
        self.error.setText(error.hint or error.message)
        self.error.show()
        if self._input is not None:
            set_state(self._input.first, "state", "invalid")

    def forgive(self) -> None:
        """Take the error away."""
        self.error.hide()
        if self._input is not None:
            set_state(self._input.first, "state", "")

    def focus(self) -> None:
        """Go to the first choice, or into the line."""
        if self._input is not None:
            self._input.first.setFocus()

    def _build(self, fact: Fact) -> None:
        if self._input is not None:
            self._layout.removeWidget(self._input)
            self._input.deleteLater()
        self._line = None
        made = _INPUTS[fact.kind](fact, f"{self._prefix}.value")
        made.chosen.connect(self._set)
        made.misread.connect(self.refuse)
        self._input = made
        self._layout.insertWidget(0, made)

    def _set(self, text: str) -> None:
        self.forgive()
        if self._line is not None and text != self._line.text:
            self.setting.emit(self._line.fact.name, text)


class _Input(QWidget):
    """What all ways to set a fact have in common."""

    chosen = Signal(str)
    misread = Signal(object)  # a UserError
    first: QWidget

    def show_text(self, text: str) -> None:
        """Show a stored text, "" for what is not known."""
        raise NotImplementedError


class _OneOf(_Input):
    """One of a few values, or not known."""

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        self._buttons: dict[str, QRadioButton] = {}
        is_short = all(len(label) <= SHORT for _value, label in choices)
        for at, (value, label) in enumerate((*choices, (NOT_KNOWN, _("Not known")))):
            made = QRadioButton(label)
            made.setObjectName(f"{name}.{value or 'unknown'}")
            made.clicked.connect(lambda _on, value=value: self.chosen.emit(value))
            grid.addWidget(made, 0 if is_short else at, at if is_short else 0)
            self._buttons[value] = made
        grid.setColumnStretch(9, 1)
        self.first = next(iter(self._buttons.values()))

    def show_text(self, text: str) -> None:
        """Choose what is stored."""
        self._buttons.get(text, self._buttons[NOT_KNOWN]).setChecked(True)


class _SomeOf(_Input):
    """Any of a few values; none of them and not known are two different things."""

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._boxes = {value: self._box(label, f"{name}.{value}") for value, label in choices}
        self._none = self._box(_("None of these"), f"{name}.none")
        for box in (*self._boxes.values(), self._none):
            layout.addWidget(box)
            box.clicked.connect(self._tell)
        self.first = next(iter(self._boxes.values()))

    def _box(self, label: str, name: str) -> QCheckBox:
        made = QCheckBox(label)
        made.setObjectName(name)
        return made

    def _tell(self, _on: bool) -> None:
        if self.sender() is self._none and self._none.isChecked():
            self.chosen.emit("none")
            return
        ticked = sorted(value for value, box in self._boxes.items() if box.isChecked())
        self.chosen.emit(",".join(ticked))

    def show_text(self, text: str) -> None:
        """Tick what is stored."""
        held = set(text.split(","))
        for value, box in self._boxes.items():
            box.setChecked(value in held)
        self._none.setChecked(text == "none")


class _Typed(_Input):
    """A value that is typed; ``read`` makes of it what is stored, and raises ``UserError``."""

    def __init__(
        self,
        editor: Editor,
        name: str,
        label: str,
        read: Callable[[str], str],
        shown: Callable[[str], str] = str,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._read = read
        self._shown = shown
        self.first = editor.widget
        self.first.setObjectName(name)
        self.first.setAccessibleName(label)
        self.first.setAccessibleDescription(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(editor.whole)
        editor.left.connect(self._tell)

    def _tell(self) -> None:
        try:
            text = self._read(str(self._editor.raw()).strip())
        except UserError as error:
            self.misread.emit(error)
            return
        self.chosen.emit(text)

    def show_text(self, text: str) -> None:
        """Show what is stored."""
        self._editor.show_value(self._shown(text))


def _labels(fact: Fact) -> list[tuple[str, str]]:
    labels = ((value, label.text(language())) for value, label in fact.choices.items())
    return [(value, label[:1].upper() + label[1:]) for value, label in labels]


def _yes_no(fact: Fact, name: str) -> _Input:
    words = (("yes", fact_types.YES), ("no", fact_types.NO))
    return _OneOf([(value, label.text(language())) for value, label in words], name)


def _line(
    placeholder: Callable[[], str], read: Callable[[str], str], shown: Callable[[str], str] = str
) -> Callable[[Fact, str], _Input]:
    def build(fact: Fact, name: str) -> _Input:
        editor = LineEditor()
        editor.edit.setPlaceholderText(placeholder())
        return _Typed(editor, name, fact.label.text(language()), read, shown)

    return build


def _country(fact: Fact, name: str) -> _Input:
    editor = NamedEditor(
        places.countries(language()), lambda code: places.country_name(code).text(language())
    )
    return _Typed(
        editor, name, fact.label.text(language()), lambda text: places.find_country(text) if text else ""
    )


def _read_day(text: str) -> str:
    return dates.full_day(text, today=today())[0].isoformat() if text else ""


def _read_countries(text: str) -> str:
    parts = text.replace("、", ",").replace("，", ",").split(",")
    return ",".join(places.find_country(part) for part in parts if part.strip())


def _show_countries(text: str) -> str:
    return ", ".join(places.country_name(code).text(language()) for code in text.split(",") if code)


_INPUTS: dict[Kind, Any] = {
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: lambda fact, name: _OneOf(_labels(fact), name),
    Kind.CHOICES: lambda fact, name: _SomeOf(_labels(fact), name),
    Kind.COUNTRY: _country,
    Kind.COUNTRIES: _line(lambda: _("Countries, with commas between"), _read_countries, _show_countries),
    Kind.NUMBER: _line(lambda: _("A whole number"), str),
    Kind.DATE: _line(lambda: _("2026-11-23, 23 Nov 2026 …"), _read_day),
    Kind.PERIOD: _line(lambda: _("15 days, 3 months …"), str),
    Kind.TEXT: _line(lambda: "", str),
}
