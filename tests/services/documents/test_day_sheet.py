"""The day sheet, gathered over all open cases: what is due, runs out, waits, and who has an appointment."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.cases import Stage
from app.domain.filing.day_sheet import DayLine
from app.domain.item_records import ItemState
from app.domain.today import Group
from app.errors import UserError
from app.services import cases, documents, today_lines
from app.services.documents import day_sheet
from app.services.orders import Order
from app.services.today import Asked
from db.casebook import Casebook
from tests.builders import TODAY, a_passport, add_person, open_case
from tests.services import busy_casebook
from tests.services.documents.conftest import gathered, move, set_item

DAY = timedelta(days=1)


def set_date(book: Casebook, case: UUID, name: str, on: date) -> None:
    book.write(cases.set_field, case, book.read(cases.case, case).version, name, on, TODAY)


def titles(book: Casebook, **order: Any) -> list[str]:
    return [each.title.en for each in gathered(book, "day-sheet", **order).lists]


def lines(book: Casebook, title: str, **order: Any) -> tuple[DayLine, ...]:
    lists = gathered(book, "day-sheet", **order).lists
    return next((each.lines for each in lists if each.title.en == title), ())


def test_it_is_the_first_page_on_paper_line_for_line(book: Casebook) -> None:
    busy_casebook.fill(book, count=12)
    value = gathered(book, "day-sheet")
    asked = Asked(TODAY)
    for group in Group:
        shown = book.read(today_lines.all_lines, group, asked)
        printed = next((each.lines for each in value.lists if each.title.en == group.label), ())
        assert [(each.case_number, each.on, each.owner, each.next.en) for each in printed] == [
            (each.number, each.day, each.owner, each.next.label) for each in shown
        ]


def test_a_day_without_anything_due_lists_what_has_no_day(book: Casebook) -> None:
    open_case(book)
    value = gathered(book, "day-sheet")
    assert "Nothing scheduled" in titles(book)
    assert (value.cases, value.lines) == (1, sum(len(each.lines) for each in value.lists))


def test_another_day_has_other_lines(book: Casebook) -> None:
    set_date(book, open_case(book).id, "appointment_on", TODAY + 20 * DAY)
    assert lines(book, "Next seven days") == ()
    (line,) = lines(book, "Next seven days", day=TODAY + 14 * DAY)
    assert (line.what.en, line.next.en) == ("Appointment", "Prepare the papers for the appointment")
    assert lines(book, "Overdue", day=TODAY + 21 * DAY)[0].next.en == "Record what came of the appointment"


def test_papers_that_run_out_within_thirty_days_come_last(book: Casebook) -> None:
    person = add_person(book, passports=(a_passport(expires_on=TODAY + 20 * DAY),))
    case = open_case(book, person).id
    move(book, case, "K-DOC-09", ItemState.RECEIVED)
    set_item(book, case, "K-DOC-09", "issued_on", TODAY - 10 * DAY)
    assert titles(book)[-1] == "Papers that run out"
    assert {line.what.en for line in lines(book, "Papers that run out")} == {"Proof of funds", "Passport"}


def test_lines_beyond_the_most_are_counted(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(day_sheet, "MOST", 1)
    person = add_person(book)
    for _number in range(3):
        open_case(book, person)
    found = next(each for each in gathered(book, "day-sheet").lists if each.title.en == "Nothing scheduled")
    assert (len(found.lines), found.more) == (1, 2)


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
        move(book, case, item, ItemState.REQUESTED)
    (line,) = lines(book, "Client silent", day=TODAY + 7 * DAY)
    assert line.what.en.endswith("; 3 more")
    assert line.what.zh.endswith("；另有3项")
