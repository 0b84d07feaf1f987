"""What others wrote meanwhile."""

from db import newer
from db.casebook import Casebook
from tests.casebooks import colleague
from tests.db.operations import add, set_note


def test_each_later_operation_tells_its_rows_and_whom_they_are_about(book: Casebook) -> None:
    first = book.write(add, "Sample")
    other = colleague(book)
    noted = other.write(set_note, first.result, "Seen.")
    assert book.read(newer.changes, first.changes.seq) == [noted.changes]
    assert book.read(newer.changes, first.changes.seq - 1) == [first.changes, noted.changes]
    assert book.read(newer.changes, noted.changes.seq) == []
