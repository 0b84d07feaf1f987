"""Unsaved text is kept per user, in no history."""

from uuid import UUID

from app.services import drafts, history
from db.casebook import Casebook


def test_a_draft_is_kept_replaced_and_dropped(book: Casebook) -> None:
    me = book.actor.id
    book.keep(drafts.keep, me, "person.birth_date", "31 Feb 20")
    book.keep(drafts.keep, me, "person.birth_date", "31 Feb 2020")
    assert book.read(drafts.all_of, me) == {"person.birth_date": "31 Feb 2020"}
    book.keep(drafts.drop, me, "person.birth_date")
    assert book.read(drafts.all_of, me) == {}


def test_drafts_belong_to_one_user_and_to_no_history(book: Casebook) -> None:
    before = book.read(history.entries)
    book.keep(drafts.keep, UUID(int=7), "case.purpose", "half a sen")
    assert book.read(drafts.all_of, book.actor.id) == {}
    assert book.read(drafts.all_of, UUID(int=7), "case.") == {"case.purpose": "half a sen"}
    assert book.read(history.entries) == before
