"""Rows under section titles: what Qt sees of them, ticks asked by signal, places kept."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.widgets.section_model import (
    FIRST_TONE_ROLE,
    SECOND_ROLE,
    SECOND_TONE_ROLE,
    RichColumn,
    Section,
    SectionModel,
)
from tests.ui.doubles import obeys_qt

CHECK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True)
class Row:
    key: int
    text: str
    ticked: bool | None = False


COLUMNS: tuple[RichColumn[Row], ...] = (
    RichColumn(
        "text",
        "Text",
        lambda row: row.text,
        first_tone=lambda row: "bad" if row.text == "late" else "",
        second=lambda row: f"below {row.text}",
        second_tone=lambda row: "muted",
        ticked=lambda row: row.ticked,
    ),
    RichColumn("key", "Key", lambda row: str(row.key)),
)
FIRST, SECOND = Section("First", "1 of 2"), Section("Second")


@pytest.fixture
def model() -> SectionModel[Row]:
    made: SectionModel[Row] = SectionModel(COLUMNS, lambda row: row.key)
    made.show_sections([(FIRST, [Row(1, "one"), Row(2, "late", True)]), (SECOND, [Row(3, "three", None)])])
    return made


def test_it_obeys_qts_rules(model: SectionModel[Row], qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, model)


def test_titles_stand_over_their_rows(model: SectionModel[Row]) -> None:
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "First", "one", "late", "Second", "three",
    ]  # fmt: skip
    assert model.section_at(0) == FIRST
    assert model.section_at(1) is None


def test_a_title_can_not_be_chosen_and_a_row_can(model: SectionModel[Row]) -> None:
    assert model.index(0, 0).flags() == Qt.ItemFlag.NoItemFlags
    assert model.index(1, 0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_rich_cell_says_more_than_its_text(model: SectionModel[Row]) -> None:
    cell = model.index(2, 0)
    said = [cell.data(role) for role in (FIRST_TONE_ROLE, SECOND_ROLE, SECOND_TONE_ROLE)]
    assert said == ["bad", "below late", "muted"]
    assert model.index(2, 1).data(SECOND_ROLE) is None


def test_a_tick_is_asked_for_and_not_made(model: SectionModel[Row], qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.ticking) as asked:
        assert model.setData(model.index(1, 0), Qt.CheckState.Checked, int(CHECK))
    assert asked.args == [1, True]
    assert model.index(1, 0).data(CHECK) == Qt.CheckState.Unchecked


def test_what_has_no_box_is_not_ticked(model: SectionModel[Row]) -> None:
    assert not model.index(4, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.setData(model.index(4, 0), Qt.CheckState.Checked, int(CHECK))
    assert not model.setData(model.index(0, 0), Qt.CheckState.Checked, int(CHECK))


def test_the_same_rows_come_anew_without_a_reset(model: SectionModel[Row], qtbot: QtBot) -> None:
    rows = [(Section("First", "2 of 2"), [Row(1, "one", True), Row(2, "late", True)])]
    rows.append((SECOND, [Row(3, "three", None)]))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_sections(rows)
    section = model.section_at(0)
    assert section is not None
    assert section.aside == "2 of 2"
    assert model.index(1, 0).data(CHECK) == Qt.CheckState.Checked


def test_other_rows_reset_the_table_and_empty_sections_are_left_out(
    model: SectionModel[Row], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.show_sections([(FIRST, []), (SECOND, [Row(3, "three")])])
    assert [row.key for row in model.rows()] == [3]
    assert model.rowCount() == 2
    assert model.row(1) is None


def test_a_file_gets_each_row_with_its_section_and_its_second_line(model: SectionModel[Row]) -> None:
    assert model.heads([0])[0] == "Section"
    assert list(model.texts([0])) == [
        ["First", "one\nbelow one"],
        ["First", "late\nbelow late"],
        ["Second", "three\nbelow three"],
    ]
