"""The checklist of a case: three-valued, in step with the person's record, moved by people."""

from datetime import date

import pytest

from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.errors import Conflict, UserError
from app.services import case_facts, case_list, checklists, people
from app.services.checklists import ItemLine
from db.casebook import Casebook
from tests.builders import TODAY, a_degree, add_person, open_case


def line(book: Casebook, case_id: object, item: str) -> ItemLine:
    return next(x for x in book.read(checklists.lines, case_id, TODAY) if x.line.item.id == item)  # type: ignore[arg-type]


def test_an_unknown_fact_asks_and_is_never_hidden(book: Casebook) -> None:
    case = open_case(book)
    staff = line(book, case.id, "K-DOC-06").line
    assert staff.applies is Answer.ASK
    assert staff.why.en
    assert staff.why.zh


def test_a_fact_settles_whether_a_line_applies(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "graduate")
    assert line(book, case.id, "K-DOC-06").line.applies is Answer.NO
    assert line(book, case.id, "K-DOC-03").line.applies is Answer.YES
    book.write(case_facts.set_fact, case.id, "limb", "unknown")
    assert line(book, case.id, "K-DOC-06").line.applies is Answer.ASK


def test_a_new_degree_brings_its_own_lines(book: Casebook) -> None:
    person = add_person(book)
    case = open_case(book, person)
    before = len(book.read(checklists.lines, case.id, TODAY))
    book.write(people.save_part, person, "education", a_degree(degree="Master of Science"), TODAY)
    after = book.read(checklists.lines, case.id, TODAY)
    assert len(after) == before + 3
    assert any(x.line.repeat_label and "Master" in x.line.repeat_label.en for x in after)


def test_accepting_a_line_moves_the_progress_and_undo_moves_it_back(book: Casebook) -> None:
    case = open_case(book)
    row = line(book, case.id, "K-DOC-01")
    counted = book.read(case_list.lines, [case.id])[0].counted
    book.write(checklists.move_item, row.row_id, row.version, ItemState.ACCEPTED, TODAY)
    shown = book.read(case_list.lines, [case.id])[0]
    assert (shown.checked, shown.counted) == (1, counted)
    book.undo()
    assert book.read(case_list.lines, [case.id])[0].checked == 0


def test_a_return_needs_its_reason(book: Casebook) -> None:
    case = open_case(book)
    row = line(book, case.id, "K-DOC-03")
    version = book.write(checklists.move_item, row.row_id, row.version, ItemState.RECEIVED, TODAY).result
    with pytest.raises(UserError) as refused:
        book.write(checklists.move_item, row.row_id, version, ItemState.RETURNED, TODAY)
    assert refused.value.field == "state_reason"
    book.write(
        checklists.move_item, row.row_id, version, ItemState.RETURNED, TODAY, reason="No seal on page 2"
    )
    assert line(book, case.id, "K-DOC-03").line.record.state_reason == "No seal on page 2"


def test_asking_for_a_paper_notes_the_day(book: Casebook) -> None:
    case = open_case(book)
    row = line(book, case.id, "K-DOC-02")
    book.write(checklists.move_item, row.row_id, row.version, ItemState.REQUESTED, TODAY)
    assert line(book, case.id, "K-DOC-02").line.record.asked_on == TODAY


def test_a_paper_holds_its_issuer_and_dates_without_any_file(book: Casebook) -> None:
    case = open_case(book)
    row = line(book, case.id, "K-DOC-01")
    version = row.version
    for name, value in (("issuer", "Fictional Office"), ("issued_on", date(2025, 1, 2)), ("originals", 1)):
        version = book.write(checklists.set_item_field, row.row_id, version, name, value, TODAY).result
    record = line(book, case.id, "K-DOC-01").line.record
    assert (record.issuer, record.issued_on, record.originals) == ("Fictional Office", date(2025, 1, 2), 1)


def test_a_paper_issued_tomorrow_is_refused(book: Casebook) -> None:
    case = open_case(book)
    row = line(book, case.id, "K-DOC-01")
    with pytest.raises(UserError) as refused:
        book.write(checklists.set_item_field, row.row_id, row.version, "issued_on", date(2026, 11, 24), TODAY)
    assert refused.value.field == "issued_on"


def test_two_windows_can_not_overwrite_each_other(book: Casebook) -> None:
    case = open_case(book)
    row = line(book, case.id, "K-DOC-01")
    book.write(checklists.move_item, row.row_id, row.version, ItemState.RECEIVED, TODAY)
    with pytest.raises(Conflict):
        book.write(checklists.move_item, row.row_id, row.version, ItemState.REQUESTED, TODAY)


def test_an_item_is_found_by_its_code(book: Casebook) -> None:
    case = open_case(book)
    assert book.read(lambda s: checklists.find(s, case.id, "k-doc-01").item) == "K-DOC-01"
    with pytest.raises(UserError):
        book.read(lambda s: checklists.find(s, case.id, "K-DOC-99").item)
