"""The keyboard and the mouse in a table of sections."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.ui.widgets.section_model import SectionModel
from app.ui.widgets.section_view import RichView, SectionView, box_of
from tests.ui.doubles import press
from tests.ui.widgets.test_section_model import COLUMNS, FIRST, SECOND, Row


@pytest.fixture
def view(qtbot: QtBot) -> SectionView:
    model: SectionModel[Row] = SectionModel(COLUMNS, lambda row: row.key)
    rows = [Row(1, "one"), Row(2, "late", True)]
    model.show_sections([(FIRST, rows), (SECOND, [Row(3, "three", None)])])
    view = SectionView(model, "test.sections", "Sections")
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.activateWindow()
    view.setFocus()
    view.choose_first()
    return view


def test_the_first_row_is_the_first_that_is_no_title(view: SectionView) -> None:
    assert view.current_key() == 1
    assert view.current_row() == Row(1, "one")


def test_the_arrows_pass_over_titles(view: SectionView) -> None:
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Down)
    assert view.current_key() == 3


def test_space_asks_to_tick_and_to_untick(view: SectionView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.sections.ticking) as asked:
        press(view, Qt.Key.Key_Space)
    assert asked.args == [1, True]
    view.choose(2)
    with qtbot.waitSignal(view.sections.ticking) as asked:
        press(view, Qt.Key.Key_Space)
    assert asked.args == [2, False]


def test_space_does_nothing_where_there_is_no_box(view: SectionView, qtbot: QtBot) -> None:
    view.choose(3)
    with qtbot.assertNotEmitted(view.sections.ticking):
        press(view, Qt.Key.Key_Space)


def test_a_click_into_the_box_asks_to_tick_and_one_beside_it_does_not(
    view: SectionView, qtbot: QtBot
) -> None:
    cell = view.visualRect(view.sections.index(1, 0))
    with qtbot.waitSignal(view.sections.ticking) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box_of(cell).center())
    assert asked.args == [1, True]
    with qtbot.assertNotEmitted(view.sections.ticking):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center() + QPoint(0, 2))


def test_the_chosen_row_stays_chosen_when_rows_come_and_go(view: SectionView) -> None:
    view.choose(3)
    view.sections.show_sections([(SECOND, [Row(3, "three"), Row(4, "four")])])
    assert view.current_key() == 3


def test_the_width_of_the_stretched_column_is_nobodys_choice(qtbot: QtBot) -> None:
    settings = Settings()
    model: SectionModel[Row] = SectionModel(COLUMNS, lambda row: row.key)
    view = RichView(model, "test.rich", "Rich", settings)
    qtbot.addWidget(view)
    view.show()
    view.resize(640, 200)
    assert not view._widths_timer.isActive()
