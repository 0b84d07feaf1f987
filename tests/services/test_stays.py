"""The ledger of a case: saved part by part, checked against the whole, removed and undone."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.cases import Decision, Outcome
from app.domain.stays import Entry, Ledger
from app.errors import Conflict, UserError
from app.services import cases, stays
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.ledgers import a_visa, enter, move_in


def test_a_part_is_added_changed_and_removed(book: Casebook) -> None:
    case = a_visa(book)
    entry = enter(book, case)
    left = book.write(stays.save, case, "entries", replace(entry, left_on=TODAY), TODAY).result
    assert book.read(stays.ledger, case).entries == (left,)
    assert left.id
    book.write(stays.remove, "entries", left.id, left.version)
    assert book.read(stays.ledger, case) == Ledger()


def test_parts_come_in_order_of_time(book: Casebook) -> None:
    case = a_visa(book)
    enter(book, case, entered_on=date(2026, 11, 20))
    enter(book, case, entered_on=date(2026, 11, 3), left_on=date(2026, 11, 10))
    days = [entry.entered_on for entry in book.read(stays.ledger, case).entries]
    assert days == [date(2026, 11, 3), date(2026, 11, 20)]


def test_an_entry_before_the_visa_was_issued_is_refused(book: Casebook) -> None:
    case = open_case(book).id
    outcome = Outcome(decision=Decision.GRANTED, decided_on=date(2026, 11, 10))
    book.write(cases.decide, case, 1, outcome, TODAY)
    with pytest.raises(UserError, match="issued on 10 Nov 2026"):
        enter(book, case)
    assert book.read(stays.ledger, case) == Ledger()


def test_an_entry_with_an_address_is_removed_after_it(book: Casebook) -> None:
    case = a_visa(book)
    entry, address = enter(book, case), move_in(book, case)
    assert entry.id
    assert address.id
    with pytest.raises(UserError, match="first"):
        book.write(stays.remove, "entries", entry.id, entry.version)
    book.write(stays.remove, "addresses", address.id, address.version)
    book.write(stays.remove, "entries", entry.id, entry.version)


def test_a_part_changed_meanwhile_is_a_conflict_and_an_unknown_kind_is_refused(book: Casebook) -> None:
    case = a_visa(book)
    entry = enter(book, case)
    book.write(stays.save, case, "entries", replace(entry, port="Otherport"), TODAY)
    with pytest.raises(Conflict):
        book.write(stays.save, case, "entries", replace(entry, port="Thirdport"), TODAY)
    with pytest.raises(UserError):
        book.write(stays.save, case, "exits", Entry(), TODAY)
