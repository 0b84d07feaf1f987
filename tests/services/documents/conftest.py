"""The finished value of a document of a fictional case."""

from datetime import date
from typing import Any
from uuid import UUID

from app.domain.item_records import ItemState
from app.services import checklists, printing
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY


def gathered(book: Casebook, kind: str, case_id: UUID | None = None, **options: Any) -> Any:
    """Return what a document of ``kind`` is printed from."""
    return book.read(printing.value, Order(case_id=case_id, kind=kind, **options), TODAY)


def move(book: Casebook, case_id: UUID, item: str, to: ItemState, reason: str = "") -> None:
    """Move one line of a case's checklist."""
    row = next(each for each in book.read(checklists.lines, case_id, TODAY) if each.line.item.id == item)
    book.write(checklists.move_item, row.row_id, row.version, to, TODAY, reason=reason)


def set_item(book: Casebook, case: UUID, item: str, name: str, on: date) -> None:
    """Set a date of a line of the checklist."""
    row = next(each for each in book.read(checklists.lines, case, TODAY) if each.line.item.id == item)
    book.write(checklists.set_item_field, row.row_id, row.version, name, on, TODAY)
