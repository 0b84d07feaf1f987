"""A side panel scrolls under its title, and Escape or its cross puts it away."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain import fields
from app.ui.case.closing_panel import Asked
from app.ui.case.side_panel import SidePanel
from app.ui.page import Desk
from app.ui.whole_form import WholeForm
from tests.ui.doubles import press


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> SidePanel:
    form = WholeForm(desk, fields.of(Asked), prefix="test", label="Do it")
    panel = SidePanel(form, "test", "Put it away")
    panel.lay_out(form)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_escape_and_the_cross_put_it_away(panel: SidePanel) -> None:
    press(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    panel.show()
    panel.away.click()
    assert not panel.isVisible()


def test_the_focus_it_had_is_given_back(panel: SidePanel, qtbot: QtBot) -> None:
    panel.form.form.focus("decision")
    with qtbot.waitSignal(panel.left):
        panel.leave()
