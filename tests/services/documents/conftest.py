"""The finished value of a document of a fictional case."""

from typing import Any
from uuid import UUID

from app.services import printing
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY


def gathered(book: Casebook, kind: str, case_id: UUID | None = None, **options: Any) -> Any:
    """Return what a document of ``kind`` is printed from."""
    return book.read(printing.value, Order(case_id=case_id, kind=kind, **options), TODAY)
