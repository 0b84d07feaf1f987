"""Every widget a person can use has its names, and they are the ones in the contract."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui import accessible_names
from tests.ui.accessible_names import Named
from tests.ui.whole_window import names_of_the_whole_window, whole_window


@pytest.fixture(scope="module")
def found() -> list[Named]:
    return names_of_the_whole_window()


def test_every_usable_widget_has_an_object_name_and_an_accessible_name(found: list[Named]) -> None:
    assert [one for one in found if not one.object_name or not one.accessible_name] == []


def test_object_names_are_unique(found: list[Named]) -> None:
    assert [name for name, count in Counter(one.object_name for one in found).items() if count > 1] == []


def test_the_names_are_those_of_the_contract(found: list[Named]) -> None:
    assert sorted(set(found)) == sorted(accessible_names.table())


def test_no_label_in_the_window_guesses_at_markup(tmp_path: Path, qtbot: QtBot) -> None:
    with whole_window(tmp_path) as window:
        labels = [label for label in window.findChildren(QLabel) if label.text()]
        assert [label.text() for label in labels if label.textFormat().name == "AutoText"] == []
