"""The machine-readable zone: checked while typed, compared side by side, taken over only where ticked."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services import people
from app.ui.office import Office
from app.ui.people.page import PeoplePage
from app.ui.people.section_parts import PartsSection
from app.ui.people.zone_box import DifferencesModel, ZoneBox
from tests.ui.doubles import Recorder, click, obeys_qt, type_text

# A fictional passport with right check digits.
ZONE = "P<INDSAMPLE<<ANANYA<<<<<<<<<<<<<<<<<<<<<<<<<\nX1234567<7IND9804027F3105010<<<<<<<<<<<<<<<6"


@pytest.fixture
def box(page: PeoplePage, keys: dict[str, UUID]) -> ZoneBox:
    page.show_what(keys["ananya"])
    page.panel.show_zone()
    part = page.panel.part("passports")
    assert isinstance(part, PartsSection)
    assert part.zone is not None
    return part.zone


def read(box: ZoneBox, text: str) -> None:
    box.lines.setPlainText(text)
    box.read()


def row_of(model: DifferencesModel, label: str) -> int:
    labels = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    return labels.index(label)


def test_half_a_zone_is_said_calmly(box: ZoneBox, qtbot: QtBot) -> None:
    type_text(box.lines, "P<IND")
    qtbot.waitUntil(lambda: "1 line;" in box.problem.text())
    assert box.problem.property("tone") == "muted"
    assert not box.fill_button.isEnabled()


def test_right_digits_are_said_and_both_sides_shown(box: ZoneBox) -> None:
    read(box, ZONE)
    assert box.problem.property("tone") == "good"
    rows = [row_of(box.model, label) for label in ("Given names", "Passport number")]
    texts = [[box.model.data(box.model.index(row, column)) for column in (1, 2)] for row in rows]
    assert texts == [["Ananya", "ANANYA"], ["", "X1234567"]]  # another passport than the one recorded


def test_a_wrong_digit_is_named_by_line_and_position(box: ZoneBox) -> None:
    read(box, ZONE.replace("X1234567<7", "X1234567<4"))
    assert "Line 2, position" in box.problem.text()
    assert not box.fill_button.isEnabled()


def test_a_letter_taken_for_a_digit_can_be_mended(box: ZoneBox) -> None:
    read(box, ZONE.replace("X1234567", "XI234567"))
    click(box.mend)
    box.read()
    assert box.lines.toPlainText() == ZONE
    assert box.problem.property("tone") == "good"


def test_only_what_is_ticked_is_taken_over(
    box: ZoneBox, office: Office, keys: dict[str, UUID], told: Recorder
) -> None:
    read(box, ZONE)
    row = row_of(box.model, "Date of expiry")
    index = box.model.index(row, 2)
    box.model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert box.fill_button.isEnabled()
    click(box.fill_button)
    passports = office.read(people.person, keys["ananya"]).passports
    assert [passport.number for passport in passports] == ["Z0000000", "X1234567"]
    assert str(passports[1].expires_on) == "2031-05-01"
    assert "Undo" in told.offers
    assert box.box.isHidden()


def test_what_is_the_same_can_not_be_ticked(box: ZoneBox) -> None:
    read(box, ZONE)
    index = box.model.index(row_of(box.model, "Sex"), 2)
    assert not box.model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable


def test_the_table_obeys_qts_rules(box: ZoneBox, qtmodeltester: object) -> None:
    read(box, ZONE)
    obeys_qt(qtmodeltester, box.model)


def test_another_person_closes_the_box(box: ZoneBox, page: PeoplePage, keys: dict[str, UUID]) -> None:
    read(box, ZONE)
    page.show_what(keys["zoe"])
    assert box.box.isHidden()
    assert box.lines.toPlainText() == ""
