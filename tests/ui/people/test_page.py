"""The page of persons: live search, sorting, choosing, adding, archiving."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.domain.people import Person
from app.services import people, saved_searches
from app.settings import Settings
from app.ui import menus
from app.ui.jobs import Jobs
from app.ui.office import Office
from app.ui.page import NEW, Desk
from app.ui.people.page import PeoplePage
from app.ui.people.section_parts import Identity
from app.ui.widgets.form_row import FormRow
from db.casebook import Casebook
from tests.builders import TODAY, a_person
from tests.ui.doubles import Recorder, obeys_qt, press, type_text


def listed(page: PeoplePage) -> list[str]:
    found = [page.list.model.line_at(row) for row in range(page.list.model.rowCount())]
    return [line.name for line in found if line is not None]


def search(page: PeoplePage, text: str) -> None:
    page.list.search_box.setText(text)
    page.list._timer.stop()
    page.list.reload()


def test_persons_are_listed_by_name(page: PeoplePage) -> None:
    assert listed(page) == ["MUSTER, Wei", "SAMPLE, Ananya", "ZIEGLER-TEST, Zoë"]


def test_the_list_obeys_qts_rules(page: PeoplePage, qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, page.list.model)


def test_the_focus_begins_in_the_list(page: PeoplePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.list.table)


def test_typing_searches_in_any_script(page: PeoplePage, qtbot: QtBot) -> None:
    page.list.search_box.setFocus()
    type_text(page.list.search_box, "अनन्या")
    qtbot.waitUntil(lambda: listed(page) == ["SAMPLE, Ananya"])


def test_a_passport_number_finds_its_holder(page: PeoplePage) -> None:
    search(page, "z000 0001")
    assert listed(page) == ["MUSTER, Wei"]


def test_a_misspelt_name_is_found_too(page: PeoplePage) -> None:
    search(page, "Zigler")
    assert listed(page) == ["ZIEGLER-TEST, Zoë"]


def test_nobody_found_is_said_in_place_of_the_list(page: PeoplePage) -> None:
    search(page, "<b>qqqqqq</b>")
    assert page.list.lists.currentWidget() is page.list.none
    assert "<b>qqqqqq</b>" in page.list.none.text.text()


def test_a_header_sorts(page: PeoplePage) -> None:
    page.list.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert listed(page)[0] == "ZIEGLER-TEST, Zoë"


def test_choosing_a_row_shows_the_person(page: PeoplePage, keys: dict[str, UUID]) -> None:
    page.list.table.choose_first()
    assert page.panel.person_id == keys["wei"]
    assert page.panel.name.whole() == "MUSTER, Wei"


def test_a_person_is_shown_by_key(page: PeoplePage, keys: dict[str, UUID]) -> None:
    page.show_what(keys["zoe"])
    assert page.panel.name.whole() == "ZIEGLER-TEST, Zoë"


def test_the_person_stays_in_view_while_the_list_changes(
    page: PeoplePage, keys: dict[str, UUID], office: Office
) -> None:
    page.show_what(keys["zoe"])
    office.write(people.add, Person(names=office.read(people.person, keys["wei"]).names), TODAY)
    assert page.panel.person_id == keys["zoe"]
    assert len(listed(page)) == 4


def test_archiving_takes_a_person_out_of_the_list_and_can_be_undone(
    page: PeoplePage, keys: dict[str, UUID], told: Recorder
) -> None:
    page.show_what(keys["zoe"])
    page.archive()
    assert listed(page) == ["MUSTER, Wei", "SAMPLE, Ananya"]
    told.offers["Undo"]()
    assert "ZIEGLER-TEST, Zoë" in listed(page)


def test_an_archived_person_is_found_and_brought_back(page: PeoplePage, keys: dict[str, UUID]) -> None:
    page.show_what(keys["zoe"])
    page.archive()
    page.list.archived.setChecked(True)
    assert listed(page) == ["ZIEGLER-TEST, Zoë"]
    page.list.table.choose_first()
    assert page.panel.archive_button.text() == "Bring back"
    page.archive()
    assert listed(page) == []


def test_a_new_person_is_added_and_shown(page: PeoplePage) -> None:
    page.begin_new()
    for name, text in {
        "family": "BEISPIEL",
        "given": "Otto",
        "native_family": "예",
        "passport": "X1234567",
    }.items():
        page.new.form.rows[name].editor.show_raw(text)
    page.new.add()
    assert page.panel.name.whole() == "BEISPIEL, Otto"
    assert "BEISPIEL, Otto" in listed(page)
    assert page.details.currentWidget() is page.panel


def test_another_page_can_ask_for_the_form_of_a_new_person(page: PeoplePage) -> None:
    page.show_what(NEW)
    page.come()
    focused = QApplication.focusWidget()
    assert page.details.currentWidget() is page.new
    assert focused is not None
    assert page.new.isAncestorOf(focused)


def test_control_f_goes_to_the_search_box(page: PeoplePage, qtbot: QtBot) -> None:
    page.search()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.list.search_box)


def test_enter_in_the_search_box_goes_to_the_first_hit(page: PeoplePage, keys: dict[str, UUID]) -> None:
    search(page, "Zoë")
    press(page.list.search_box, Qt.Key.Key_Return)
    assert page.panel.person_id == keys["zoe"]


def test_down_in_the_search_box_goes_into_the_list(
    page: PeoplePage, keys: dict[str, UUID], qtbot: QtBot
) -> None:
    page.search()
    press(page.list.search_box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.list.table)
    assert page.panel.person_id == keys["wei"]


def test_down_in_the_list_goes_from_row_to_row(page: PeoplePage, keys: dict[str, UUID], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.list.table)
    for _time in range(3):
        press(page.list.table, Qt.Key.Key_Down)
    assert page.panel.person_id == keys["zoe"]


def test_every_menu_action_has_a_menu(page: PeoplePage) -> None:
    listed_ids = {one for _title, ids in menus.MENUS for one in ids}
    assert {action.id for action in page.actions_here()} <= listed_ids


def born(page: PeoplePage) -> FormRow:
    """Return the field of the birth date of the person in view."""
    identity = page.panel.part("identity")
    assert isinstance(identity, Identity)
    return identity.form.rows["birth_date"]


def test_what_could_not_be_saved_is_there_again_after_another_page_and_after_a_kill(
    page: PeoplePage, keys: dict[str, UUID], desk: Desk, qtbot: QtBot, second_window: Callable[[], Casebook]
) -> None:
    page.show_what(keys["wei"])
    born(page).editor.show_raw("31 Feb 1998")
    born(page).editor.left.emit()
    page.show_what(keys["zoe"])
    assert born(page).editor.raw() == "1998-04-02"
    page.show_what(keys["wei"])
    assert born(page).editor.raw() == "31 Feb 1998"
    assert "no such date" in born(page).below.text()
    office = Office(second_window())  # opened while the first is there, never closed: as after a kill
    again = PeoplePage(replace(desk, office=office))
    qtbot.addWidget(again)
    again.show_what(keys["wei"])
    assert born(again).editor.raw() == "31 Feb 1998"
    office.close()


def test_a_search_is_kept_and_shows_those_alone_whom_it_finds(page: PeoplePage, office: Office) -> None:
    search(page, "Zigler")
    page.list.keep.click()
    type_text(page.list.keeping.name, "Near")
    page.list.keeping.keep.click()
    kept = office.read(saved_searches.of_page, "people", office.user[0])[0]
    page.show_what(kept)
    assert listed(page) == []
    search(page, "archived:no Wei")
    assert listed(page) == ["MUSTER, Wei"]


def test_somebody_added_is_chosen_as_soon_as_the_list_has_them(
    keys: dict[str, UUID], office: Office, told: Recorder, qtbot: QtBot
) -> None:
    """The list is read in a job, and comes after the record."""
    jobs = Jobs()
    page = PeoplePage(Desk(office, jobs, told, Settings(), bootstrap.load))
    qtbot.addWidget(page)
    page.come()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == len(keys))
    added = office.write(people.add, a_person(), TODAY)
    page._show_added(added)
    qtbot.waitUntil(lambda: page.list.chosen_person() == added)
    jobs.close()
