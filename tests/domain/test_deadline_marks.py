"""A mark goes before what was computed: done, waived, another day, other reminders."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain import deadline_marks, zones
from app.domain.deadline_marks import NO_ALERTS, DeadlineState, Kept, Mark
from app.domain.deadline_rules import LimitUnit
from app.domain.stays import Address, Entry, Ledger
from app.errors import UserError
from tests.domain.limits import computed, key

ENTRY = Entry(id=key(1), entered_on=date(2026, 3, 10))
ADDRESS = Address(id=key(2), checked_in_on=date(2026, 3, 10), checked_in_time="22:00")
FOUND = computed(Ledger(entries=(ENTRY,), addresses=(ADDRESS,)), visa_stay_days=30)


def kept(rule: str = "DL-03", **mark: Any) -> Kept:
    deadline = next(each for each in FOUND if each.rule.id == rule)
    return Kept(case_id=key(9), deadline=deadline, mark=Mark(**mark))


@pytest.mark.parametrize(
    ("rule", "mark", "state"),
    [
        ("DL-03", {}, DeadlineState.OPEN),
        ("DL-03", {"done_on": date(2026, 3, 30)}, DeadlineState.DONE),
        ("DL-03", {"waived_reason": "Leaves on time"}, DeadlineState.WAIVED),
        ("DL-08", {}, DeadlineState.STANDING),
        ("DL-13", {}, DeadlineState.ASK),
        ("DL-13", {"due": zones.end_of(date(2026, 4, 1))}, DeadlineState.OPEN),
    ],
)
def test_what_people_said_goes_before_what_was_computed(
    rule: str, mark: dict[str, Any], state: DeadlineState
) -> None:
    assert kept(rule, **mark).state is state


def test_another_day_moves_its_reminders() -> None:
    moved = kept(due=zones.end_of(date(2026, 4, 1)))
    assert moved.last_day == date(2026, 4, 1)
    days = [(date(2026, 4, 1) - zones.beijing_day(alert)).days for alert in moved.alerts]
    assert days == [21, 14, 10]
    assert kept(alerts=NO_ALERTS).alerts == ()
    assert kept(alerts="5 1").alert_counts == (5, 1)


def test_the_key_is_the_case_s_the_rule_s_and_the_part_s() -> None:
    first = kept()
    assert first.id == kept(done_on=date(2026, 3, 30)).id
    assert first.id not in {kept("DL-06").id, replace(first, case_id=key(8)).id}


def test_what_is_open_comes_first_by_its_moment() -> None:
    rules = [
        each.deadline.rule.id
        for each in deadline_marks.ordered([kept(r) for r in ("DL-13", "DL-06", "DL-08", "DL-01")])
    ]
    assert rules == ["DL-01", "DL-06", "DL-13", "DL-08"]


def test_reminders_are_typed_as_numbers() -> None:
    assert deadline_marks.read_alerts("21, 14 10") == [21, 14, 10]
    assert deadline_marks.alerts_text([10, 21, 10]) == "21 10"
    assert deadline_marks.alerts_text([]) == NO_ALERTS
    for typed in ("soon", "99999"):
        with pytest.raises(UserError):
            deadline_marks.read_alerts(typed)
    with pytest.raises(UserError):
        deadline_marks.alerts_text([1001])


def test_a_day_without_a_time_means_its_end() -> None:
    day = date(2026, 4, 2)
    assert deadline_marks.read_due(day, "", LimitUnit.DAYS) == zones.end_of(day)
    assert deadline_marks.read_due(day, "14:30", LimitUnit.DAYS) == zones.at(day, "14:30")
    assert deadline_marks.read_due(day, "", LimitUnit.HOURS) == zones.at(day)
