"""One comparison of a condition: what is offered for a fact, and what is typed comes back."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.facts import REGISTRY
from app.domain.typed_conditions import Typed
from app.ui.rules.condition_row import ConditionRow

YOUNGEST = f"the value of “{REGISTRY['post.k_age_min'].label.en}”"


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (Typed("funds", "eq", "weak"), "weak"),
        (Typed("has_invitation", "ne", "no"), "No"),
        (Typed("age_on_filing", "gte", "14"), "14"),
        (Typed("age_on_filing", "lt", "post.k_age_min", is_fact=True), YOUNGEST),
        (Typed("no_such_fact", "eq", "王 <b>"), "王 <b>"),
    ],
)
def test_a_comparison_is_shown_in_words_and_comes_back(part: Typed, shown: str, qtbot: QtBot) -> None:
    row = ConditionRow("when.1", part)
    qtbot.addWidget(row)
    assert row.value.currentText() == shown
    assert row.part() == part


def test_another_fact_is_offered_only_where_two_can_be_compared(qtbot: QtBot) -> None:
    row = ConditionRow("when.1", Typed("age_on_filing", "gte", ""))
    qtbot.addWidget(row)
    assert row.value.findText(YOUNGEST) >= 0
    row.operator.setCurrentIndex(row.operator.findData("known"))
    row.operator.activated.emit(0)
    assert [row.value.itemText(at) for at in range(row.value.count())] == ["Yes", "No"]
