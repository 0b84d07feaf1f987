"""Checklist lines ticked by key or by words."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.i18n import Bilingual
from app.services.bulk_items import Offered
from app.ui.bulk.item_picker import ItemPicker
from tests.ui.doubles import press

ITEMS = (
    Offered("K-DOC-01", Bilingual("Passport", "护照"), 3),
    Offered("K-DOC-02", Bilingual("Photograph", "照片"), 3),
    Offered("K-INT-01", Bilingual("Agreement", "委托协议"), 1),
)


@pytest.fixture
def picker(qtbot: QtBot) -> ItemPicker:
    picker = ItemPicker("x")
    qtbot.addWidget(picker)
    picker.show()
    picker.offer(ITEMS, 3)
    return picker


def test_space_ticks_the_current_line(picker: ItemPicker, qtbot: QtBot) -> None:
    assert picker.list.item(2).text() == "K-INT-01  Agreement  in 1 case"
    assert picker.list.item(0).text() == "K-DOC-01  Passport"
    with qtbot.waitSignal(picker.changed):
        press(picker.list, Qt.Key.Key_Space)
    assert picker.chosen() == ("K-DOC-01",)
    assert picker.count.text() == "1 line ticked"


def test_all_that_fit_the_words_are_ticked_and_stay_so(picker: ItemPicker) -> None:
    picker.words.setText("doc")
    assert picker.list.item(2).isHidden()
    picker.all.click()
    picker.words.setText("agree")
    assert picker.chosen() == ("K-DOC-01", "K-DOC-02")
    picker.offer(ITEMS[1:], 3)
    assert picker.chosen() == ("K-DOC-02",)
    picker.none.click()
    assert picker.chosen() == ()
