"""The print of the history is of the steps its page shows."""

from pytestqt.qtbot import QtBot

from app.domain.operation_kinds import OperationKind
from app.services.history_filter import EVERYTHING, Chosen
from app.ui.page import Desk
from app.ui.preview.history_choices import HistoryChoices


def test_it_orders_the_steps_it_was_given(desk: Desk, qtbot: QtBot) -> None:
    choices = HistoryChoices(desk.settings, "y")
    qtbot.addWidget(choices)
    assert choices.order(None, paper="a4").history == EVERYTHING
    choices.steps = Chosen(kind=OperationKind.PRINT)
    order = choices.order(None, paper="a4")
    assert (order.kind, order.history) == ("history", choices.steps)
