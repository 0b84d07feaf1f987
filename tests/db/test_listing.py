"""The derived row of a person follows every change."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import listing, trail
from db.casebook import Casebook
from db.models.person import NameRow, PersonRow
from db.models.person_row import PersonListing
from db.types import as_key


@trail.operation("test:add", "Add")
def add(session: Session, family: str) -> UUID:
    """Add a person of one name."""
    person = PersonRow()
    session.add(person)
    session.flush()
    session.add(NameRow(person_id=person.id, family=family))
    return person.id


def refresh(book: Casebook, *people: UUID) -> None:
    book.keep(lambda session: listing.refresh_people(session.connection(), people))


def names(book: Casebook) -> list[tuple[int, str]]:
    query = select(PersonListing.seq, PersonListing.name).order_by(PersonListing.seq)
    return book.read(lambda session: [(row.seq, row.name) for row in session.execute(query)])


def test_a_person_keeps_the_same_number_when_refreshed(book: Casebook) -> None:
    first, second = (book.write(add, family).result for family in ("Sample", "Example"))
    refresh(book, first, second)
    refresh(book, first)
    assert names(book) == [(1, "SAMPLE"), (2, "EXAMPLE")]


def test_keys_of_anything_else_are_passed_over(book: Casebook) -> None:
    refresh(book, UUID(int=5))
    assert names(book) == []


def test_integers_are_packed_in_the_order_of_the_query(book: Casebook) -> None:
    refresh(book, *(book.write(add, family).result for family in "abc"))
    query = select(PersonListing.seq).order_by(PersonListing.sort_name.desc())
    assert list(book.read(lambda session: listing.packed(session.connection(), query))) == [3, 2, 1]


def test_rows_come_as_the_driver_gives_them_and_their_keys_can_be_read(book: Casebook) -> None:
    first, second = (book.write(add, family).result for family in ("Sample", "Example"))
    refresh(book, first, second)
    columns = ("seq", "person_id", "name")
    rows = book.read(lambda session: listing.rows_of(session.connection(), columns, [2, 1, 99]))
    assert sorted((seq, as_key(key), name) for seq, key, name in rows) == [
        (1, first, "SAMPLE"),
        (2, second, "EXAMPLE"),
    ]
