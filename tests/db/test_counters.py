"""Numbers have no gaps and no repeats."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.orm import Session

from app.errors import UserError
from db import counters, trail
from db.casebook import Casebook
from db.models.firm import Office


@trail.operation("test:number", "Number")
def take(session: Session, series: str, fail: bool = False) -> int:
    """Take a number, for an office of that name."""
    number = counters.next_number(session, series)
    session.add(Office(name=f"{series} {number}"))
    if fail:
        raise UserError("no")
    return number


def test_each_series_counts_from_one(book: Casebook) -> None:
    assert [book.write(take, series).result for series in ("a", "a", "b")] == [1, 2, 1]


def test_a_failed_operation_gives_its_number_back(book: Casebook) -> None:
    with pytest.raises(UserError):
        book.write(take, "a", fail=True)
    assert book.write(take, "a").result == 1


def test_an_undone_operation_does_not(book: Casebook) -> None:
    book.write(take, "a")
    book.undo()
    assert book.write(take, "a").result == 2


def test_two_windows_at_once_never_get_the_same(book: Casebook) -> None:
    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(lambda _n: book.write(take, "a").result, range(24)))
    assert sorted(taken) == list(range(1, 25))


def test_outside_an_operation_there_are_no_numbers(book: Casebook) -> None:
    with pytest.raises(RuntimeError):
        book.keep(counters.next_number, "a")
