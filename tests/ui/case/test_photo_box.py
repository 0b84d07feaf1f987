"""A photo's file is checked where the checklist asks for photos; what is wrong is said in place."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.case.photo_box import PhotoBox
from app.ui.page import Desk
from tests import pictures


@pytest.fixture
def box(qtbot: QtBot, desk: Desk) -> PhotoBox:
    made = PhotoBox(desk)
    qtbot.addWidget(made)
    made.show_profiles("K-DOC-02", ("visa-print", "visa-digital"))
    return made


def said(qtbot: QtBot, box: PhotoBox, file: Path) -> str:
    box.check(file)
    qtbot.waitUntil(lambda: bool(box.found.text()))
    return box.found.text()


def test_each_profile_says_what_fails_and_what_to_look_at(
    qtbot: QtBot, box: PhotoBox, tmp_path: Path
) -> None:
    file = tmp_path / "صورة 照片.png"
    file.write_bytes(pictures.png((600, 520), "#204080"))
    text = said(qtbot, box, file)
    assert text.startswith("صورة 照片.png")
    assert "Visa photo on paper" in text
    assert "Not met: File format PNG, asked for JPEG" in text
    assert "Look yourself: " in text


def test_a_file_that_is_no_picture_is_told_in_place(qtbot: QtBot, box: PhotoBox, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_text("<svg/>")
    assert "can't be read" in said(qtbot, box, file)


def test_another_line_shows_nothing_of_the_last(qtbot: QtBot, box: PhotoBox, tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(pictures.png((390, 520)))
    said(qtbot, box, file)
    box.show_profiles("K-DOC-02", ("visa-print", "visa-digital"))
    assert box.found.text()
    box.show_profiles("R-DOC-04", ("visa-digital",))
    assert box.found.text() == ""
    box.show_profiles("K-DOC-03", ())
    assert box.isHidden()
