"""Ctrl+K over a casebook: where its lines lead."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import Action, by_id
from app.ui.go_to.finder import Finder
from app.ui.page import Desk
from app.ui.pages import PAGES
from app.ui.visits import Visit
from db.casebook import Casebook
from tests.builders import add_person, open_case


class Around:
    """The window around the box, which notes what is asked of it."""

    def __init__(self) -> None:
        self.gone: list[tuple[object, ...]] = []
        self.done: list[str] = []
        self.visits: list[Visit] = []
        self.page = "cases"

    def go(self, *where: object) -> None:
        """Note where one goes."""
        self.gone.append(where)
        self.page = str(where[0])

    def available(self) -> dict[str, Action]:
        """Say what can be done on the page in view."""
        here = {"people": "people.add", "cases": "cases.open"}.get(self.page, "go.to")
        action = Action(here, "New person", lambda: self.done.append(here), "Ctrl+N")
        return dict(by_id([action, Action("edit.undo", "Undo", lambda: self.done.append("undo"))]))


@pytest.fixture
def around() -> Around:
    return Around()


@pytest.fixture
def finder(desk: Desk, around: Around, qtbot: QtBot) -> Iterator[Finder]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    finder = Finder(host, desk, PAGES, go=around.go, available=around.available, lately=lambda: around.visits)
    yield finder
    finder.box.close_box()


@pytest.fixture
def case_id(book: Casebook) -> UUID:
    return open_case(book, add_person(book)).id


def go(finder: Finder, typed: str, at: int = 0) -> None:
    finder.begin()
    finder.box.typed.setText(typed)
    finder.box.look()
    finder.box.found.setCurrentRow(at)
    finder.box.go()


def test_a_number_leads_to_the_case_and_a_name_to_the_person(
    finder: Finder, around: Around, case_id: UUID
) -> None:
    go(finder, "0001")
    assert around.gone == [("case", case_id)]
    go(finder, "अनन्या", 1)
    assert around.gone[1][0] == "people"


def test_a_name_nearly_right_is_found_a_moment_later(finder: Finder, around: Around, case_id: UUID) -> None:
    go(finder, "sampel")
    assert around.gone[0][0] == "people"


def test_a_setting_and_a_page_are_reached_by_name(finder: Finder, around: Around) -> None:
    go(finder, "backup")
    go(finder, "deadl")
    assert around.gone == [("preferences", "backup"), ("deadlines",)]


def test_a_command_is_done_here_or_on_its_page(finder: Finder, around: Around) -> None:
    go(finder, "undo")
    assert (around.gone, around.done) == ([], ["undo"])
    go(finder, "new person")  # on the page of cases it is another command of that name
    assert around.done == ["undo", "cases.open"]
    around.page = "today"
    go(finder, "new pers")
    assert (around.gone, around.done[-1]) == ([("people",)], "people.add")
    around.page = "today"
    go(finder, "export as")  # whose page has nothing to export: it is shown
    assert around.gone[-1] == ("deadlines",)


def test_without_anything_typed_it_begins_with_what_was_looked_at(
    finder: Finder, around: Around, case_id: UUID
) -> None:
    around.visits = [Visit("case", case_id)]
    go(finder, "")
    assert around.gone == [("case", case_id)]
