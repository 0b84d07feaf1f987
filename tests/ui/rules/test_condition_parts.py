"""The parts of a condition: groups only at the outer level, each removed alone, errors at their place."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.typed_conditions import Group, How, Typed
from app.ui.rules.condition_parts import ConditionGroup, ConditionParts
from app.ui.rules.condition_row import ConditionRow

WEAK = Typed("funds", "eq", "weak")
GROUP = Group(How.ANY, (WEAK, Typed("age_on_filing", "gte", "14")))


@pytest.fixture
def parts(qtbot: QtBot) -> ConditionParts:
    parts = ConditionParts("when", is_outer=True)
    qtbot.addWidget(parts)
    parts.show_parts([WEAK, GROUP])
    parts.show()
    return parts


def test_what_is_shown_comes_back(parts: ConditionParts) -> None:
    assert parts.parts() == [WEAK, GROUP]


def test_a_group_holds_no_further_group(parts: ConditionParts) -> None:
    group = parts.rows[1]
    assert isinstance(group, ConditionGroup)
    assert group.inner.add_group.isHidden()
    assert not parts.add_group.isHidden()


def test_a_group_begins_with_one_empty_fact_and_is_removed_whole(parts: ConditionParts, qtbot: QtBot) -> None:
    parts.add_group.click()
    assert len(parts.rows) == 3
    with qtbot.waitSignal(parts.typed):
        parts.rows[2].gone.click()
    assert parts.parts() == [WEAK, GROUP]


def test_an_error_is_shown_at_its_place_in_a_group(parts: ConditionParts) -> None:
    parts.refuse((2, 2))
    group = parts.rows[1]
    assert isinstance(group, ConditionGroup)
    states = [row.value.property("state") for row in group.inner.rows if isinstance(row, ConditionRow)]
    assert states[1] == "invalid"
    assert states[0] != "invalid"
    parts.forgive()
    assert [row.value.property("state") for row in group.inner.rows if isinstance(row, ConditionRow)][1] == ""
