"""What undo will not do, and how it explains it."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.item_records import ItemState
from app.errors import Conflict, UserError
from db import trail
from db.casebook import Casebook
from db.models.case import ItemRow
from db.models.operation import Change
from db.models.person import NameRow, PersonRow
from tests.casebooks import OpenBook, colleague
from tests.db.content import content_hash
from tests.db.operations import (
    add,
    fault,
    hand_in,
    note,
    open_case,
    print_case,
    remove_fact,
    remove_names,
    rename,
    set_birth_date,
    set_fact,
    set_note,
    table,
    tamper,
)


def test_a_colleagues_later_change_is_explained_by_who_and_when(open_book: OpenBook) -> None:
    book = open_book()
    ben = colleague(book, clock=lambda: datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
    key = book.write(add, "Sample").result
    book.write(set_note, key, "mine")
    ben.write(set_note, key, "theirs")
    with pytest.raises(Conflict) as raised:
        book.undo()
    assert (raised.value.who, raised.value.when) == ("Ben Example", "2026-11-23T09:30:00+00:00")
    local = f"{datetime(2026, 11, 23, 9, 30, tzinfo=UTC).astimezone():%Y-%m-%d %H:%M}"
    assert raised.value.message == f"This can't be undone: Ben Example changed it later, on {local}."
    assert book.read(note, key) == "theirs"


def test_the_colleague_named_is_who_changed_the_same_field(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    book.write(set_note, key, "mine")
    colleague(book, "Ben Example").write(set_note, key, "theirs")
    colleague(book, "Chen Example").write(set_birth_date, key, "1998")
    with pytest.raises(Conflict) as raised:
        book.undo()
    assert raised.value.who == "Ben Example"


def test_a_colleagues_change_of_another_field_is_not_in_the_way(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    book.write(set_note, key, "mine")
    colleague(book).write(set_birth_date, key, "1998")
    book.undo()
    assert book.read(note, key) == ""
    assert book.read(lambda s: str(s.get_one(PersonRow, key).birth_date)) == "1998"


def test_what_a_colleague_deleted_is_not_changed_back(book: Casebook) -> None:
    book.write(add, "Sample")
    book.write(rename, "Mine")
    colleague(book).write(remove_names)
    with pytest.raises(Conflict, match="Ben Example"):
        book.undo()


def test_a_person_a_colleague_has_worked_on_is_not_archived_by_undo(book: Casebook) -> None:
    key = book.write(add, "Sample").result

    @trail.operation("test:name", "Add name")
    def add_name(session: Session) -> None:
        session.add(NameRow(person_id=key, family="Theirs"))

    colleague(book).write(add_name)
    with pytest.raises(Conflict, match="Ben Example"):
        book.undo()
    assert not book.read(lambda session: session.get_one(PersonRow, key).archived)


def test_an_item_a_colleague_moved_keeps_the_case_open(book: Casebook) -> None:
    book.write(open_case, book.write(add, "Sample").result, items=3)

    @trail.operation("test:move", "Move")
    def move(session: Session) -> None:
        session.scalars(select(ItemRow).order_by(ItemRow.item)).first().state = ItemState.REQUESTED  # type: ignore[union-attr]

    colleague(book).write(move)
    before = content_hash(book)
    with pytest.raises(Conflict, match="Ben Example"):
        book.undo()
    assert content_hash(book) == before


def test_a_place_a_colleague_has_taken_is_a_conflict(book: Casebook) -> None:
    case = book.write(open_case, book.write(add, "Sample").result).result
    fact = book.write(set_fact, case, "degree", "bachelor").result
    book.write(remove_fact, fact)
    colleague(book).write(set_fact, case, "degree", "master")
    with pytest.raises(Conflict, match="in its place"):
        book.undo()


def test_undo_never_crosses_my_own_hand_in(book: Casebook) -> None:
    case = book.write(open_case, book.write(add, "Sample").result).result
    book.write(hand_in, case)
    assert book.undoable() == ("", "")
    with pytest.raises(UserError, match="nothing to undo"):
        book.undo()


def test_steps_after_a_hand_in_undo_up_to_it(book: Casebook) -> None:
    person = book.write(add, "Sample").result
    book.write(hand_in, book.write(open_case, person).result)
    book.write(set_note, person, "after")
    assert book.undo().result == "Set note"
    assert book.undoable() == ("", "Set note")


def test_undo_of_an_older_step_never_crosses_anybodys_hand_in(book: Casebook) -> None:
    person = book.write(add, "Sample").result
    case = book.write(open_case, person).result
    fact = book.write(set_fact, case, "degree", "bachelor")
    colleague(book).write(hand_in, case)
    with pytest.raises(Conflict, match=r"Hand in.*Ben Example"):
        book.undo(fact.changes.seq)


def test_a_hand_in_of_one_case_does_not_hold_another(book: Casebook) -> None:
    person = book.write(add, "Sample").result
    first = book.write(open_case, person).result
    second = book.write(open_case, person, number="KB-2026-0002").result
    seq = book.write(set_fact, first, "degree", "bachelor").changes.seq
    colleague(book).write(hand_in, second)
    assert book.undo(seq).result == "Set fact"


def test_a_hand_in_and_a_print_are_not_undone_by_number(book: Casebook) -> None:
    case = book.write(open_case, book.write(add, "Sample").result).result
    for operation in (hand_in, print_case):
        seq = book.write(operation, case).changes.seq
        with pytest.raises(UserError, match="reached outside"):
            book.undo(seq)


def test_an_older_step_is_undone_by_its_number(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    older = book.write(set_note, key, "first").changes.seq
    book.write(set_birth_date, key, "1998")
    assert book.undo(older).result == "Set note"
    assert book.read(note, key) == ""


def test_a_step_is_not_undone_twice(book: Casebook) -> None:
    seq = book.write(add, "Sample").changes.seq
    book.undo(seq)
    with pytest.raises(UserError, match="undone already"):
        book.undo(seq)
    book.redo()
    assert book.undo(seq).result == "Add person"


def test_a_step_that_never_was_is_not_undone(book: Casebook) -> None:
    with pytest.raises(UserError, match="nothing to undo"):
        book.undo(99)


def test_erased_values_are_not_brought_back(book: Casebook) -> None:
    key = book.write(add, "Sample", note="first").result
    book.write(set_note, key, "second")
    erased = update(table(Change)).where(Change.row_id == key).values(before=None, after=None)
    tamper(book, erased)
    with pytest.raises(UserError, match="erased"):
        book.undo()
    assert fault(book) is None


def test_a_field_that_is_no_longer_there_is_said_so(book: Casebook) -> None:
    key = book.write(add, "Sample").result
    book.write(set_note, key, "second")
    older = update(table(Change)).where(Change.kind == "update").values(before='{"old":1}', after='{"old":2}')
    tamper(book, older)
    with pytest.raises(UserError, match="older version"):
        book.undo()
