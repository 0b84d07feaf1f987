"""The print of a list is of the list it was given."""

from pytestqt.qtbot import QtBot

from app.ui.page import Desk
from app.ui.preview.list_choices import ListChoices
from tests.pdf import samples_list


def test_it_orders_the_list_it_was_given(desk: Desk, qtbot: QtBot) -> None:
    choices = ListChoices(desk.settings, "y")
    qtbot.addWidget(choices)
    choices.listed = samples_list.sheet().listed
    order = choices.order(None, paper="a4")
    assert (order.kind, order.listed) == ("list", choices.listed)
