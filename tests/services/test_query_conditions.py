"""Terms of the query box as conditions: what is unknown is never taken for a match."""

from datetime import date

import pytest
from sqlalchemy import Date, column, literal, select
from sqlalchemy.orm import Session

from app.domain.query_values import Known, Span
from app.services import query_conditions
from db.casebook import Casebook

SPAN = Span(date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("day", "lies"),
    [(1, True), (30, True), (15, True), (None, False)],
    ids=["first", "last", "within", "unknown"],
)
def test_a_span_holds_both_its_ends_and_nothing_unknown(book: Casebook, day: int | None, lies: bool) -> None:
    value = literal(date(2026, 11, day) if day else None, Date)

    def asked(session: Session) -> object:
        return session.scalar(select(query_conditions.within(value, SPAN)))

    assert bool(book.read(asked)) is lies


def test_a_value_of_another_kind_finds_nothing() -> None:
    assert str(query_conditions.within(column("due"), Known(is_known=True))) == "false"
