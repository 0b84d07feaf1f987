"""Scenes of closing: a case that may be closed, with an original in the office; one that is closed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from app.domain.cases import Decision, Outcome, Stage
from app.domain.closing import Closing
from app.domain.item_records import OriginalAt
from app.services import cases, checklists, closing
from db.casebook import Casebook
from tests.builders import TODAY, open_case

Run = Callable[[], Any]
ITEM = "K-DOC-06"
NOT_FILED = Outcome(decision=Decision.NOT_FILED, decided_on=TODAY)
BACK = Closing(outcome=NOT_FILED, returned_on=TODAY, returned_to="SAMPLE, Ananya")


def hold(book: Casebook, key: UUID, item: str = ITEM) -> None:
    """Note that the original of a line is in the office."""
    row = next(each for each in book.read(checklists.lines, key, TODAY) if each.line.item.id == item)
    book.write(checklists.set_item_field, row.row_id, row.version, "original_at", OriginalAt.OFFICE, TODAY)


def withdrawn(book: Casebook, **changes: Any) -> UUID:
    """Return a case that was withdrawn, while an original lies in the office."""
    key = open_case(book, **changes).id
    hold(book, key)
    book.write(cases.move, key, book.read(cases.case, key).version, Stage.WITHDRAWN, TODAY)
    return key


def close(book: Casebook, key: UUID, said: Closing = BACK, returned: tuple[str, ...] = (ITEM,)) -> int:
    """Close a case."""
    version = book.read(cases.case, key).version
    return book.write(closing.close, key, version, said, returned, TODAY).result


def _closed(book: Casebook) -> Run:
    key = withdrawn(book)
    return lambda: close(book, key)


def _reopened(book: Casebook) -> Run:
    key = withdrawn(book)
    version = close(book, key)
    return lambda: book.write(closing.reopen, key, version, "The client came back", TODAY)


CLOSING_SCENES: dict[str, Callable[[Casebook], Run]] = {"case:close": _closed, "case:reopen": _reopened}
