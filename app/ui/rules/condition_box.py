"""When a rule of the firm applies: comparisons of facts, all or one of which must hold, or as it stands."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain import fact_types, typed_conditions
from app.domain.conditions import Condition
from app.domain.fact_types import Fact, Kind
from app.domain.facts import REGISTRY
from app.domain.places import Named
from app.domain.typed_conditions import OPERATORS, How, Typed
from app.errors import KasebookError
from app.i18n import _, language
from app.ui.widgets.editor import Combo
from app.ui.widgets.finding import NamedEditor
from app.ui.widgets.plain import PlainLabel, button, icon_button, set_state

AS_IT_STANDS = "as_it_stands"
PREFIX = "rules.override.when"


class ConditionBox(QWidget):
    """A condition that can't be typed here stays as it stands, unless another one is chosen."""

    typed = Signal()  # the user changed it

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._count = 0
        self.how = Combo(PREFIX)
        self.how.setAccessibleName(_("Applies"))
        self.how.setAccessibleDescription(_("Applies"))
        self.add = button(_("One more fact"), icon="plus", name=f"{PREFIX}.add")
        self.error = PlainLabel(tone="error")
        self.error.setObjectName(f"{PREFIX}.error")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.how)
        layout.addLayout(self._list)
        more = QHBoxLayout()
        more.addWidget(self.add)
        more.addStretch()
        layout.addLayout(more)
        layout.addWidget(self.error)
        self.how.activated.connect(lambda _at: self._choose())
        self.add.clicked.connect(lambda: self._add(Typed("", "eq", "")).focus())
        self.show_condition(None, "")

    def show_condition(self, condition: Condition | None, kept: str) -> None:
        """Show how an item applies now, None for a new item; over it what was ``kept`` of the typing."""
        now = None if condition is None else typed_conditions.simple(condition)
        self.how.clear()
        if condition is not None:
            self.how.addItem(_("As it stands"), AS_IT_STANDS)
        for how in How:
            self.how.addItem(_(how.label), how.value)
        chosen, parts = _read(kept) if kept else (AS_IT_STANDS, [])
        self.how.setCurrentIndex(max(self.how.findData(chosen), 0))
        self._begun = now
        self._show_rows(parts)
        self._show_parts()

    def _choose(self) -> None:
        """Start from the condition as it stands, or with one empty comparison."""
        if self._is_typed() and not self._rows:
            self._show_rows(self._begun[1] if self._begun and self._begun[1] else (Typed("", "eq", ""),))
        self._show_parts()
        self.typed.emit()

    def _is_typed(self) -> bool:
        return self.how.currentData() in (How.ALL.value, How.ANY.value)

    def _show_parts(self) -> None:
        self.forgive()
        for row in self._rows:
            row.setVisible(self._is_typed())
        self.add.setVisible(self._is_typed())

    def _show_rows(self, parts: Sequence[Typed]) -> None:
        for row in tuple(self._rows):
            self._remove(row)
        for part in parts:
            self._add(part)

    def _add(self, part: Typed) -> "_Row":
        self._count += 1
        row = _Row(f"{PREFIX}.{self._count}", part)
        row.typed.connect(self.typed)
        row.gone.clicked.connect(lambda: self._drop(row))
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: "_Row") -> None:
        self._remove(row)
        self.typed.emit()

    def _remove(self, row: "_Row") -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    @property
    def is_changed(self) -> bool:
        """Whether something else than the condition as it stands was chosen."""
        return bool(self.how.currentData() != AS_IT_STANDS)

    def table(self) -> dict[str, Any] | None:
        """Return the condition typed as packs have it, None for always. Raises ``UserError`` on "when…"."""
        return typed_conditions.table(How(str(self.how.currentData())), [row.part() for row in self._rows])

    def raw(self) -> str:
        """Return what is typed, to be kept; "" for the condition as it stands."""
        if not self.is_changed:
            return ""
        parts = [row.part() for row in self._rows]
        return json.dumps([self.how.currentData(), [[p.fact, p.operator, p.text] for p in parts]])

    def refuse(self, error: KasebookError) -> None:
        """Show what is wrong, at the comparison it is about."""
        number = getattr(error, "field", "").partition(".")[2].partition(".")[0]
        self.error.setText(str(error))
        self.error.show()
        if number.isdigit() and 0 < int(number) <= len(self._rows):
            self._rows[int(number) - 1].refuse()

    def forgive(self) -> None:
        """Take the error away."""
        self.error.hide()
        for row in self._rows:
            row.forgive()


class _Row(QWidget):
    """One comparison: a fact, an operator, a value to choose or type."""

    typed = Signal()

    def __init__(self, name: str, part: Typed) -> None:
        super().__init__()
        named = [Named(fact.name, fact.label) for fact in REGISTRY.values()]
        self.fact = NamedEditor(named, lambda name: _label(REGISTRY[name]))
        self.operator = Combo(f"{name}.operator")
        self.value = Combo(f"{name}.value")
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.gone = icon_button("x", _("Remove this fact"), name=f"{name}.remove")
        self.fact.widget.setObjectName(f"{name}.fact")
        for widget, label in ((self.fact.widget, _("Fact")), (self.operator, _("How it compares")),
                              (self.value, _("Value"))):  # fmt: skip
            widget.setAccessibleName(label)
            widget.setAccessibleDescription(label)
        self._assemble()
        self.fact.show_value(part.fact)
        self._take_fact()
        self.operator.setCurrentIndex(max(self.operator.findData(part.operator), 0))
        self._offer_values()
        self.value.setEditText(self._shown(part.text))
        self._connect()

    def _assemble(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.fact.whole, 0, 0, 1, 2)
        layout.addWidget(self.gone, 0, 2)
        layout.addWidget(self.operator, 1, 0)
        layout.addWidget(self.value, 1, 1, 1, 2)
        for combo in (self.operator, self.value):
            combo.setMinimumContentsLength(5)  # two beside each other, in a narrow panel
        for column, share in enumerate((2, 3)):
            layout.setColumnStretch(column, share)

    def _connect(self) -> None:
        self.fact.left.connect(self._change_fact)
        self.operator.activated.connect(lambda _at: self._change_operator())
        edit = self.value.lineEdit() or QLineEdit()
        edit.editingFinished.connect(self.typed)
        self.value.activated.connect(lambda _at: self.typed.emit())

    def _change_fact(self) -> None:
        self._take_fact()
        self._offer_values()
        self.typed.emit()

    def _change_operator(self) -> None:
        self._offer_values()
        self.typed.emit()

    def _take_fact(self) -> None:
        fact, before = self._fact(), self.operator.currentData()
        self.operator.clear()
        for operator in typed_conditions.offered(fact) if fact else OPERATORS:
            self.operator.addItem(_(OPERATORS[operator]), operator)
        self.operator.setCurrentIndex(max(self.operator.findData(before), 0))

    def _offer_values(self) -> None:
        held = self.value.currentText()
        self.value.clear()
        self.value.addItems([label for _code, label in self._choices()])
        self.value.setEditText(held)

    def _choices(self) -> list[tuple[str, str]]:
        fact = self._fact()
        if self.operator.currentData() == "known" or (fact and fact.kind is Kind.YES_NO):
            words = (("yes", fact_types.YES), ("no", fact_types.NO))
            return [(code, label.text(language())) for code, label in words]
        return [(code, label.text(language())) for code, label in fact.choices.items()] if fact else []

    def _shown(self, text: str) -> str:
        labels = dict(self._choices())
        return ", ".join(labels.get(each.strip(), each.strip()) for each in text.split(",")) if text else ""

    def _fact(self) -> Fact | None:
        typed = self.fact.raw().strip().casefold()
        fits = (fact for fact in REGISTRY.values() if typed in (fact.name, _label(fact).casefold()))
        return next(fits, None)

    def part(self) -> Typed:
        """Return the comparison as typed; a fact that there is not by the text typed for it."""
        fact = self._fact()
        name = fact.name if fact else self.fact.raw().strip()
        codes = {label: code for code, label in self._choices()}
        typed = [each.strip() for each in self.value.currentText().split(",")]
        text = ",".join(codes.get(each, each) for each in typed)
        return Typed(name, str(self.operator.currentData()), text)

    def refuse(self) -> None:
        """Mark it as wrong."""
        for widget in (self.fact.widget, self.value):
            set_state(widget, "state", "invalid")

    def forgive(self) -> None:
        """Take the mark away."""
        for widget in (self.fact.widget, self.value):
            set_state(widget, "state", "")

    def focus(self) -> None:
        """Go to the fact."""
        self.fact.widget.setFocus()


def _label(fact: Fact) -> str:
    return fact.label.text(language())


def _read(kept: str) -> tuple[str, list[Typed]]:
    """Return what was kept; nothing of it where another version of the program wrote it."""
    try:
        how, parts = json.loads(kept)
        return str(how), [Typed(str(fact), str(operator), str(text)) for fact, operator, text in parts]
    except (ValueError, TypeError):
        return AS_IT_STANDS, []
