"""A ledger finds to which entry each address and extension belongs."""

from datetime import date

from app.domain.stays import Address, Entry, Extension, ExtensionState, Ledger, stay_of
from tests.domain.limits import key

FIRST = Entry(id=key(1), entered_on=date(2026, 3, 10), entered_time="08:00", left_on=date(2026, 3, 20))
SECOND = Entry(id=key(2), entered_on=date(2026, 3, 20), entered_time="21:00")
LEDGER = Ledger(entries=(SECOND, FIRST))


def test_a_day_belongs_to_the_later_of_two_entries_that_share_it() -> None:
    assert LEDGER.entry_on(date(2026, 3, 15)) is FIRST
    assert LEDGER.entry_on(date(2026, 3, 20)) is SECOND
    assert LEDGER.entry_on(date(2026, 3, 9)) is None
    assert LEDGER.entry_on(None) is None


def test_a_part_is_added_or_put_in_the_place_of_its_key() -> None:
    address = Address(checked_in_on=date(2026, 3, 11))
    assert LEDGER.with_part("addresses", address).addresses == (address,)
    moved = Entry(id=key(2), entered_on=date(2026, 3, 22))
    assert LEDGER.with_part("entries", moved).entries == (moved, FIRST)
    assert LEDGER.without("entries", key(2)).entries == (FIRST,)


def test_a_stay_adds_what_was_granted_and_leaves_out_what_was_refused() -> None:
    days = date(2026, 4, 1)
    extensions = (
        Extension(filed_on=days, state=ExtensionState.GRANTED, days=10),
        Extension(filed_on=days, state=ExtensionState.REFUSED, days=10),
        Extension(filed_on=days),
    )
    stay = stay_of(Ledger(entries=(SECOND,), extensions=extensions), SECOND, 30)
    assert (stay.days, stay.added, stay.days_left_to_add) == (30, 10, 20)
    assert stay.last_day == date(2026, 4, 29)
    assert stay_of(Ledger(entries=(SECOND,)), SECOND, None).last_day is None
