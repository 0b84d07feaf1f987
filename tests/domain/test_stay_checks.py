"""What can't have happened is refused beside its field, with what speaks against it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain import stay_checks
from app.domain.casefile import Entries
from app.domain.fields import Part
from app.domain.stay_checks import Visa
from app.domain.stays import Address, Entry, Event, EventKind, Extension, ExtensionState, Ledger, Permit
from app.errors import UserError
from tests.domain.limits import key

TODAY = date(2026, 11, 23)
VISA = Visa(issued_on=date(2026, 3, 1), enter_before=date(2026, 6, 1), stay_days=30, entries=Entries.DOUBLE)
ENTRY = Entry(id=key(1), entered_on=date(2026, 3, 10), entered_time="14:30")
LEDGER = Ledger(entries=(ENTRY,))


def check(name: str, part: Part, ledger: Ledger = LEDGER, visa: Visa = VISA) -> Any:
    return stay_checks.checked(ledger, name, part, visa, TODAY)


def test_a_time_of_day_is_cleaned() -> None:
    entry = check("entries", Entry(entered_on=date(2026, 3, 10), entered_time="9.05"), Ledger())
    assert entry.entered_time == "09:05"


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


@pytest.mark.parametrize(
    ("name", "part", "field"),
    [
        ("entries", Entry(), "entered_on"),
        ("entries", Entry(entered_on=day("02-28")), "entered_on"),  # before the visa's issue
        ("entries", Entry(entered_on=day("06-02")), "entered_on"),  # after 24:00 of its last day
        ("entries", Entry(entered_on=day("12-24")), "entered_on"),  # not yet
        ("entries", Entry(id=key(1), entered_on=day("03-10"), left_on=day("03-09")), "left_on"),
        ("entries", replace(ENTRY, left_on=day("03-10"), left_time="8:59"), "left_on"),
        ("entries", Entry(entered_on=day("04-01")), "entered_on"),  # still in China
        ("entries", Entry(id=key(1), entered_on=day("03-10"), entered_time="25:00"), "entered_time"),
        ("addresses", Address(), "checked_in_on"),
        ("addresses", Address(checked_in_on=day("03-09")), "checked_in_on"),
        ("addresses", Address(checked_in_on=day("03-10"), checked_in_time="14:00"), "checked_in_time"),
        ("addresses", Address(checked_in_on=day("03-11"), registered_on=day("03-10")), "registered_on"),
        ("extensions", Extension(), "filed_on"),
        ("extensions", Extension(filed_on=day("03-01")), "filed_on"),
        ("extensions", Extension(filed_on=day("03-20"), accepted_on=day("03-19")), "accepted_on"),
        ("extensions", Extension(filed_on=day("03-20"), state=ExtensionState.GRANTED), "days"),
        ("extensions", Extension(filed_on=day("03-20"), state=ExtensionState.GRANTED, days=31), "days"),
        ("permits", Permit(issued_on=day("04-01"), expires_on=day("03-01")), "expires_on"),
        ("events", Event(on=day("04-01")), "kind"),
        ("events", Event(kind=EventKind.BIRTH), "on"),
        ("events", Event(kind=EventKind.ORDER, on=day("04-01"), days=16), "days"),
    ],
)  # fmt: skip
def test_what_can_t_be_is_refused_beside_its_field(name: str, part: Part, field: str) -> None:
    with pytest.raises(UserError) as caught:
        check(name, part)
    assert caught.value.field == field


def test_a_visa_lets_in_as_often_as_it_says() -> None:
    single = Visa(entries=Entries.SINGLE)
    gone = Ledger(entries=(Entry(id=key(1), entered_on=day("03-10"), left_on=day("03-20")),))
    with pytest.raises(UserError, match="Single entry"):
        check("entries", Entry(entered_on=day("05-01")), gone, single)
    assert check("entries", Entry(entered_on=day("05-01")), gone)


def test_a_stay_is_not_made_shorter_than_what_was_added_to_it() -> None:
    extension = Extension(id=key(2), filed_on=day("03-20"), state=ExtensionState.GRANTED, days=30)
    ledger = Ledger(entries=(ENTRY,), extensions=(extension,))
    with pytest.raises(UserError) as caught:
        check("entries", Entry(id=key(1), entered_on=day("03-10"), stay_days=20), ledger)
    assert caught.value.field == "stay_days"


def test_an_entry_with_an_address_is_not_removed_before_it() -> None:
    ledger = Ledger(entries=(ENTRY,), addresses=(Address(id=key(2), checked_in_on=day("03-11")),))
    with pytest.raises(UserError, match="first"):
        stay_checks.removed(ledger, "entries", ENTRY)
    stay_checks.removed(LEDGER, "entries", ENTRY)
