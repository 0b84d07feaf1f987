"""Whose work is shown: mine or everybody's, of an office or of all."""

from uuid import uuid4

from pytestqt.qtbot import QtBot

from app.services.firms import OfficeLine
from app.ui.page import Desk
from app.ui.widgets.whose import Whose


def test_offices_are_offered_where_there_are_several_and_stay_chosen(desk: Desk, qtbot: QtBot) -> None:
    me, east, west = desk.office.user[0], uuid4(), uuid4()
    offices = [OfficeLine(east, "East", "", "SG"), OfficeLine(west, "West", "", "SG")]
    whose = Whose("x", desk)
    qtbot.addWidget(whose)
    whose.show()
    whose.offer(offices[:1])
    assert not whose.office.isVisible()
    whose.offer(offices)
    assert whose.office.isVisible()
    assert (whose.owners, whose.office_id) == (None, None)
    whose.office.setCurrentIndex(2)
    with qtbot.waitSignal(whose.changed):
        whose.mine.setChecked(True)
    whose.offer(offices)
    assert (whose.owners, whose.office_id) == (frozenset({me}), west)
