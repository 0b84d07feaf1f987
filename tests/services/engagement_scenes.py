"""Scenes of undo for enquiries and conflict checks: each returns what is to be done and undone."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from app.domain.casefile import Entries
from app.domain.conflicts import Decision, Search
from app.domain.enquiries import FirstCall
from app.domain.money import Money
from app.domain.quotes import Instalment, LineKind, QuoteLine
from app.domain.wording import Paper
from app.services import cases, conflicts, duplicates, enquiries, people, quotes, wordings
from app.services.enquiries import Taken
from db.casebook import Casebook
from tests.builders import TODAY, a_consent, add_person, open_case

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


def _consent_withdrawn(book: Casebook) -> Run:
    key = add_person(book, consents=(a_consent(),))
    consent = book.read(people.person, key).consents[0].id
    assert consent
    return lambda: book.write(people.withdraw, consent, 1, TODAY)


def _said_different(book: Casebook) -> Run:
    pair = (add_person(book), add_person(book))
    return lambda: book.write(duplicates.say_different, *pair)


def _hinted_again(book: Casebook) -> Run:
    pair = (add_person(book), add_person(book))
    book.write(duplicates.say_different, *pair)
    return lambda: book.write(duplicates.hint_again, *pair)


def _merged(book: Casebook) -> Run:
    kept, other = add_person(book), add_person(book, birth_city="Pune")
    open_case(book, other)
    return lambda: book.write(duplicates.merge, kept, other, (1, 1))


def _instalment(book: Casebook) -> tuple[UUID, UUID, int]:
    """Return a case, and the key and version of an instalment of it."""
    case = open_case(book).id
    part = Instalment(text="Fictional", amount=Money("USD", 100))
    saved = book.write(quotes.save_part, case, "instalments", part, TODAY).result
    assert saved.id
    return case, saved.id, saved.version


def _payer_set(book: Casebook) -> Run:
    case = open_case(book).id
    return lambda: book.write(quotes.set_field, case, 0, "payer", "虚构公司", TODAY)


def _quote_saved(book: Casebook) -> Run:
    case = open_case(book).id
    line = QuoteLine(kind=LineKind.SERVICE, amount=Money("JPY", 5000))
    return lambda: book.write(quotes.save_part, case, "lines", line, TODAY)


def _quote_removed(book: Casebook) -> Run:
    _case, key, version = _instalment(book)
    return lambda: book.write(quotes.remove_part, "instalments", key, version)


def _paid(book: Casebook) -> Run:
    _case, key, version = _instalment(book)
    return lambda: book.write(quotes.pay, key, version, TODAY, TODAY, reason="Fictional")


def _refunded(book: Casebook) -> Run:
    _case, key, version = _instalment(book)
    version = book.write(quotes.pay, key, version, TODAY, TODAY, reason="Fictional").result
    return lambda: book.write(quotes.refund, key, version, TODAY, TODAY)


def _prefilled(book: Casebook) -> Run:
    case = open_case(book, category="S2").id
    book.write(cases.set_field, case, 1, "requested_entries", Entries.SINGLE, TODAY)
    return lambda: book.write(quotes.prefill, case, TODAY)


def _wording_saved(book: Casebook) -> Run:
    return lambda: book.write(wordings.save, Paper.AGREEMENT, "en", 0, "We, {firm_name}")


def _wording_reset(book: Casebook) -> Run:
    book.write(wordings.save, Paper.AGREEMENT, "en", 0, "We, {firm_name}")
    return lambda: book.write(wordings.reset, Paper.AGREEMENT, "en")


SCENES: dict[str, Callable[[Casebook], Run]] = {
    "enquiry:add": _enquiry_added,
    "enquiry:edit": _enquiry_edited,
    "conflict:decide": _conflict_decided,
    "consent:withdraw": _consent_withdrawn,
    "quote:edit": _payer_set,
    "quote:save": _quote_saved,
    "quote:remove": _quote_removed,
    "quote:pay": _paid,
    "quote:refund": _refunded,
    "quote:prefill": _prefilled,
    "wording:save": _wording_saved,
    "wording:reset": _wording_reset,
    "person:different": _said_different,
    "person:alike": _hinted_again,
    "person:merge": _merged,
}
