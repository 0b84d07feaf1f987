"""The custom by which a file is kept says whose word it is, and claims only its own day."""

from datetime import date

from pytestqt.qtbot import QtBot

from app.domain import retention
from app.services import tables
from app.ui.case.custom_box import CustomBox
from tests.builders import TODAY


def test_the_custom_of_the_country_is_chosen_with_source_and_day_read(qtbot: QtBot) -> None:
    box = CustomBox("test")
    qtbot.addWidget(box)
    customs = tables.customs(TODAY)
    box.show_customs(customs, retention.suggested(customs, "GB"))
    assert box.combo.currentText() == "United Kingdom: at least six years"
    assert "Code of Standards" in box.text.text()
    assert "official" in box.text.text()
    assert box.until(TODAY) == date(2032, 11, 23)
    assert box.rule_of(date(2032, 11, 23), TODAY) == "uk"
    assert box.rule_of(date(2033, 1, 1), TODAY) == box.rule_of(None, TODAY) == ""


def test_without_a_custom_nothing_is_suggested(qtbot: QtBot) -> None:
    box = CustomBox("test")
    qtbot.addWidget(box)
    box.show_customs((), None)
    assert (box.until(TODAY), box.rule_of(TODAY, TODAY), box.text.text()) == (None, "", "")
