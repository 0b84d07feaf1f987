"""A record found by typing: chosen among several, taken where it is the only one."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.finding import KeyEditor
from tests.ui.doubles import type_text

NAMES = {1: "SAMPLE, Ananya", 2: "SAMPLE, Rohan", 3: "OTHER, Name"}


@pytest.fixture
def editor(qtbot: QtBot) -> KeyEditor:
    made = KeyEditor(
        lambda typed: [(key, name) for key, name in NAMES.items() if typed.casefold() in name.casefold()],
        lambda key: NAMES[key],
    )
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(made.widget)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    made.window = window  # type: ignore[attr-defined]  # kept as long
    window.show()
    return made


def leave(editor: KeyEditor, typed: str) -> None:
    type_text(editor.edit, typed)
    editor.edit.editingFinished.emit()


def test_the_only_record_found_is_taken_on_leaving(editor: KeyEditor) -> None:
    leave(editor, "ananya")
    assert editor.raw() == 1
    assert editor.edit.text() == "SAMPLE, Ananya"


def test_of_several_none_is_taken(editor: KeyEditor) -> None:
    leave(editor, "sample")
    assert editor.raw() is None
    assert editor.edit.text() == "sample"


@pytest.mark.parametrize("typed", ["nobody", "  "])
def test_what_finds_nobody_is_no_key(editor: KeyEditor, typed: str) -> None:
    leave(editor, typed)
    assert editor.raw() is None


def test_a_chosen_record_is_not_taken_away_by_leaving(editor: KeyEditor) -> None:
    editor.show_value(3)
    editor.edit.editingFinished.emit()
    assert editor.raw() == 3
