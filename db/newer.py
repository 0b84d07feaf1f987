"""What others wrote meanwhile, as the change records tell it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.operation import Change
from db.trail import Changes

MOST_ROWS = 20_000  # read at once; lists load anew in any case


def changes(session: Session, seq: int) -> list[Changes]:
    """Return what each operation after ``seq`` touched, oldest first."""
    rows = (Change.operation_seq, Change.entity, Change.row_id, Change.about)
    query = select(*rows).where(Change.operation_seq > seq).order_by(Change.operation_seq).limit(MOST_ROWS)
    found: dict[int, tuple[set[tuple[str, UUID]], set[UUID]]] = {}
    for row in session.execute(query):
        touched, about = found.setdefault(row.operation_seq, (set(), set()))
        touched.add((row.entity, row.row_id))
        about.add(row.about)
    return [Changes(of, frozenset(touched), frozenset(about)) for of, (touched, about) in found.items()]
