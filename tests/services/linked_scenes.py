"""Scenes of linked cases: an earlier case with papers of every sort, and one that follows it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.casefile import Party, Role
from app.domain.following import Following
from app.domain.item_records import ItemState, OriginalAt
from app.services import case_edits, case_facts, cases, checklists, linked
from app.services.linked import Wanted
from db.casebook import Casebook
from tests.builders import TODAY, open_case

Run = Callable[[], Any]
FILING = date(2026, 12, 15)
RENEWAL = Wanted(Following.RENEWAL, "K", "new-delhi", FILING)


def collect(book: Casebook, key: UUID, item: str, to: ItemState = ItemState.ACCEPTED, **values: Any) -> None:
    """Note that a paper is here."""
    row = next(each for each in book.read(checklists.lines, key, TODAY) if each.line.item.id == item)
    book.write(case_edits.work_items, [(row.row_id, row.version)], to, TODAY, values=values)


def earlier(book: Casebook, **changes: Any) -> UUID:
    """Return a case with a CV, a photo that is too old, a degree with the client, and an unchecked stay."""
    key = open_case(book, **changes).id
    office = OriginalAt.OFFICE
    collect(book, key, "K-DOC-07", number="CV-7", issued_on=date(2026, 11, 2))
    collect(book, key, "K-DOC-02", issued_on=date(2026, 1, 5), original_at=office)
    collect(book, key, "K-DOC-03", original_at=OriginalAt.CLIENT)
    collect(book, key, "K-DOC-10", ItemState.RECEIVED, original_at=office, valid_until=date(2028, 1, 31))
    book.write(case_facts.set_fact, key, "degree.field", "core")
    book.write(case_facts.set_fact, key, "funds", "sufficient")
    party = Party(role=Role.INVITER, name="样本研究院 (fictional)", phone="+861012345678")
    book.write(cases.save_part, key, "parties", party, TODAY)
    return key


def follow(book: Casebook, key: UUID, wanted: Wanted = RENEWAL, to_check: tuple[str, ...] = ()) -> UUID:
    """Open a case that follows another; return its key."""
    return book.write(linked.follow, key, wanted, TODAY, to_check).result.id


def _followed(book: Casebook) -> Run:
    key = earlier(book)
    return lambda: follow(book, key, to_check=("K-DOC-10",))


LINKED_SCENES: dict[str, Callable[[Casebook], Run]] = {"case:follow": _followed}
