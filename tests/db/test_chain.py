"""The chain of operations shows what was altered, added or cut off, and bears erasure."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import Executable, delete, insert, select, text, update

from db import chain
from db.casebook import Casebook
from db.models.operation import ChainHead, Change, Operation
from tests.db.operations import add, fault, open_case, print_case, rename, table, tamper

OPERATION, CHANGE, HEAD = table(Operation), table(Change), table(ChainHead)


@pytest.fixture
def worked(book: Casebook) -> Casebook:
    """A casebook with five operations; the last leaves no change."""
    person = book.write(add, "Sample", "Example").result
    book.write(rename, "Changed")
    case = book.write(open_case, person, items=3).result
    book.write(print_case, case)
    return book


def test_a_chain_as_it_was_written_is_sound(worked: Casebook) -> None:
    with worked.engine.connect() as connection:
        verdict = chain.verify(connection, worked._audit_key)
        head = connection.execute(select(HEAD.c.seq, HEAD.c.mac)).one()
    assert (verdict.fault, verdict.operations, verdict.mac) == (None, *head)


def test_undo_and_redo_leave_it_sound(worked: Casebook) -> None:
    worked.undo()
    worked.redo()
    assert fault(worked) is None


ALTERED = "The operation or one of its changes was altered"


@pytest.mark.parametrize(
    "values",
    [
        {"tag": "other"},
        {"label": "Other"},
        {"actor_name": "Somebody Else"},
        {"detail": '{"x":1}'},
        {"undo": "final"},
        {"undoes": 1},
        {"about": None},
        {"at": datetime(1999, 1, 1, tzinfo=UTC)},
        {"mac": b"\x00" * 32},
    ],
    ids=lambda values: next(iter(values)),
)
def test_an_altered_operation_is_found(worked: Casebook, values: dict[str, object]) -> None:
    tamper(worked, update(OPERATION).where(OPERATION.c.seq == 2).values(**values))
    assert fault(worked) == chain.Fault(2, ALTERED)


@pytest.mark.parametrize(
    "values",
    [
        {"after": '{"family":"Forged"}'},
        {"before": '{"family":"Forged"}'},
        {"before": None},
        {"entity": "firm"},
        {"kind": "insert"},
        {"version": 9},
        {"salt": b"\x00" * 16},
        {"about": UUID(int=1)},
        {"row_id": UUID(int=1)},
    ],
    ids=lambda values: f"{next(iter(values))} {next(iter(values.values())) is None}",
)
def test_an_altered_change_is_found(worked: Casebook, values: dict[str, object]) -> None:
    first = (CHANGE.c.operation_seq == 3) & (CHANGE.c.ordinal == 0)
    tamper(worked, update(CHANGE).where(first).values(**values))
    assert fault(worked) == chain.Fault(3, "A recorded value was altered")


def test_a_forged_value_with_a_fitting_digest_is_found(worked: Casebook) -> None:
    first = (CHANGE.c.operation_seq == 3) & (CHANGE.c.ordinal == 0)
    with worked.engine.connect() as connection:
        row = dict(connection.execute(select(CHANGE).where(first)).mappings().one())
    row["after"] = '{"family":"Forged"}'
    digest = chain.value_digest(row)
    tamper(worked, update(CHANGE).where(first).values(after=row["after"], digest=digest))
    assert fault(worked) == chain.Fault(3, ALTERED)


def test_erased_values_are_no_fault(worked: Casebook) -> None:
    tamper(worked, update(CHANGE).values(before=None, after=None))
    assert fault(worked) is None


def test_an_erased_change_still_says_what_it_was_of(worked: Casebook) -> None:
    tamper(worked, update(CHANGE).values(before=None, after=None, digest=b"\x00" * 32))
    assert fault(worked) == chain.Fault(1, ALTERED)


def _without_operation(seq: int) -> list[Executable]:
    return [
        delete(CHANGE).where(CHANGE.c.operation_seq == seq),
        delete(OPERATION).where(OPERATION.c.seq == seq),
    ]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (
            lambda: [delete(CHANGE).where(CHANGE.c.operation_seq == 3, CHANGE.c.ordinal == 1)],
            (3, chain.MISSING_CHANGE),
        ),
        (lambda: [delete(CHANGE).where(CHANGE.c.operation_seq == 2)], (2, chain.MISSING_CHANGE)),
        (lambda: _without_operation(3), (3, "An operation is missing")),
        (lambda: _without_operation(1), (1, "An operation is missing")),
        (lambda: _without_operation(5), (5, "The last operations are missing")),
        (lambda: [delete(CHANGE), delete(OPERATION)], (5, "The last operations are missing")),
        (lambda: [update(HEAD).values(seq=4)], (4, "The last operations are missing")),
        (
            lambda: [update(CHANGE).where(CHANGE.c.operation_seq == 4).values(operation_seq=5)],
            (4, chain.MISSING_CHANGE),
        ),
    ],
    ids=[
        "a change",
        "all changes of one",
        "an operation",
        "the first",
        "the tail",
        "all",
        "the head",
        "moved",
    ],
)
def test_what_is_missing_is_found(
    worked: Casebook, statements: Callable[[], list[Executable]], expected: tuple[int, str]
) -> None:
    for statement in statements():
        tamper(worked, statement)
    assert fault(worked) == chain.Fault(*expected)


def test_a_change_added_to_an_operation_is_found(worked: Casebook) -> None:
    with worked.engine.connect() as connection:
        query = select(CHANGE).where(CHANGE.c.operation_seq == 4, CHANGE.c.ordinal == 0)
        row = dict(connection.execute(query).mappings().one())
    tamper(worked, insert(CHANGE).values({**row, "operation_seq": 5}))
    assert fault(worked) == chain.Fault(5, chain.MISSING_CHANGE)


def test_a_change_of_no_operation_is_found(file: Casebook) -> None:
    file.write(add, "Sample")
    with file.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(update(CHANGE).where(CHANGE.c.operation_seq == 1).values(operation_seq=0))
        assert chain.verify(connection, file._audit_key).fault == chain.Fault(1, chain.MISSING_CHANGE)
        connection.execute(text("DELETE FROM change WHERE operation_seq = 0"))


def test_another_key_finds_fault_with_the_first_operation(worked: Casebook) -> None:
    with worked.engine.connect() as connection:
        assert chain.verify(connection, b"\x00" * 32).fault == chain.Fault(1, ALTERED)


def test_swapped_operations_are_found(worked: Casebook) -> None:
    with worked.engine.connect() as connection:
        second, third = (
            dict(connection.execute(select(OPERATION).where(OPERATION.c.seq == seq)).mappings().one())
            for seq in (2, 3)
        )
    for seq, other in ((2, third), (3, second)):
        values = {name: value for name, value in other.items() if name not in ("seq", "id")}
        tamper(worked, update(OPERATION).where(OPERATION.c.seq == seq).values(**values))
    found = fault(worked)
    assert found is not None
    assert found.seq == 2


def test_lists_of_parts_that_run_together_differ() -> None:
    assert chain._framed([b"ab", b"c"]) != chain._framed([b"a", b"bc"])
