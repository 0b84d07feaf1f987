"""The list of keys: what has one, by where it is, on the screen and on paper."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.actions import Action
from app.ui.page import Desk
from app.ui.shortcuts.page import ShortcutsPage, plain
from tests.pdf import reading
from tests.ui.doubles import Recorder


def nothing() -> None:
    """Do nothing."""


PARTS = (
    ("Everywhere", (Action("a", "Undo", nothing, "Ctrl+Z"), Action("b", "About", nothing))),
    ("Case", (Action("c", "Tick the line (Space)", nothing),)),
    ("Empty", ()),
)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ShortcutsPage:
    page = ShortcutsPage(desk)
    qtbot.addWidget(page)
    page.show_what(PARTS)
    page.show()
    page.come()
    return page


def test_what_has_a_key_is_listed_by_where_it_is(page: ShortcutsPage) -> None:
    assert [(each.part, each.keys, each.text) for each in page.model.rows()] == [
        ("Everywhere", "Ctrl+Z", "Undo"),
        ("Case", "Space", "Tick the line"),
    ]
    page.show_what("anything else")
    assert len(page.model.rows()) == 2


def test_it_is_printed_as_it_stands(page: ShortcutsPage, told: Recorder, tmp_path: Path) -> None:
    told.path = tmp_path / "keys.pdf"
    page.print_button.click()
    assert "Tick the line" in reading.text(told.path.read_bytes())
    assert plain(PARTS).splitlines()[3:5] == ["    Ctrl+Z             Undo", ""]
