"""Every change is a named operation that leaves change records in its own transaction."""

import json
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.choices import Sex
from app.domain.dates import PartialDate
from db import progress, trail
from db.casebook import Casebook
from db.models.case import CaseNoteRow, CaseRow, ItemRow
from db.models.operation import Change, Operation
from db.models.person import NameRow, PersonRow
from db.trail import Changes
from db.types import new_key
from tests.casebooks import OpenBook
from tests.db.operations import (
    add,
    changes,
    fault,
    open_case,
    print_case,
    remove_names,
    rename,
    set_birth_date,
    set_note,
)


def last(session: Session) -> Operation:
    return session.scalars(select(Operation).order_by(Operation.seq.desc()).limit(1)).one()


def test_an_operation_says_who_what_and_when(open_book: OpenBook) -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    book = open_book(clock=lambda: noon)
    key = book.write(add, "Sample").result
    found = book.read(last)
    assert (found.tag, found.label, found.actor_name, found.at) == (
        "test:add",
        "Add person",
        "Ana Sample",
        noon,
    )
    assert (found.actor_id, found.about, found.changes) == (book.actor.id, key, 2)


def test_a_clock_of_another_time_zone_leaves_the_chain_sound(open_book: OpenBook) -> None:
    shanghai = timezone(timedelta(hours=8))
    book = open_book(clock=lambda: datetime(2026, 11, 23, 20, tzinfo=shanghai))
    book.write(add, "Sample")
    assert book.read(last).at == datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert fault(book) is None


def test_an_insert_is_recorded_whole_without_key_and_version(book: Casebook) -> None:
    written = book.write(add, "Sample", sex=Sex.FEMALE, birth_date=PartialDate.parse("1998-04"))
    person = next(c for c in book.read(changes, written.changes.seq) if c.entity == "person")
    after = json.loads(person.after or "")
    assert (person.kind, person.version, person.before) == ("insert", 1, None)
    assert (after["sex"], after["birth_date"], after["archived"]) == ("F", "1998-04", False)
    assert after.keys() & {"id", "version"} == set()


def test_an_update_records_the_changed_fields_before_and_after(book: Casebook) -> None:
    key = book.write(add, "Sample", note="first").result
    seq = book.write(set_note, key, "second").changes.seq
    [change] = book.read(changes, seq)
    assert (change.kind, change.row_id, change.about, change.version) == ("update", key, key, 2)
    assert (change.before, change.after) == ('{"note":"first"}', '{"note":"second"}')


def test_a_delete_is_recorded_whole(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    [change] = book.read(changes, book.write(remove_names).changes.seq)
    assert (change.kind, change.about, change.version, change.after) == ("delete", key, 1, None)
    assert json.loads(change.before or "")["family"] == "Sample"


@trail.operation("test:expired", "Edit expired")
def edit_expired(session: Session, key: UUID) -> None:
    """Set a field of a row whose values were forgotten before."""
    person = session.get_one(PersonRow, key)
    session.expire(person)
    person.note = "second"


def test_the_old_value_of_an_expired_row_is_recorded(book: Casebook) -> None:
    key = book.write(add, "Sample", note="first").result
    [change] = book.read(changes, book.write(edit_expired, key).changes.seq)
    assert change.before == '{"note":"first"}'


@trail.operation("test:delete-expired", "Delete expired")
def delete_expired(session: Session) -> None:
    """Delete a row whose values were forgotten before."""
    name = session.scalars(select(NameRow)).one()
    session.expire(name)
    session.delete(name)


def test_a_deleted_row_is_recorded_whole_though_its_values_were_forgotten(book: Casebook) -> None:
    book.write(add, "Sample")
    [change] = book.read(changes, book.write(delete_expired).changes.seq)
    assert json.loads(change.before or "")["family"] == "Sample"


@trail.operation("test:flushes", "Edit in steps")
def edit_in_steps(session: Session, key: UUID) -> None:
    """Set a field twice with a flush between, as autoflush does."""
    person = session.get_one(PersonRow, key)
    person.note = "second"
    assert session.scalars(select(PersonRow.note)).one() == "second"
    person.note = "third"


def test_each_flush_of_an_operation_is_recorded_in_order(book: Casebook) -> None:
    key = book.write(add, "Sample", note="first").result
    steps = book.read(changes, book.write(edit_in_steps, key).changes.seq)
    assert [change.after for change in steps] == ['{"note":"second"}', '{"note":"third"}']
    assert [change.version for change in steps] == [2, 3]


@trail.operation("test:same", "Set the same")
def set_the_same(session: Session, key: UUID) -> None:
    """Set a field to what it is, and another there and back again."""
    person = session.get_one(PersonRow, key)
    person.note, person.birth_city = "first", "Sampletown"
    person.birth_city = ""


def test_an_operation_that_changes_nothing_leaves_nothing(book: Casebook) -> None:
    key = book.write(add, "Sample", note="first").result
    before = book.head()
    assert book.write(set_the_same, key).changes == Changes(0, frozenset(), frozenset())
    assert book.head() == before


def test_what_reaches_outside_is_recorded_though_nothing_changed(book: Casebook) -> None:
    case = book.write(open_case, book.write(add, "Sample").result).result
    seq = book.write(print_case, case).changes.seq
    done = book.read(last)
    assert (done.seq, done.about, json.loads(done.detail), done.changes) == (seq, case, {"sha256": "00"}, 0)
    assert fault(book) is None


def test_what_changed_is_told_by_row_and_by_what_it_is_about(book: Casebook) -> None:
    written = book.write(add, "Sample", "Example")
    assert written.changes.about == {written.result}
    assert sorted(entity for entity, _key in written.changes.rows) == ["person", "person_name", "person_name"]


@trail.operation("test:bulk", "Import")
def bulk(session: Session, count: int) -> list[UUID]:
    """Insert persons past the unit of work."""
    return trail.bulk_insert(session, PersonRow, [{"note": str(n)} for n in range(count)])


def test_bulk_rows_leave_the_records_that_single_rows_leave(book: Casebook) -> None:
    single = book.write(add, note="0")
    many = book.write(bulk, 3)
    [one] = book.read(changes, single.changes.seq)
    records = book.read(changes, many.changes.seq)
    assert [record.row_id for record in records] == many.result
    assert records[0].after == one.after
    assert (records[0].kind, records[0].version) == ("insert", 1)


def test_no_bulk_rows_leave_no_operation(book: Casebook) -> None:
    head = book.head()
    assert book.write(bulk, 0).result == []
    assert book.head() == head


@trail.operation("test:mixed", "Bulk after single")
def single_then_bulk(session: Session) -> None:
    """Add a person, unflushed, and rows that refer to it."""
    person = PersonRow(id=new_key())
    session.add(person)
    trail.bulk_insert(session, NameRow, [{"person_id": person.id, "family": "Sample"}])


def test_rows_added_before_bulk_rows_are_recorded_before_them(book: Casebook) -> None:
    seq = book.write(single_then_bulk).changes.seq
    assert [change.entity for change in book.read(changes, seq)] == ["person", "person_name"]


def test_derived_columns_leave_no_record(book: Casebook) -> None:
    written = book.write(open_case, book.write(add, "Sample").result)
    case = next(c for c in book.read(changes, written.changes.seq) if c.entity == "case_file")
    assert json.loads(case.after or "").keys() & {"checked", "counted", "content_changed_at"} == set()


def _count(session: Session, changed: Changes) -> None:
    for entity, key in changed.rows:
        if entity == "case_file":
            progress.store(session, key, 1, 2, datetime.now(UTC))


def test_what_is_derived_by_statement_leaves_no_record_and_no_version(open_book: OpenBook) -> None:
    book = open_book(derive=(_count,))
    written = book.write(open_case, book.write(add, "Sample").result)
    [case] = book.read(changes, written.changes.seq)
    assert case.version == 1


def _follow(session: Session, changed: Changes) -> None:
    """Give a case that is not archived a note, as checklists follow a person's record."""
    for entity, key in changed.rows:
        if entity == "case_file" and not session.get_one(CaseRow, key).archived:
            at = trail.of(session).at
            session.add(CaseNoteRow(case_id=key, written_at=at, author="the program", text="opened"))


def test_rows_that_follow_an_operation_are_part_of_it(open_book: OpenBook) -> None:
    book = open_book(derive=(_follow,))
    written = book.write(open_case, book.write(add, "Sample").result)
    assert [c.entity for c in book.read(changes, written.changes.seq)] == ["case_file", "case_note"]
    assert fault(book) is None
    book.undo()
    assert book.read(lambda session: session.scalars(select(CaseNoteRow)).all()) == []


def test_a_failed_operation_leaves_nothing(book: Casebook) -> None:
    head = book.head()

    @trail.operation("test:fail", "Fail")
    def run(session: Session) -> None:
        session.add(PersonRow())
        session.flush()
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        book.write(run)
    assert book.read(lambda session: session.scalars(select(PersonRow)).all()) == []
    assert book.head() == head


def test_operations_are_numbered_without_gaps(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    with pytest.raises(ValueError):
        book.write(set_birth_date, key, "not a date")
    assert book.write(rename, "Example").changes.seq == 3
    assert book.read(
        lambda session: list(session.scalars(select(Operation.seq).order_by(Operation.seq)))
    ) == [1, 2, 3]


def test_forty_rows_are_one_operation(book: Casebook) -> None:
    written = book.write(open_case, book.write(add, "Sample").result, items=40)
    assert book.read(last).changes == 41
    rows = book.read(
        lambda session: list(session.scalars(select(Change.entity).where(Change.about == written.result)))
    )
    assert rows.count("case_item") == 40
    assert len(book.read(lambda session: session.scalars(select(ItemRow)).all())) == 40
