"""One comparison of a condition: a fact, an operator, and a value to choose or type, or another fact."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from app.domain import fact_types, typed_conditions
from app.domain.fact_types import Fact, Kind
from app.domain.facts import REGISTRY
from app.domain.places import Named
from app.domain.typed_conditions import OPERATORS, Typed
from app.i18n import _, language
from app.ui.widgets.editor import Combo
from app.ui.widgets.finding import NamedEditor
from app.ui.widgets.plain import icon_button, set_state

EMPTY = Typed("", "eq", "")


class ConditionRow(QWidget):
    """``typed`` says that the user changed it; ``gone`` is the button that removes it."""

    typed = Signal()

    def __init__(self, name: str, part: Typed) -> None:
        super().__init__()
        named = [Named(fact.name, fact.label) for fact in REGISTRY.values()]
        self.fact = NamedEditor(named, lambda name: _label(REGISTRY[name]) if name in REGISTRY else name)
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
        self._show(part)
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

    def _show(self, part: Typed) -> None:
        self.fact.show_value(part.fact)
        self._take_fact()
        self.operator.setCurrentIndex(max(self.operator.findData(part.operator), 0))
        self._offer_values()
        self.value.setEditText(self._shown(part))

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
        self.value.addItems(list(self._others()))
        self.value.setEditText(held)

    def _choices(self) -> list[tuple[str, str]]:
        fact = self._fact()
        if self.operator.currentData() == "known" or (fact and fact.kind is Kind.YES_NO):
            words = (("yes", fact_types.YES), ("no", fact_types.NO))
            return [(code, label.text(language())) for code, label in words]
        return [(code, label.text(language())) for code, label in fact.choices.items()] if fact else []

    def _others(self) -> dict[str, str]:
        """Return the facts that this one can be compared with, by what is shown for them."""
        fact, operator = self._fact(), str(self.operator.currentData())
        others = typed_conditions.comparable(fact, operator) if fact else ()
        return {_value_of(other): other.name for other in others}

    def _shown(self, part: Typed) -> str:
        if part.is_fact:
            return _value_of(REGISTRY[part.text]) if part.text in REGISTRY else part.text
        labels = dict(self._choices())
        typed = part.text.split(",") if part.text else ()
        return ", ".join(labels.get(each.strip(), each.strip()) for each in typed)

    def _fact(self) -> Fact | None:
        typed = self.fact.raw().strip().casefold()
        fits = (fact for fact in REGISTRY.values() if typed in (fact.name, _label(fact).casefold()))
        return next(fits, None)

    def part(self) -> Typed:
        """Return the comparison as typed; a fact that there is not by the text typed for it."""
        fact, operator = self._fact(), str(self.operator.currentData())
        name = fact.name if fact else self.fact.raw().strip()
        other = self._others().get(self.value.currentText().strip())
        if other:
            return Typed(name, operator, other, is_fact=True)
        codes = {label: code for code, label in self._choices()}
        typed = [each.strip() for each in self.value.currentText().split(",")]
        return Typed(name, operator, ",".join(codes.get(each, each) for each in typed))

    def refuse(self, _place: tuple[int, ...] = ()) -> None:
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


def _value_of(fact: Fact) -> str:
    return _("the value of “{fact}”").format(fact=_label(fact))
