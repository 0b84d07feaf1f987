"""The query box: offers by keyboard, and the note below it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.query_fields import case_fields
from app.ui.widgets.query_box import QueryBox
from tests.ui.doubles import press, type_text


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[QueryBox]:
    whole = QWidget()
    qtbot.addWidget(whole)
    box = QueryBox("cases.search", "Search cases", case_fields)
    layout = QVBoxLayout(whole)
    layout.addWidget(box)
    layout.addWidget(box.note)
    whole.show()
    box.setFocus()
    yield box
    box.popup.hide()


def shown(box: QueryBox) -> list[str]:
    model = box.popup.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_typing_offers_fields_with_their_labels(box: QueryBox) -> None:
    type_text(box, "sta")
    assert box.is_offering()
    assert shown(box) == ["stage:", "state:  A paper is"]


def test_an_offer_is_taken_with_tab_and_the_next_one_comes(box: QueryBox) -> None:
    type_text(box, "stag")
    press(box, Qt.Key.Key_Tab)
    assert box.text() == "stage:"
    assert "collecting  Collecting papers" in " ".join(shown(box))
    type_text(box, "scr")
    press(box, Qt.Key.Key_Tab)
    assert box.text() == "stage:screened "
    assert not box.is_offering()


def test_an_offer_is_chosen_with_the_arrow_and_taken_with_enter(box: QueryBox, qtbot: QtBot) -> None:
    type_text(box, "sta")
    press(box.popup, Qt.Key.Key_Down)
    press(box.popup, Qt.Key.Key_Down)
    press(box.popup, Qt.Key.Key_Return)
    assert box.text() == "state:"


def test_enter_without_a_choice_is_enter(box: QueryBox, qtbot: QtBot) -> None:
    type_text(box, "sta")
    with qtbot.waitSignal(box.returnPressed):
        press(box, Qt.Key.Key_Return)
    assert box.text() == "sta"
    assert not box.is_offering()


def test_words_that_are_no_field_offer_nothing(box: QueryBox) -> None:
    type_text(box, "王伟")
    assert not box.is_offering()


def test_every_field_is_listed_on_request(box: QueryBox) -> None:
    press(box, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert len(shown(box)) == len(case_fields())


def test_a_note_is_shown_and_read_out_until_all_is_understood(box: QueryBox) -> None:
    box.show_notes(["“x:1” is no field; it is looked for as words."])
    assert box.note.isVisible()
    assert "no field" in box.accessibleDescription()
    box.show_notes([])
    assert box.note.isHidden()
    assert box.accessibleDescription() == ""
