"""Cases are ticked, handed over in one step, and taken back; the list that goes along follows the ticks."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from sqlalchemy.orm import Session

from app.services import case_people, cases
from app.ui.office import Office
from app.ui.reassign.page import ReassignPage
from db import trail
from db.models.firm import User
from tests.ui.doubles import Recorder, obeys_qt, press


def choose(page: ReassignPage, key: UUID) -> None:
    page.takes.setCurrentIndex(page.takes.findData(str(key)))
    page.takes.activated.emit(page.takes.currentIndex())


def owners(office: Office, keys: list[UUID]) -> list[str]:
    return [office.read(cases.case, key).owner for key in keys]


def test_my_cases_are_listed_and_ticked(page: ReassignPage, cases_of_ana: list[UUID]) -> None:
    assert [row.line.id for row in page.model.rows()] == cases_of_ana
    assert page.go_button.text() == "Hand over 2 cases"
    assert not page.go_button.isEnabled()


def test_ticked_cases_go_in_one_step_and_come_back(
    page: ReassignPage, ben: UUID, cases_of_ana: list[UUID], office: Office, told: Recorder
) -> None:
    choose(page, ben)
    page.go_button.click()
    assert owners(office, cases_of_ana) == ["Ben Sample"] * 2
    assert told.told[-1].startswith("2 cases handed over.")
    assert page.model.rows() == []
    told.offers["Undo"]()
    assert owners(office, cases_of_ana) == ["Ana Sample"] * 2
    assert len(page.model.rows()) == 2


def test_a_case_without_a_tick_stays(
    page: ReassignPage, ben: UUID, cases_of_ana: list[UUID], office: Office
) -> None:
    choose(page, ben)
    page.table.choose(cases_of_ana[0])
    press(page.table, Qt.Key.Key_Space)
    assert page.go_button.text() == "Hand over 1 case"
    page.go_button.click()
    assert owners(office, cases_of_ana) == ["Ana Sample", "Ben Sample"]


def test_none_and_all_can_be_ticked(page: ReassignPage, ben: UUID) -> None:
    choose(page, ben)
    page.none.click()
    assert not page.go_button.isEnabled()
    assert page.sheet.isHidden()
    page.all.click()
    assert page.go_button.isEnabled()


def test_the_list_that_goes_along_names_both_and_the_ticked_cases(
    page: ReassignPage, ben: UUID, cases_of_ana: list[UUID], office: Office
) -> None:
    choose(page, ben)
    order = page.sheet.order()
    assert (order.kind, order.cases, order.successor_id) == ("handover-list", tuple(cases_of_ana), ben)
    assert order.owner_id == office.user[0]
    assert page.sheet.print_shown is not None


def test_a_case_chosen_elsewhere_is_alone(page: ReassignPage, cases_of_ana: list[UUID]) -> None:
    page.show_what((cases_of_ana[1],))
    assert [row.line.id for row in page.model.rows()] == [cases_of_ana[1]]


def test_who_left_meanwhile_is_refused_with_the_reason(
    page: ReassignPage, ben: UUID, cases_of_ana: list[UUID], office: Office
) -> None:
    @trail.operation("test:leave", "Leave", trail.FINAL)
    def leave(session: Session) -> None:
        user = session.get(User, ben)
        assert user is not None
        user.archived = True

    choose(page, ben)
    office.write(leave)
    page.go_button.click()
    assert "no longer works" in page.error.text()
    assert owners(office, cases_of_ana) == ["Ana Sample"] * 2


def test_a_user_without_cases_has_nothing_to_hand_over(page: ReassignPage, ben: UUID) -> None:
    page.show_what(ben)
    assert page.model.rows() == []
    assert not page.go_button.isEnabled()


def test_the_list_obeys_qts_rules(page: ReassignPage, qtmodeltester: object) -> None:
    obeys_qt(qtmodeltester, page.model)


@pytest.mark.parametrize("width", [1000, 1400])
def test_it_takes_the_width_there_is(page: ReassignPage, width: int) -> None:
    page.resize(width, 760)
    below = page.halves.orientation() == Qt.Orientation.Vertical
    assert below is (width < 1100)


def test_reassigning_elsewhere_is_seen_here(
    page: ReassignPage, ben: UUID, cases_of_ana: list[UUID], office: Office
) -> None:
    office.write(case_people.assign, cases_of_ana[0], 1, ben)
    assert [row.line.id for row in page.model.rows()] == [cases_of_ana[1]]
