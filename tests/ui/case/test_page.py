"""The page of one case: its header, its moves, and the ways from it to others."""

from collections.abc import Callable
from uuid import UUID

from pytestqt.qtbot import QtBot

from app.domain.cases import Stage
from app.services import cases
from app.ui import actions
from app.ui.case.page import CasePage
from app.ui.office import Office
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.ui.doubles import Recorder


def stage(page: CasePage, office: Office) -> Stage:
    assert page.case is not None
    return office.read(cases.case, page.case.id).stage


def choose(page: CasePage, name: str) -> None:
    """Choose a move in the menu of the stage."""
    next(one for one in page.header.menu.actions() if one.objectName() == f"case.stage.{name}").trigger()


def test_the_header_names_client_case_and_progress(page: CasePage) -> None:
    assert page.header.client.whole() == "SAMPLE, Ananya अनन्या नमूना"
    assert page.header.about.whole().startswith("KB-2026-0001 · K · New Delhi, Chinese embassy")
    assert page.header.progress.text().endswith("papers checked")


def test_the_menu_holds_the_moves_the_stage_allows(page: CasePage) -> None:
    said = [action.text() for action in page.header.menu.actions()]
    assert said == ["Move to “Screened”", "Put on hold", "Mark as withdrawn"]


def test_a_move_is_one_step_and_undo_takes_it_back(page: CasePage, office: Office) -> None:
    choose(page, "screened")
    assert stage(page, office) is Stage.SCREENED
    assert page.header.stage.text() == "Screened"
    office.undo()
    assert page.header.stage.text() == "Enquiry"


def test_closing_asks_beside_the_case_and_a_closed_case_asks_why_it_reopens(
    page: CasePage, office: Office
) -> None:
    for name in ("withdrawn", "closed"):
        choose(page, name)
    assert stage(page, office) is Stage.WITHDRAWN
    assert page.moves.closing.isVisible()
    page.moves.closing.form.save.click()
    assert stage(page, office) is Stage.CLOSED
    assert [action.text() for action in page.header.menu.actions()] == ["Reopen at “Enquiry”…"]
    choose(page, "enquiry")
    assert stage(page, office) is Stage.CLOSED
    assert page.moves.closed.reason.isVisible()


def test_a_colleagues_move_is_told_and_mine_can_be_saved(
    page: CasePage, office: Office, second_window: Callable[[], Casebook]
) -> None:
    assert page.case is not None
    second_window().write(cases.move, page.case.id, 1, Stage.SCREENED, TODAY)
    choose(page, "on_hold")
    assert page.conflict.isVisible()
    page.conflict.compare.click()
    assert page.conflict.theirs.text() == "Screened"
    page.conflict.save_mine.click()
    assert stage(page, office) is Stage.ON_HOLD


def test_what_a_colleague_changes_is_seen(
    page: CasePage, second_window: Callable[[], Casebook], qtbot: QtBot
) -> None:
    assert page.case is not None
    second_window().write(cases.move, page.case.id, 1, Stage.SCREENED, TODAY)
    qtbot.waitUntil(lambda: page.header.stage.text() == "Screened")


def test_the_ways_to_other_pages(page: CasePage, qtbot: QtBot) -> None:
    assert page.case is not None
    for press, name, what in (
        (page.header.back, "cases", None),
        (page.header.person, "people", page.case.person_id),
        (page.header.history, "history", page.case.id),
    ):
        with qtbot.waitSignal(page.go) as gone:
            press.click()
        assert gone.args == [name, what]


def test_another_case_begins_with_its_checklist(
    page: CasePage, book: Casebook, case_id: UUID, office: Office
) -> None:
    page.tabs.setCurrentIndex(3)
    other = open_case(book, office.read(cases.case, case_id).person_id, post="hanoi").id
    page.show_what(other)
    assert page.tabs.currentIndex() == 0
    assert "Hanoi" in page.header.about.whole()


def test_an_archived_case_can_be_brought_back_from_its_toast(
    page: CasePage, office: Office, told: Recorder, qtbot: QtBot
) -> None:
    assert page.case is not None
    with qtbot.waitSignal(page.go) as gone:
        page.archive()
    assert gone.args == ["cases", None]
    assert office.read(cases.case, page.case.id).archived
    assert page.header.about.whole().startswith("Archived · KB-2026-0001")
    told.offers["Undo"]()
    assert not office.read(cases.case, page.case.id).archived


def test_no_two_actions_share_a_shortcut(page: CasePage) -> None:
    keys = [one for one, _text in actions.shortcuts(page.actions_here())]
    assert len(keys) == len(set(keys)) > 3


def test_nothing_on_the_page_says_submit(page: CasePage) -> None:
    said = [_text for _keys, _text in actions.shortcuts(page.actions_here())]
    said += [action.text() for action in page.header.menu.actions()]
    assert [text for text in said if "ubmit" in text] == []
