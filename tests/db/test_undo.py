"""Undo and redo from the change records: exactly back, exactly forth."""

from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.dates import PartialDate
from app.errors import UserError
from db import counters, trail
from db.casebook import Casebook
from db.models.case import CaseRow, FactRow, ItemRow
from db.models.firm import User
from db.models.person import NameRow, PersonRow
from tests.casebooks import LOGIN, PASSPHRASE, colleague, reopen
from tests.db import children
from tests.db.content import content_hash
from tests.db.operations import (
    add,
    add_office,
    changes,
    families,
    fault,
    note,
    open_case,
    print_case,
    remove_names,
    rename,
    set_birth_date,
    set_fact,
    set_note,
    table,
    tamper,
)


def test_an_insert_an_update_and_a_delete_are_taken_back(book: Casebook) -> None:
    hashes = [content_hash(book)]
    for step in (
        lambda: book.write(add, "Sample"),
        lambda: book.write(rename, "Example"),
        lambda: book.write(remove_names),
    ):
        step()
        hashes.append(content_hash(book))
    for expected in reversed(hashes[:-1]):
        book.undo()
        assert content_hash(book) == expected
    for expected in hashes[1:]:
        book.redo()
        assert content_hash(book) == expected
    assert len(set(hashes)) == 4
    assert fault(book) is None


def test_undo_after_redo_after_undo_again(book: Casebook) -> None:
    book.write(add, "Sample")
    before = content_hash(book)
    book.write(rename, "Example")
    after = content_hash(book)
    for _round in range(3):
        assert book.undo().result == "Rename"
        assert content_hash(book) == before
        assert book.redo().result == "Rename"
        assert content_hash(book) == after
    assert book.undoable() == ("Rename", "")


def test_a_deleted_row_comes_back_with_its_key_and_a_higher_version(book: Casebook) -> None:
    book.write(add, "Sample")
    names = select(NameRow.id, NameRow.version)
    [(key, version)] = book.read(lambda session: session.execute(names).all())
    book.write(remove_names)
    book.undo()
    assert book.read(lambda session: session.execute(names).all()) == [(key, version + 1)]
    book.redo()
    book.undo()
    assert book.read(lambda session: session.execute(names).all()) == [(key, version + 2)]


def test_every_kind_of_value_comes_back_as_it_was(book: Casebook) -> None:
    key = book.write(add, birth_date=PartialDate.parse("1998-04"), note="ü\n“ﷺ”").result
    before = content_hash(book)
    book.write(set_birth_date, key, "1999")
    book.undo()
    assert book.read(lambda s: s.get_one(PersonRow, key).birth_date) == PartialDate.parse("1998-04")
    assert content_hash(book) == before


@trail.operation("test:mixed", "Mixed")
def mixed(session: Session) -> None:
    """Add, change and delete rows of several tables, parents and children together."""
    [first, second] = session.scalars(select(NameRow).order_by(NameRow.family))
    session.delete(first)
    second.family = "Changed"
    person = add(session, "New", "Newer")
    session.get_one(PersonRow, person).note = "and changed in the same step"
    session.flush()
    trail.bulk_insert(session, NameRow, [{"person_id": person, "family": f"Bulk {n}"} for n in range(5)])


def test_a_mixed_operation_with_parents_and_children_is_one_step(book: Casebook) -> None:
    book.write(add, "Able", "Baker")
    before = content_hash(book)
    book.write(mixed)
    after = content_hash(book)
    book.undo()
    assert content_hash(book) == before
    book.redo()
    assert content_hash(book) == after
    book.undo()
    assert content_hash(book) == before
    assert fault(book) is None


def test_a_case_with_forty_items_is_one_step(book: Casebook) -> None:
    person = book.write(add, "Sample").result
    before = content_hash(book)
    book.write(open_case, person, items=40)
    after = content_hash(book)
    assert book.undo().result == "Open case"
    assert content_hash(book) == before
    assert book.read(lambda session: session.scalars(select(ItemRow)).all()) == []
    assert book.redo().result == "Open case"
    assert content_hash(book) == after


def test_undoing_a_new_aggregate_archives_it(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    book.undo()
    assert book.read(lambda session: session.get_one(PersonRow, key).archived)
    book.redo()
    assert not book.read(lambda session: session.get_one(PersonRow, key).archived)


@trail.operation("test:swap", "Replace fact")
def replace_fact(session: Session, key: UUID, value: str) -> None:
    """Delete a fact and enter another of the same name in the same step."""
    old = session.get_one(FactRow, key)
    session.delete(old)
    session.flush()
    session.add(FactRow(case_id=old.case_id, name=old.name, value=value))


def test_a_row_that_took_the_place_of_another_gives_it_back(book: Casebook) -> None:
    case = book.write(open_case, book.write(add, "Sample").result).result
    fact = book.write(set_fact, case, "degree", "bachelor").result
    before = content_hash(book)
    book.write(replace_fact, fact, "master")
    book.undo()
    assert content_hash(book) == before


@trail.operation("test:shift", "Shift facts")
def shift_facts(session: Session, case_id: UUID) -> None:
    """Rename a fact, then enter another under its old name."""
    fact = session.scalars(select(FactRow).where(FactRow.case_id == case_id)).one()
    fact.name = "former"
    session.flush()
    session.add(FactRow(case_id=case_id, name="degree", value="new"))


def test_rows_leave_a_place_before_others_come_back_to_it(book: Casebook) -> None:
    case = book.write(open_case, book.write(add, "Sample").result).result
    book.write(set_fact, case, "degree", "old")
    before = content_hash(book)
    book.write(shift_facts, case)
    book.undo()
    assert content_hash(book) == before


@trail.operation("test:there-and-back", "Add and remove")
def add_and_remove(session: Session, person_id: UUID) -> None:
    """Insert, change and delete one row in one operation."""
    name = NameRow(person_id=person_id, family="first")
    session.add(name)
    session.flush()
    name.family = "second"
    session.flush()
    session.delete(name)


def test_a_row_that_came_and_went_in_one_operation_stays_gone(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    before = content_hash(book)
    book.write(add_and_remove, key)
    book.undo()
    assert content_hash(book) == before
    book.redo()
    assert content_hash(book) == before


def test_there_is_nothing_to_undo_in_a_new_casebook(book: Casebook) -> None:
    assert book.undoable() == ("", "")
    for step in (book.undo, book.redo):
        with pytest.raises(UserError, match="nothing to undo"):
            step()


def test_a_new_change_ends_redo(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    book.undo()
    book.write(add, "Example")
    assert book.undoable() == ("Add person", "")
    with pytest.raises(UserError, match="nothing to undo"):
        book.redo()
    assert book.read(lambda session: session.get_one(PersonRow, key).archived)


def test_a_print_does_not_end_redo_and_is_not_undone(book: Casebook) -> None:
    person = book.write(add, "Sample").result
    case = book.write(open_case, person).result
    book.write(set_note, person, "first")
    book.undo()
    book.write(print_case, case)
    assert book.undoable() == ("Open case", "Set note")
    assert book.redo().result == "Set note"


def test_undo_goes_back_no_further_than_when_the_casebook_was_opened(book: Casebook) -> None:
    book.write(add, "Sample")
    later = Casebook(book.engine, book.actor)
    assert later.undoable() == ("", "")


def test_a_program_that_has_just_begun_takes_back_a_change_of_tables_it_did_not_read(file: Casebook) -> None:
    seq = file.write(add, "Sample").changes.seq
    assert file.folder
    file.close()
    said = children.output("tests.db.taker_back", file.folder.path, LOGIN, PASSPHRASE, seq)
    assert said == ["False", "Add person"]
    assert reopen(file).read(lambda session: session.scalars(select(PersonRow.archived)).all()) == [True]


def test_undo_takes_back_my_own_step_past_a_colleagues(book: Casebook) -> None:
    ben = colleague(book)
    key = book.write(add, "Sample").result
    book.write(set_note, key, "mine")
    ben.write(add, "Other")
    assert book.undo().result == "Set note"
    assert book.read(note, key) == ""
    assert ben.undoable() == ("Add person", "")


def test_a_number_once_given_out_is_not_given_back(book: Casebook) -> None:
    @trail.operation("test:numbered", "Open numbered")
    def run(session: Session) -> None:
        session.add(User(login=f"user{counters.next_number(session, 'case')}", name="x"))

    book.write(run)
    book.undo()
    book.write(run)
    assert book.read(lambda s: sorted(s.scalars(select(User.login).where(User.login.like("user%"))))) == [
        "user1",
        "user2",
    ]


def test_an_undo_is_an_operation_with_records_of_its_own(book: Casebook) -> None:
    seq = book.write(add_office, "Fictional Office").changes.seq
    undone = book.undo()
    [change] = book.read(changes, undone.changes.seq)
    assert (change.kind, change.before, change.after) == ("update", '{"archived":false}', '{"archived":true}')
    assert undone.changes.seq == seq + 1
    assert undone.changes.rows == {("office", change.row_id)}


def test_two_hundred_rows_undo_as_one_step(book: Casebook) -> None:
    before = content_hash(book)
    book.write(add, *(f"Name {n}" for n in range(200)))
    book.undo()
    assert content_hash(book) == before
    book.redo()
    assert len(book.read(families)) == 200


def test_a_case_on_which_progress_was_stored_since_undoes(book: Casebook) -> None:
    book.write(open_case, book.write(add, "Sample").result)
    stored = update(table(CaseRow)).values(checked=9, counted=14)
    tamper(book, stored)
    assert book.undo().result == "Open case"
