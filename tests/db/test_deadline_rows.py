"""Rows of open deadlines are put in place of those there were, in no history."""

from datetime import UTC, date, datetime

from sqlalchemy import select

from db import deadline_rows
from db.casebook import Casebook
from db.models.deadline_listing import DeadlineListing
from db.types import new_key
from tests.db.test_progress import add_case


def test_rows_of_a_case_are_replaced_as_a_whole_and_leave_no_record(book: Casebook) -> None:
    case = book.write(add_case).result.id
    head = book.head()
    for number in (2, 1, 0):
        rows = [
            {
                "id": new_key(), "case_id": case, "rule": f"DL-0{at}", "part": "", "owner_id": None,
                "due": datetime(2026, 11, 26, 16, tzinfo=UTC), "last_day": date(2026, 11, 26),
                "provisional": False, "certain": True,
            }
            for at in range(number)
        ]  # fmt: skip
        book.keep(deadline_rows.store, [case], rows)
        listed = book.read(lambda session: session.scalars(select(DeadlineListing.rule)).all())
        assert sorted(listed) == [row["rule"] for row in rows]
    assert book.head() == head
