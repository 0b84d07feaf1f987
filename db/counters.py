"""Numbers without gaps or repeats, also with two windows open; given out once and never undone."""

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from db import trail
from db.models.firm import Counter


def next_number(session: Session, series: str) -> int:
    """Return the next number of ``series``, from 1, inside the operation under way.

    The operation holds the write lock (or the counter's row), so nobody else gets the same one;
    if it fails, the number is free again.
    """
    trail.of(session)
    connection = session.connection()
    held = select(Counter.last).where(Counter.series == series).with_for_update()
    last = connection.execute(held).scalar()
    if last is None:
        connection.execute(insert(Counter), {"series": series, "last": 1})
        return 1
    connection.execute(update(Counter).where(Counter.series == series).values(last=last + 1))
    return last + 1
