"""What a case stands at for whoever takes it over."""

from datetime import date, timedelta

from app.domain.cases import Stage
from app.domain.item_records import ItemState, OriginalAt
from app.services import cases, checklists, contact_days, workload
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import move


def test_a_line_tells_stage_next_day_blocker_contact_and_originals(book: Casebook) -> None:
    key = open_case(book).id
    book.write(cases.set_field, key, 1, "planned_filing", date(2026, 12, 21), TODAY)
    move(book, key, "K-DOC-07", ItemState.REQUESTED)
    row = next(x for x in book.read(checklists.lines, key, TODAY) if x.line.item.id == "K-DOC-01")
    book.write(checklists.set_item_field, row.row_id, row.version, "original_at", OriginalAt.OFFICE, TODAY)
    (line,) = book.read(workload.lines, [key], TODAY)
    assert (line.stage, line.owner, line.next_on) == (Stage.ENQUIRY, "Ana Sample", date(2026, 12, 21))
    assert line.next_what is not None
    assert line.blocker is not None
    assert line.blocker.en == "Client: CV without gaps"
    assert line.last_contact == TODAY
    assert [title.en for title in line.originals] == [row.line.item.title.en]


def test_a_paper_due_earlier_comes_before_the_filing(book: Casebook) -> None:
    key = open_case(book).id
    book.write(cases.set_field, key, 1, "planned_filing", date(2026, 12, 21), TODAY)
    row = next(x for x in book.read(checklists.lines, key, TODAY) if x.line.item.id == "K-DOC-07")
    due = TODAY + timedelta(days=3)
    book.write(checklists.set_item_field, row.row_id, row.version, "due_on", due, TODAY)
    (line,) = book.read(workload.lines, [key], TODAY)
    assert (line.next_on, line.next_what) == (due, row.line.item.title)


def test_cases_of_an_owner_are_those_that_are_not_over(book: Casebook) -> None:
    kept, held, gone = (open_case(book) for _each in range(3))
    book.write(cases.move, held.id, 1, Stage.ON_HOLD, TODAY)
    book.write(cases.move, gone.id, 1, Stage.WITHDRAWN, TODAY)
    assert book.read(workload.cases_of, [book.actor.id]) == [kept.id, held.id]


def test_progress_is_told_for_many(book: Casebook) -> None:
    keys, heard = [open_case(book).id for _each in range(2)], []
    book.read(workload.lines, keys, TODAY, told=lambda done, of: heard.append((done, of)))
    assert heard == [(0, 2), (1, 2)]


def test_a_case_without_contact_has_no_day(book: Casebook) -> None:
    key = open_case(book).id
    assert book.read(contact_days.last, [key]) == {}
