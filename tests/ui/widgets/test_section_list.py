"""The list of a page's sections."""

from pytestqt.qtbot import QtBot

from app.ui.widgets.section_list import ITEM_HEIGHT, SectionList


def test_the_first_section_is_chosen_and_every_row_has_its_height(qtbot: QtBot) -> None:
    made = SectionList("test.sections", ["One", "Two"], 160)
    qtbot.addWidget(made)
    made.show()
    assert made.currentRow() == 0
    assert [made.visualItemRect(made.item(at)).height() for at in range(2)] == [ITEM_HEIGHT] * 2
