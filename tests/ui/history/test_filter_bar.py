"""The filter above the history: kind, user, days as people type them, a case or person by name."""

from uuid import UUID

import pytest

from app.domain.operation_kinds import OperationKind
from app.services import printing
from app.services.orders import Order
from app.ui.history.filter_bar import FilterBar
from app.ui.history.page import HistoryPage
from app.ui.office import Office
from tests.ui.doubles import Recorder, type_text
from tests.ui.history.test_page import sentences


def choose_kind(bar: FilterBar, kind: OperationKind) -> None:
    bar.kind.setCurrentIndex(bar.kind.findData(kind.value))
    bar.kind.activated.emit(bar.kind.currentIndex())


def enter(edit: object, text: str) -> None:
    edit.setText(text)  # type: ignore[attr-defined]
    edit.editingFinished.emit()  # type: ignore[attr-defined]


def test_one_kind_alone_is_shown_and_everything_again(
    page: HistoryPage, office: Office, case_id: UUID
) -> None:
    office.write(printing.record, Order(case_id=case_id), "00")
    choose_kind(page.filter, OperationKind.PRINT)
    assert sentences(page) == ["Ana Sample printed a document of case KB-2026-0001."]
    assert page.count.text() == "1 step"
    page.all.click()
    assert len(sentences(page)) == 6


def test_days_are_typed_as_people_type_them(page: HistoryPage) -> None:
    enter(page.filter.since, "1 Jan 2099")
    assert page.filter.since.text() == "2099-01-01"
    assert sentences(page) == []
    enter(page.filter.since, "")
    enter(page.filter.until, "2099-01-01")
    assert len(sentences(page)) == 5


def test_what_is_no_day_is_said_and_changes_nothing(page: HistoryPage) -> None:
    enter(page.filter.since, "31/31")
    assert page.refusal.isVisible()
    assert len(sentences(page)) == 5
    enter(page.filter.since, "")
    page.filter.clear()
    assert page.refusal.isHidden()


@pytest.mark.parametrize(("typed", "count"), [("KB-2026-0001", 2), ("ananya sample", 2)])
def test_a_case_or_a_person_is_found_by_what_is_typed(page: HistoryPage, typed: str, count: int) -> None:
    type_text(page.filter.about, typed)
    page.filter.about.returnPressed.emit()
    assert page.refusal.isHidden()
    assert len(sentences(page)) == count


def test_nobody_found_is_said(page: HistoryPage) -> None:
    page.filter.about.setText("zzzz")
    page.filter.about.returnPressed.emit()
    assert "Nobody" in page.refusal.text()
    assert len(sentences(page)) == 5


def test_emptying_the_name_shows_everybody_again(page: HistoryPage, case_id: UUID) -> None:
    page.show_what(case_id)
    page.filter.about.selectAll()
    page.filter.about.del_()
    assert len(sentences(page)) == 5


def test_only_what_one_user_did_is_shown(page: HistoryPage) -> None:
    page.filter.by.setCurrentIndex(1)
    page.filter.by.activated.emit(1)
    assert page.filter.chosen().by is not None
    assert len(sentences(page)) == 5


def test_what_is_shown_is_what_is_printed(page: HistoryPage, told: Recorder, case_id: UUID) -> None:
    page.show_what(case_id)
    page.print_button.click()
    assert page.panel.isHidden()
    made = page.sheet.print_shown
    assert made is not None
    assert made.order.history == page.filter.chosen()
    choose_kind(page.filter, OperationKind.CASE)
    assert page.sheet.print_shown is not None
    assert page.sheet.print_shown.order.history == page.filter.chosen()
    page.sheet.close_button.click()
    assert page.panel.isVisible()
