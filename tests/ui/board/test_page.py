"""The board by its keys: over the cards, into a case, and to the stages a case may go to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.absences import Absence
from app.domain.cases import Stage
from app.services import absences, cases, firms
from app.ui.board.column import CardList, StageColumn
from app.ui.board.page import BoardPage
from app.ui.case.place import CasePlace
from app.ui.jobs import Jobs
from app.ui.page import Desk
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.services.test_case_people import hire
from tests.ui.doubles import Recorder, obeys_qt, press

Keys = tuple[UUID, UUID, UUID]


@pytest.fixture
def case_ids(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> Keys:
    """Return two enquiries, the older one first, and a case that is screened."""
    monkeypatch.setenv("KASEBOOK_TODAY", TODAY.isoformat())
    person = add_person(book)
    office = book.write(firms.add_office, "East", "Sample", "SG").result
    book.write(firms.add_office, "West", "Sample", "SG")
    old = open_case(book, person, today=TODAY - timedelta(days=40)).id
    new, screened = open_case(book, person).id, open_case(book, person, office_id=office).id
    book.write(cases.move, screened, 1, Stage.SCREENED, TODAY)
    return old, new, screened


@pytest.fixture
def page(desk: Desk, case_ids: Keys, qtbot: QtBot) -> Iterator[BoardPage]:
    page = BoardPage(desk)
    qtbot.addWidget(page)
    desk.office.changed.connect(page.take)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    page.come()
    yield page
    desk.office.changed.disconnect(page.take)


def column(page: BoardPage, stage: Stage) -> StageColumn:
    return next(each for each in page.columns if each.stage is stage)


def chosen(page: BoardPage) -> UUID:
    card = page.current()
    assert card is not None
    return card.id


def focused() -> CardList:
    found = QApplication.focusWidget()
    assert isinstance(found, CardList)
    return found


def test_arrow_keys_go_over_the_cards_and_enter_opens_one(page: BoardPage, case_ids: Keys) -> None:
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda name, what: gone.append((name, what)))
    assert chosen(page) == case_ids[0]
    press(focused(), Qt.Key.Key_Down)
    assert chosen(page) == case_ids[1]
    press(focused(), Qt.Key.Key_Right)
    assert chosen(page) == case_ids[2]
    press(focused(), Qt.Key.Key_Right)  # no card further on
    press(focused(), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Left)
    assert chosen(page) == case_ids[0]
    page._open()
    assert gone == [("case", case_ids[2]), ("case", case_ids[0])]


def test_the_focus_goes_to_the_first_card_once_the_cards_are_there(
    desk: Desk, case_ids: Keys, qtbot: QtBot
) -> None:
    jobs = Jobs()
    page = BoardPage(replace(desk, jobs=jobs))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.come()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), CardList))
    jobs.close()


def test_only_one_card_is_chosen_on_the_whole_board(page: BoardPage, case_ids: Keys) -> None:
    page.show_what(case_ids[2])
    chosen_in = [each.stage for each in page.columns if each.cards.currentIndex().isValid()]
    assert chosen_in == [Stage.SCREENED]
    assert page.place() == case_ids[2]


def test_space_offers_the_stages_that_are_allowed_and_no_other(page: BoardPage, case_ids: Keys) -> None:
    press(focused(), Qt.Key.Key_Space)
    offered = [action.objectName() for action in page.menu.actions()]
    assert offered == ["board.move.screened", "board.move.on_hold", "board.move.withdrawn"]
    page.menu.actions()[0].trigger()
    page.menu.hide()
    assert column(page, Stage.SCREENED).count.text() == "2"
    assert chosen(page) == case_ids[0]  # it goes along with its case


def test_a_move_can_be_taken_back(page: BoardPage, told: Recorder, case_ids: Keys) -> None:
    card = page.current()
    assert card is not None
    page.move_to(card, Stage.SCREENED)
    assert told.told == ["Case KB-2026-0001 is at “Screened”."]
    told.offers["Undo"]()
    assert column(page, Stage.ENQUIRY).count.text() == "2"


def test_a_refused_move_is_explained_on_the_board_and_leads_to_the_case(
    page: BoardPage, told: Recorder, case_ids: Keys
) -> None:
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda name, what: gone.append((name, what)))
    card = page.current()
    assert card is not None
    page.move_to(card, Stage.DECIDED)
    assert page.refused.isVisible()
    assert "KB-2026-0001" in page.refused.text.text()
    assert "can't go to" in page.refused.text.text()
    assert (gone, told.troubles) == ([], [])
    page.refused.open.click()
    assert gone == [("case", CasePlace(case_ids[0], ""))]
    page.move_to(card, Stage.SCREENED)
    assert not page.refused.isVisible()


def test_a_card_that_somebody_moved_meanwhile_is_laid_anew(
    page: BoardPage, book: Casebook, told: Recorder, case_ids: Keys
) -> None:
    card = page.current()
    assert card is not None
    book.write(cases.move, case_ids[0], 1, Stage.SCREENED, TODAY)
    page.move_to(card, Stage.ON_HOLD)
    assert len(told.troubles) == 1
    assert column(page, Stage.SCREENED).count.text() == "2"


def test_only_mine_and_the_office_narrow_the_board(page: BoardPage) -> None:
    page.whose.mine.setChecked(True)
    assert page.count.text() == "3 open cases"
    page.whose.office.setCurrentIndex(1)
    page.whose.changed.emit()
    assert page.count.text() == "1 open case"
    page.whose.office.setCurrentIndex(2)
    page.whose.changed.emit()
    assert page.nothing.isVisible()
    page.search()  # there is nowhere to go
    assert page.current() is None


def test_a_card_is_read_out_whole(page: BoardPage) -> None:
    model = column(page, Stage.ENQUIRY).cards.model_of_cards
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "SAMPLE, Ananya  अनन्या नमूना, KB-2026-0001 · K, Next: Screen the enquiry, Ana Sample, "
        "at this stage: 40 days"
    )


def test_two_thousand_cards_are_read_as_they_are_painted(page: BoardPage, case_ids: Keys) -> None:
    read: list[int] = []

    def cards(keys: object) -> list[object]:
        read.append(len(keys))  # type: ignore[arg-type]  # a list of keys
        return []

    many = StageColumn(Stage.QUOTED, cards)  # type: ignore[arg-type]  # none of them is there any more
    many.show_keys([case_ids[0]] * 2000)
    many.resize(260, 600)
    many.grab()
    assert sum(read) < 300
    many.deleteLater()


def test_the_model_of_a_column_obeys_qt(page: BoardPage, qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, column(page, Stage.ENQUIRY).cards.model_of_cards)


def test_only_mine_shows_the_cases_of_whom_i_stand_in_for_and_says_so(
    page: BoardPage, case_ids: Keys, book: Casebook
) -> None:
    ben = book.write(hire).result
    theirs = open_case(book, owner_id=ben).id
    book.write(absences.save, Absence(user_id=ben, deputy_id=book.actor.id, start=TODAY, end=TODAY), TODAY)
    page.whose.mine.setChecked(True)
    found = column(page, Stage.ENQUIRY).cards.model_of_cards
    assert found.row_of(theirs) >= 0
    assert "Ben Sample" in page.whose.note.text()
    assert page.whose.note.isVisible()
    page.whose.mine.setChecked(False)
    assert page.whose.note.isHidden()
