"""Scenes of undo for enquiries and conflict checks: each returns what is to be done and undone."""

from collections.abc import Callable
from typing import Any

from app.domain.conflicts import Decision, Search
from app.domain.enquiries import FirstCall
from app.services import conflicts, enquiries
from app.services.enquiries import Taken
from db.casebook import Casebook
from tests.builders import TODAY

Run = Callable[[], Any]
CALL = FirstCall(family="MUSTER", given="Otto", nationality="DE", contact="o@example.org", referrer="Xaver")


def _taken(book: Casebook) -> Taken:
    return book.write(enquiries.add, CALL, TODAY).result


def _enquiry_added(book: Casebook) -> Run:
    return lambda: _taken(book)


def _enquiry_edited(book: Casebook) -> Run:
    key = _taken(book).id
    return lambda: book.write(enquiries.set_field, key, 1, "wanted", "一次咨询", TODAY)


def _conflict_decided(book: Casebook) -> Run:
    taken = _taken(book)
    decided = (taken.person_id, Search(), Decision.DECLINED)
    return lambda: book.write(conflicts.decide, *decided, reason="Fictional", enquiry_id=taken.id)


SCENES: dict[str, Callable[[Casebook], Run]] = {
    "enquiry:add": _enquiry_added,
    "enquiry:edit": _enquiry_edited,
    "conflict:decide": _conflict_decided,
}
