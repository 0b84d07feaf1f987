"""What would leave no change record is refused."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from db import trail
from db.casebook import Casebook
from db.models.firm import Firm
from db.models.person import NameRow, PersonRow
from tests.db.operations import (
    add,
    families,
    table,
)


@pytest.mark.parametrize(
    "statement",
    [
        update(NameRow).values(family="x"),
        delete(NameRow),
        insert(Firm).values(name="x"),
        update(table(NameRow)).values(family="x"),
        text("DELETE FROM person_name"),
        text("  update person_name set family = 'x'"),
    ],
    ids=["update", "delete", "insert", "table", "text", "text in small letters"],
)
def test_bulk_statements_are_refused(book: Casebook, statement: object) -> None:
    book.write(add, "Sample")

    @trail.operation("test:bulk", "Bulk")
    def run(session: Session) -> None:
        session.execute(statement)  # type: ignore[call-overload]

    with pytest.raises(RuntimeError, match="no change record"):
        book.write(run)
    assert book.read(families) == ["Sample"]


@pytest.mark.parametrize(
    "run",
    [
        lambda session: session.bulk_save_objects([PersonRow()]),
        lambda session: session.bulk_insert_mappings(PersonRow, [{}]),
        lambda session: session.bulk_update_mappings(PersonRow, [{}]),
        lambda session: session.query(NameRow).delete(),
        lambda session: session.query(NameRow).update({"family": "x"}),
    ],
    ids=["bulk_save_objects", "bulk_insert_mappings", "bulk_update_mappings", "query.delete", "query.update"],
)
def test_the_older_bulk_methods_are_refused_too(book: Casebook, run: Callable[[Session], None]) -> None:
    with pytest.raises(RuntimeError, match="no change record"):
        book.write(trail.operation("test:bulk", "Bulk")(run))


def test_reading_by_text_is_allowed(book: Casebook) -> None:
    assert book.read(lambda session: session.scalar(text("SELECT count(*) FROM firm"))) == 1


def test_an_aggregate_is_archived_and_never_deleted(book: Casebook) -> None:
    key = book.write(add, "Sample").result

    @trail.operation("test:delete", "Delete")
    def run(session: Session) -> None:
        session.delete(session.get_one(PersonRow, key))

    with pytest.raises(RuntimeError, match="archived"):
        book.write(run)


def _change_a_person(session: Session) -> None:
    session.add(PersonRow())
    session.flush()


def test_a_read_changes_nothing(book: Casebook) -> None:
    with pytest.raises(RuntimeError, match="inside an operation"):
        book.read(_change_a_person)


def test_what_is_kept_without_a_record_is_no_recorded_row(book: Casebook) -> None:
    with pytest.raises(RuntimeError, match="inside an operation"):
        book.keep(_change_a_person)
    with pytest.raises(RuntimeError, match="inside an operation"):
        book.keep(lambda session: trail.bulk_insert(session, PersonRow, [{}]))


def test_only_an_operation_writes(book: Casebook) -> None:
    with pytest.raises(TypeError, match="operation"):
        book.write(_change_a_person)


def test_a_change_after_the_records_were_written_is_refused(book: Casebook) -> None:
    @trail.operation("test:early", "Seal too early")
    def run(session: Session) -> None:
        session.add(PersonRow())
        trail.seal(session)
        session.add(PersonRow())

    with pytest.raises(RuntimeError, match="inside an operation"):
        book.write(run)
    assert book.read(lambda session: session.scalars(select(PersonRow)).all()) == []
