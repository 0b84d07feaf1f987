"""What a case's dates and ledger make due, and what settles it."""

from datetime import date
from typing import Any

from app.domain.casefile import Entries
from app.domain.cases import Stage
from app.domain.stays import (
    Address,
    Entry,
    Event,
    EventKind,
    Extension,
    ExtensionState,
    Ledger,
    Permit,
)
from tests.domain.limits import computed, key, last_days, of_rule

MARCH = date(2026, 3, 10)


def an_entry(number: int = 1, **changes: Any) -> Entry:
    return Entry(id=key(number), **{"entered_on": MARCH, "entered_time": "14:30", **changes})


def granted(number: int, day: date, days: int) -> Extension:
    return Extension(id=key(number), filed_on=day, decided_on=day, state=ExtensionState.GRANTED, days=days)


def test_an_entry_starts_the_stay_and_asks_where_the_client_lives() -> None:
    found = computed(Ledger(entries=(an_entry(),)), visa_stay_days=30)
    assert last_days(found, "DL-03") == [date(2026, 4, 2)]
    assert last_days(found, "DL-06") == [date(2026, 4, 9)]
    (registration,) = of_rule(found, "DL-01")
    assert (registration.due, registration.is_open) == (None, False)
    assert registration.asks
    assert "move in" in registration.asks.en


def test_a_stay_of_unknown_length_is_asked_for_and_never_guessed() -> None:
    found = computed(Ledger(entries=(an_entry(),)))
    for rule in ("DL-03", "DL-06"):
        (deadline,) = of_rule(found, rule)
        assert deadline.due is None
        assert deadline.asks


def test_every_entry_of_a_multiple_entry_visa_starts_its_own_counters() -> None:
    first = an_entry(1, left_on=date(2026, 3, 20))
    again = an_entry(2, entered_on=date(2026, 5, 1), stay_days=60)
    addresses = (
        Address(id=key(3), checked_in_on=MARCH, checked_in_time="22:00"),
        Address(id=key(4), checked_in_on=date(2026, 5, 1), checked_in_time="09:00"),
        Address(id=key(5), checked_in_on=date(2026, 5, 9), checked_in_time="18:00"),
    )
    ledger = Ledger(entries=(first, again), addresses=addresses)
    found = computed(ledger, visa_stay_days=30, visa_entries=Entries.MULTIPLE)
    assert last_days(found, "DL-06") == [date(2026, 6, 30)]
    assert [str(d.last_day) for d in of_rule(found, "DL-01")] == ["2026-03-11", "2026-05-02", "2026-05-10"]
    assert len({d.key for d in of_rule(found, "DL-01")}) == 3


def test_leaving_settles_the_stay_and_a_slip_or_a_hotel_the_registration() -> None:
    slip = Address(id=key(3), checked_in_on=MARCH, registered_on=MARCH)
    hotel = Address(id=key(4), checked_in_on=MARCH, is_hotel=True)
    ledger = Ledger(entries=(an_entry(left_on=date(2026, 3, 20)),), addresses=(slip, hotel))
    found = computed(ledger, visa_stay_days=30)
    assert [d.rule.id for d in found if d.is_open] == []
    assert [d.settled.en for d in of_rule(found, "DL-01") if d.settled] == [
        "Registered on 10 Mar 2026.",
        "The hotel registers its guests.",
    ]


def test_an_extension_moves_the_last_day_and_the_whole_is_never_more_than_twice_the_first_stay() -> None:
    half = Ledger(entries=(an_entry(),), extensions=(granted(2, date(2026, 3, 30), 20),))
    found = computed(half, visa_stay_days=30)
    assert last_days(found, "DL-06") == [date(2026, 4, 29)]
    assert last_days(found, "DL-03") == [date(2026, 4, 22)]
    whole = Ledger(entries=(an_entry(),), extensions=(*half.extensions, granted(3, date(2026, 4, 20), 10)))
    found = computed(whole, visa_stay_days=30)
    assert last_days(found, "DL-06") == [date(2026, 5, 9)]
    assert of_rule(found, "DL-03") == []  # nothing is left to extend


def test_an_extension_belongs_to_the_entry_it_was_filed_in() -> None:
    entries = (an_entry(1, left_on=date(2026, 4, 20)), an_entry(2, entered_on=date(2026, 5, 1)))
    ledger = Ledger(entries=entries, extensions=(granted(3, date(2026, 3, 30), 30),))
    assert last_days(computed(ledger, visa_stay_days=30), "DL-06") == [date(2026, 5, 31)]


def test_a_receipt_settles_filing_and_leaving_until_the_decision_which_is_then_awaited() -> None:
    pending = Extension(id=key(2), filed_on=date(2026, 3, 30), accepted_on=date(2026, 3, 31))
    found = computed(Ledger(entries=(an_entry(),), extensions=(pending,)), visa_stay_days=30)
    assert last_days(found, "DL-03") == []
    assert last_days(found, "DL-06") == []
    assert last_days(found, "DL-10") == [date(2026, 4, 10)]  # Tomb-sweeping Day between


def test_a_visa_that_says_so_makes_a_permit_due_and_one_of_zero_days_says_so() -> None:
    ledger = Ledger(entries=(an_entry(),))
    facts: dict[str, object] = {"visa.residence_permit_due": True}
    assert last_days(computed(ledger, facts, visa_stay_days=0), "DL-02") == [date(2026, 4, 9)]
    assert of_rule(computed(ledger, facts, visa_stay_days=0), "DL-06") == []
    assert of_rule(computed(ledger, visa_stay_days=30), "DL-02") == []


def test_a_permit_is_awaited_renewed_and_ended_by_the_next() -> None:
    permit = Permit(id=key(2), filed_on=date(2026, 3, 20), accepted_on=date(2026, 3, 20))
    ledger = Ledger(entries=(an_entry(),), permits=(permit,))
    assert last_days(computed(ledger, visa_stay_days=30), "DL-11") == [date(2026, 4, 13)]
    issued = Permit(id=key(2), issued_on=date(2026, 4, 3), expires_on=date(2027, 4, 2))
    found = computed(Ledger(entries=(an_entry(),), permits=(issued,)), visa_stay_days=30)
    assert last_days(found, "DL-04") == [date(2027, 3, 3)]
    assert last_days(found, "DL-06") == [date(2027, 4, 2)]
    following = Permit(id=key(3), issued_on=date(2027, 3, 1), expires_on=date(2028, 4, 2))
    found = computed(Ledger(entries=(an_entry(),), permits=(issued, following)), visa_stay_days=30)
    assert last_days(found, "DL-06") == [date(2028, 4, 2)]


def test_events_start_their_limits_and_an_order_sets_its_own() -> None:
    events = (
        Event(id=key(1), kind=EventKind.CHANGE, on=MARCH),
        Event(id=key(2), kind=EventKind.BIRTH, on=MARCH, settled_on=date(2026, 3, 20)),
        Event(id=key(3), kind=EventKind.ORDER, on=MARCH, days=10),
        Event(id=key(4), kind=EventKind.ORDER, on=MARCH),
    )
    found = computed(Ledger(events=events))
    assert last_days(found, "DL-05") == [date(2026, 3, 20)]
    assert last_days(found, "DL-07") == []
    assert last_days(found, "DL-09") == [date(2026, 3, 20), date(2026, 3, 25)]


def test_a_certificate_worth_having_is_asked_for_while_its_date_is_unknown() -> None:
    (found,) = of_rule(computed(Ledger(), {"work_permit_planned": True}), "DL-14")
    assert found.due is None
    assert found.asks
    assert of_rule(computed(Ledger(), {"work_permit_planned": False}), "DL-14") == []


def test_an_unknown_fact_never_hides_a_deadline() -> None:
    event = Event(id=key(1), kind=EventKind.MEDICAL, on=MARCH)
    (found,) = of_rule(computed(Ledger(events=(event,))), "DL-13")
    assert found.last_day == date(2026, 9, 10)
    assert found.asks


def test_the_dates_of_the_case_are_due_until_the_work_is_done() -> None:
    dates: dict[str, Any] = {"planned_filing": date(2026, 12, 1), "supplement_due": date(2026, 12, 9),
             "appointment_on": date(2026, 12, 3), "visa_enter_before": date(2027, 3, 1)}  # fmt: skip
    rules = ("CASE-FILE", "CASE-SUPPL", "CASE-APPT", "VISA-USE")
    before = computed(Ledger(), stage=Stage.CLIENT_SIGNED, **dates)
    assert [len(last_days(before, rule)) for rule in rules] == [1, 1, 1, 1]
    after = computed(Ledger(), stage=Stage.DECIDED, **dates)
    assert [len(last_days(after, rule)) for rule in rules] == [0, 0, 0, 1]


def test_a_single_entry_visa_is_used_up_by_one_entry() -> None:
    visa: dict[str, Any] = {"visa_enter_before": date(2026, 6, 1), "visa_stay_days": 30}
    ledger = Ledger(entries=(an_entry(),))
    assert last_days(computed(ledger, **visa, visa_entries=Entries.SINGLE), "VISA-USE") == []
    assert last_days(computed(ledger, **visa, visa_entries=Entries.DOUBLE), "VISA-USE") == [date(2026, 6, 1)]


def test_the_arrival_card_is_due_for_the_next_planned_entry_only() -> None:
    ledger = Ledger(entries=(an_entry(left_on=date(2026, 3, 20)),))
    assert last_days(computed(ledger, planned_entry=date(2026, 3, 9)), "DL-15") == []
    assert last_days(computed(ledger, planned_entry=date(2026, 5, 1)), "DL-15") == [date(2026, 5, 1)]
