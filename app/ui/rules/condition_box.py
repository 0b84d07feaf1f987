"""When a rule of the firm applies: comparisons of facts and groups of them, or as it stands."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import conditions, typed_conditions
from app.domain.conditions import Condition
from app.domain.typed_conditions import Group, How, Part, Typed
from app.errors import KasebookError, UserError
from app.i18n import Bilingual, _
from app.ui.rules.condition_parts import ConditionParts
from app.ui.rules.condition_row import EMPTY
from app.ui.widgets.editor import Combo
from app.ui.widgets.plain import PlainLabel

AS_IT_STANDS = "as_it_stands"
PREFIX = "rules.override.when"


class ConditionBox(QWidget):
    """A condition that can't be typed here stays as it stands, unless another one is chosen."""

    typed = Signal()  # the user changed it

    def __init__(self) -> None:
        super().__init__()
        self._now: Condition | None = None
        self.how = Combo(PREFIX)
        self.how.setAccessibleName(_("Applies"))
        self.how.setAccessibleDescription(_("Applies"))
        self.parts = ConditionParts(PREFIX, is_outer=True)
        self.said = PlainLabel(tone="muted")
        self.said.setObjectName(f"{PREFIX}.sentence")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName(f"{PREFIX}.error")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.how, self.parts, self.said, self.error):
            layout.addWidget(part)
        self.how.activated.connect(lambda _at: self._choose())
        self.parts.typed.connect(self._tell)
        self.show_condition(None, "")

    def show_condition(self, condition: Condition | None, kept: str) -> None:
        """Show how an item applies now, None for a new item; over it what was ``kept`` of the typing."""
        self._now = condition
        self.how.clear()
        if condition is not None:
            self.how.addItem(_("As it stands"), AS_IT_STANDS)
        for how in How:
            self.how.addItem(_(how.label), how.value)
        chosen, parts = _read(kept) if kept else (AS_IT_STANDS, [])
        self.how.setCurrentIndex(max(self.how.findData(chosen), 0))
        self.parts.show_parts(parts)
        self._show_parts()

    def _choose(self) -> None:
        """Start from the condition as it stands, or with one empty comparison."""
        if self._is_typed() and not self.parts.rows:
            begun = None if self._now is None else typed_conditions.simple(self._now)
            self.parts.show_parts(begun[1] if begun and begun[1] else (EMPTY,))
        self._show_parts()
        self.typed.emit()

    def _tell(self) -> None:
        self._show_sentence()
        self.typed.emit()

    def _is_typed(self) -> bool:
        return self.how.currentData() in (How.ALL.value, How.ANY.value)

    def _show_parts(self) -> None:
        self.forgive()
        self.parts.setVisible(self._is_typed())
        self._show_sentence()

    def _show_sentence(self) -> None:
        said = self.sentence()
        self.said.setText("\n".join(said) if said else "")
        self.said.setVisible(bool(said))

    @property
    def is_incomplete(self) -> bool:
        """Whether what is typed can't be meant yet."""
        try:
            self._chosen()
        except UserError:
            return True
        return False

    def sentence(self) -> Bilingual | None:
        """Return the condition in words; None where it always holds, or what is typed can't be meant yet."""
        condition = None if self.is_incomplete else self._chosen()
        if condition is None or condition == conditions.ALWAYS:
            return None
        said = typed_conditions.spoken(condition)
        return Bilingual(f"{said.en}.", f"{said.zh}。")

    def _chosen(self) -> Condition | None:
        if not self.is_changed:
            return self._now
        values = self.table()
        return None if values is None else conditions.parse(values)

    @property
    def is_changed(self) -> bool:
        """Whether something else than the condition as it stands was chosen."""
        return bool(self.how.currentData() != AS_IT_STANDS)

    def table(self) -> dict[str, Any] | None:
        """Return the condition typed as packs have it, None for always. Raises ``UserError`` on "when…"."""
        return typed_conditions.table(How(str(self.how.currentData())), self.parts.parts())

    def raw(self) -> str:
        """Return what is typed, to be kept; "" for the condition as it stands."""
        if not self.is_changed:
            return ""
        return json.dumps([self.how.currentData(), [_plain(part) for part in self.parts.parts()]])

    def refuse(self, error: KasebookError) -> None:
        """Show what is wrong, at the comparison it is about."""
        numbers = getattr(error, "field", "").split(".")[1:]
        self.error.setText(str(error))
        self.error.show()
        self.parts.refuse(tuple(int(number) for number in numbers if number.isdigit()))

    def forgive(self) -> None:
        """Take the error away."""
        self.error.hide()
        self.parts.forgive()


def _plain(part: Part) -> list[Any]:
    if isinstance(part, Group):
        return [part.how.value, [_plain(each) for each in part.parts]]
    return [part.fact, part.operator, part.text, part.is_fact]


def _read(kept: str) -> tuple[str, Sequence[Part]]:
    """Return what was kept; nothing of it where another version of the program wrote it."""
    try:
        how, parts = json.loads(kept)
        return str(how), [_part(part) for part in parts]
    except (ValueError, TypeError):
        return AS_IT_STANDS, []


def _part(plain: list[Any]) -> Part:
    if len(plain) == 2:
        how, parts = plain
        return Group(How(how), tuple(_comparison(each) for each in parts))
    return _comparison(plain)


def _comparison(plain: list[Any]) -> Typed:
    fact, operator, text, is_fact = plain
    return Typed(str(fact), str(operator), str(text), is_fact=bool(is_fact))
