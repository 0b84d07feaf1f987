"""The window around the pages: rail, menus, keys, undo, messages, and what stays out of its title."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.i18n import N_
from app.services import people
from app.settings import Settings
from app.ui import menus
from app.ui.actions import Action, by_id
from app.ui.main_window import MainWindow
from app.ui.office import Changes, Office
from app.ui.page import Desk, Page
from app.ui.rail import Rail
from app.ui.shortcuts.page import ShortcutsPage
from tests.builders import TODAY, a_person
from tests.ui.doubles import Recorder, click, press, type_text


class One(Page):
    """A page that counts what it is told."""

    name, title, icon = "one", N_("Persons"), "users"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.told: list[Changes | None] = []
        self.shown_count = 0
        self.may_leave = True
        self.done: list[str] = []
        self.what: object = None
        self.edit = QLineEdit(self)

    def show_what(self, what: object) -> None:
        self.what = what

    def shown(self) -> None:
        self.shown_count += 1

    def refresh(self, changes: Changes | None, by: object) -> None:
        self.told.append(changes)

    def can_leave(self) -> bool:
        return self.may_leave

    def actions_here(self) -> tuple[Action, ...]:
        return (Action("people.add", N_("New person"), lambda: self.done.append("add"), "Ctrl+N"),)


class Two(One):
    """Another page."""

    name, title, icon = "two", N_("Cases"), "briefcase"

    def actions_here(self) -> tuple[Action, ...]:
        return ()


class Hidden(One):
    """A page that only other pages open."""

    name, under = "hidden", "two"


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[MainWindow]:
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    told = Recorder(window)
    window.messages = told
    window.show()
    window.activateWindow()
    window.furnish(
        Desk(office, window.jobs, told, window.settings, bootstrap.load),
        [page.entry() for page in (One, Two, Hidden, ShortcutsPage)],
    )
    yield window
    window.jobs.close()


def page(window: MainWindow, name: str) -> One:
    found = window._pages[name]
    assert isinstance(found, One)
    return found


def told(window: MainWindow) -> list[str]:
    assert isinstance(window.messages, Recorder)
    return window.messages.told


def menu_titles(window: MainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


def test_the_first_page_is_shown_and_others_are_built_when_first_visited(window: MainWindow) -> None:
    assert list(window._pages) == ["one"]
    window.go("two")
    assert list(window._pages) == ["one", "two"]
    assert page(window, "two").shown_count == 1


def test_the_rail_has_a_button_for_each_page_but_those_others_open(window: MainWindow) -> None:
    names = [made.objectName() for made in window.findChildren(QToolButton) if "rail" in made.objectName()]
    assert names == ["rail.one", "rail.two", "rail.lock"]


def test_the_rail_goes_to_a_page_and_shows_where_one_is(window: MainWindow) -> None:
    two = window.findChild(QToolButton, "rail.two")
    assert isinstance(two, QToolButton)
    click(two)
    assert window.current is page(window, "two")
    assert two.isChecked()


def test_alt_and_a_number_goes_to_a_page(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.current is window._pages.get("two"))


def test_a_page_that_must_not_be_left_stays(window: MainWindow) -> None:
    page(window, "one").may_leave = False
    window.go("two")
    assert window.current is page(window, "one")


def test_a_page_shows_what_another_asked_for(window: MainWindow) -> None:
    page(window, "one").go.emit("hidden", 42)
    assert window.current is page(window, "hidden")
    assert page(window, "hidden").what == 42
    two = window.findChild(QToolButton, "rail.two")
    assert isinstance(two, QToolButton)
    assert two.isChecked()


def test_hidden_pages_are_told_once_when_they_come_back(window: MainWindow, office: Office) -> None:
    window.go("two")
    office.write(people.add, a_person(), TODAY)
    office.write(people.add, a_person(), TODAY)
    assert len(page(window, "two").told) == 2
    assert page(window, "one").told == []
    window.go("one")
    assert page(window, "one").told == [None]


def test_menus_hold_what_can_be_done_here(window: MainWindow) -> None:
    assert menu_titles(window) == ["Casebook", "Edit", "Go", "Person", "Help"]
    window.go("two")
    assert menu_titles(window) == ["Casebook", "Edit", "Go", "Help"]


def test_a_disabled_action_does_nothing_and_looks_so(qtbot: QtBot) -> None:
    done: list[str] = []
    action = Action("people.add", N_("New person"), lambda: done.append("add"), enabled=lambda: False)
    menu = QMenu()
    qtbot.addWidget(menu)
    built = menus.built(menu, ("people.add",), by_id([action]))
    built.aboutToShow.emit()
    built.actions()[0].trigger()
    assert not built.actions()[0].isEnabled()
    assert done == []


def test_two_actions_of_one_id_are_a_mistake() -> None:
    action = Action("x", "X", lambda: None)
    with pytest.raises(ValueError, match="x"):
        by_id([action, Action("x", "Y", lambda: None)])


def test_ids_in_the_menus_are_unique() -> None:
    ids = [one for _title, ids in menus.MENUS for one in ids if one != menus.SEPARATOR]
    assert len(ids) == len(set(ids))


def test_undo_takes_back_the_last_operation(window: MainWindow, office: Office) -> None:
    office.write(people.add, a_person(), TODAY)
    window.undo()
    assert told(window) == ["Undone: Add person"]
    window.redo()
    assert told(window)[-1] == "Redone: Add person"


def test_undo_is_the_focused_text_fields_first(window: MainWindow, office: Office) -> None:
    office.write(people.add, a_person(), TODAY)
    edit = page(window, "one").edit
    edit.setFocus()
    type_text(edit, "Zoë")
    window.undo()
    assert edit.text() == ""
    assert told(window) == []
    window.redo()
    assert edit.text() == "Zoë"
    window.undo()
    window.undo()
    assert told(window) == ["Undone: Add person"]


def test_a_save_is_shown_with_its_time(window: MainWindow, office: Office) -> None:
    office.write(people.add, a_person(), TODAY)
    label = window.findChild(QLabel, "status.saved")
    assert isinstance(label, QLabel)
    assert label.text().startswith("Saved ")


def test_trouble_nobody_dealt_with_is_told(window: MainWindow) -> None:
    window.undo()
    assert isinstance(window.messages, Recorder)
    assert len(window.messages.troubles) == 1


def test_f1_lists_the_keys_of_every_page_those_not_visited_included(window: MainWindow, qtbot: QtBot) -> None:
    window.go("two")
    press(window, Qt.Key.Key_F1)
    shown = window._pages["shortcuts"]
    assert isinstance(shown, ShortcutsPage)
    qtbot.waitUntil(lambda: "hidden" in window._pages)
    found = {(each.keys, each.text) for each in shown.model.rows()}
    assert {("Ctrl+K", "Go to…"), ("Alt+1", "Persons"), ("Ctrl+N", "New person")} <= found
    window.turn(-1)
    assert window.current is page(window, "two")


def test_back_and_forward_go_over_pages_and_what_they_showed(window: MainWindow) -> None:
    window.go("hidden", 1)
    window.go("hidden", 2)
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page(window, "hidden").what == 1
    window.turn(-1)
    assert window.current is page(window, "one")
    window.turn(-1)  # there is nothing before
    window.turn(1)
    window.turn(1)
    assert page(window, "hidden").what == 2


def test_a_page_that_must_not_be_left_is_not_left_backwards_either(window: MainWindow) -> None:
    window.go("two")
    page(window, "two").may_leave = False
    window.turn(-1)
    assert window.current is page(window, "two")


def test_ctrl_k_opens_the_box_once_a_casebook_is_open(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.finder is not None
    assert window.finder.box.isVisible()
    window.finder.box.close_box()
    locked = MainWindow(Settings())
    qtbot.addWidget(locked)
    locked._go_to()
    assert locked.finder is None
    locked.jobs.close()


def test_the_title_says_nothing_of_clients(window: MainWindow, office: Office) -> None:
    office.write(people.add, a_person(), TODAY)
    assert window.windowTitle() == "Kasebook"


def test_the_window_stands_where_it_stood(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(900, 640)
    window.close()
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    assert again.size() == window.size()
    again.jobs.close()


def test_closing_asks_every_page(window: MainWindow) -> None:
    page(window, "one").may_leave = False
    assert not window.close()
    page(window, "one").may_leave = True
    assert window.close()


def test_the_lock_button_asks_to_lock(window: MainWindow, qtbot: QtBot) -> None:
    assert isinstance(window.rail, Rail)
    with qtbot.waitSignal(window.locking):
        window.rail.lock.emit()
