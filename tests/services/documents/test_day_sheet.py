"""The day sheet, gathered over all open cases: what is due, runs out, waits, and who has an appointment."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.errors import UserError
from app.services import cases, checklists, documents
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY, a_passport, add_person, open_case
from tests.services.documents.conftest import gathered, move

DAY = timedelta(days=1)


def set_date(book: Casebook, case: UUID, name: str, on: date) -> None:
    book.write(cases.set_field, case, book.read(cases.case, case).version, name, on, TODAY)


def set_item(book: Casebook, case: UUID, item: str, name: str, on: date) -> None:
    row = next(each for each in book.read(checklists.lines, case, TODAY) if each.line.item.id == item)
    book.write(checklists.set_item_field, row.row_id, row.version, name, on, TODAY)


def test_a_quiet_day_has_nothing(book: Casebook) -> None:
    open_case(book)
    value = gathered(book, "day-sheet")
    assert (value.appointments, value.due, value.expiring, value.waiting) == ((), (), (), ())
    assert value.cases == 1


def test_appointments_are_those_of_the_coming_week_by_date(book: Casebook) -> None:
    for ahead in (6, 0, 9, -1):
        set_date(book, open_case(book).id, "appointment_on", TODAY + ahead * DAY)
    assert [line.on for line in gathered(book, "day-sheet").appointments] == [TODAY, TODAY + 6 * DAY]


def test_papers_due_on_one_day_are_one_line_and_what_is_late_stays(book: Casebook) -> None:
    case = open_case(book).id
    for item in ("K-DOC-01", "K-DOC-07"):
        set_item(book, case, item, "due_on", TODAY - 3 * DAY)
    (line,) = gathered(book, "day-sheet").due
    assert line.on == TODAY - 3 * DAY
    assert line.what.en.endswith("; 1 more")
    move(book, case, "K-DOC-01", ItemState.ACCEPTED)
    assert gathered(book, "day-sheet").due[0].what.en == "CV without gaps"


def test_a_passport_within_six_months_and_a_paper_within_thirty_days_run_out(book: Casebook) -> None:
    person = add_person(book, passports=(a_passport(expires_on=TODAY + 150 * DAY),))
    case = open_case(book, person).id
    move(book, case, "K-DOC-09", ItemState.RECEIVED)
    set_item(book, case, "K-DOC-09", "issued_on", TODAY - 10 * DAY)
    assert [line.what.en for line in gathered(book, "day-sheet").expiring] == ["Proof of funds", "Passport"]


def test_what_was_asked_a_week_ago_waits(book: Casebook) -> None:
    case = open_case(book).id
    move(book, case, "K-DOC-07", ItemState.REQUESTED)
    assert gathered(book, "day-sheet").waiting == ()
    (line,) = gathered(book, "day-sheet", day=TODAY + 7 * DAY).waiting
    assert line.what.en == "CV without gaps"


def test_closed_and_archived_cases_are_left_out(book: Casebook) -> None:
    held, kept = open_case(book).id, open_case(book).id
    book.write(cases.move, held, 1, Stage.ON_HOLD, TODAY)
    book.write(cases.archive, kept, 1)
    assert gathered(book, "day-sheet").cases == 0


def test_the_sheet_of_one_owner_has_that_owners_cases_only(book: Casebook) -> None:
    open_case(book)
    owner = book.actor.id
    value = gathered(book, "day-sheet", owner_id=owner)
    assert (value.cases, value.owner) == (1, "Ana Sample")
    with pytest.raises(UserError):
        gathered(book, "day-sheet", owner_id=uuid4())


def test_it_is_about_a_day_and_not_about_a_case(book: Casebook) -> None:
    assert gathered(book, "day-sheet", day=date(2026, 12, 1)).reference == "2026-12-01"
    with pytest.raises(UserError, match="about a day"):
        documents.checked(Order(kind="day-sheet", case_id=open_case(book).id))


def test_of_many_papers_the_first_are_named_and_the_others_counted(book: Casebook) -> None:
    case = open_case(book).id
    for item in ("K-DOC-01", "K-DOC-02", "K-DOC-07", "K-DOC-09"):
        set_item(book, case, item, "due_on", TODAY)
    (line,) = gathered(book, "day-sheet").due
    assert line.what.en.endswith("; 3 more")
    assert line.what.zh.endswith("；另有3项")
