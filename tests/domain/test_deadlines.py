"""The arithmetic of every limit: the evidence's own example, a table, and a slow second implementation."""

from datetime import UTC, date, datetime, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import deadlines, stays, zones
from app.domain.conditions import Answer
from app.domain.deadline_rules import LimitUnit
from app.domain.deadlines import Anchor, Deadline
from app.domain.periods import Period, Unit
from tests.domain.limits import CALENDAR, shipped_limits

COUNTED = [rule.id for rule in shipped_limits().rules if rule.count is not None]
DAYS = st.dates(date(2023, 1, 1), date(2026, 10, 31))
SECOND = holidays.country_holidays("CN", years=range(2022, 2028))


def of(rule: str, day: str | date, clock: str = "", **facts: object) -> Deadline:
    found = shipped_limits().named(rule)
    day = date.fromisoformat(day) if isinstance(day, str) else day
    anchor = Anchor(kind=found.anchors[0], day=day, clock=clock)
    return deadlines.of_anchor(found, anchor, {k.replace("__", "."): v for k, v in facts.items()}, CALENDAR)


def test_who_enters_on_10_march_for_30_days_stays_until_9_april_and_extends_by_2_april() -> None:
    last = stays.last_day(date(2026, 3, 10), 30)
    assert last == date(2026, 4, 9)
    found = of("DL-03", last)
    assert (found.last_day, found.due) == (date(2026, 4, 2), zones.end_of(date(2026, 4, 2)))
    days = [(last - zones.beijing_day(alert)).days for alert in found.alerts]
    assert days == [21, 14, 10]


@pytest.mark.parametrize(
    ("rule", "anchor", "last_day"),
    [
        ("DL-02", "2026-03-10", "2026-04-09"),
        ("DL-02", "2028-01-31", "2028-03-01"),  # across a leap day
        ("DL-02", "2027-01-31", "2027-03-02"),
        ("DL-04", "2026-03-30", "2026-02-28"),
        ("DL-04", "2028-03-30", "2028-02-29"),
        ("DL-05", "2026-12-28", "2027-01-07"),
        ("DL-06", "2026-04-09", "2026-04-09"),
        ("DL-07", "2024-01-01", "2024-03-01"),
        ("DL-09", "2026-02-20", "2026-03-07"),
        ("DL-10", "2026-02-13", "2026-03-02"),  # Spring Festival between, two weekends worked
        ("DL-10", "2026-04-30", "2026-05-13"),
        ("DL-11", "2026-09-18", "2026-10-15"),
        ("DL-13", "2026-08-31", "2027-02-28"),
        ("DL-13", "2027-08-31", "2028-02-29"),
        ("DL-14", "2026-12-31", "2027-06-30"),
        ("VISA-USE", "2026-12-31", "2026-12-31"),
    ],
)
def test_each_limit_ends_on_its_day(rule: str, anchor: str, last_day: str) -> None:
    found = of(rule, anchor)
    assert found.last_day == date.fromisoformat(last_day)
    assert found.due == zones.end_of(date.fromisoformat(last_day))


@pytest.mark.parametrize(
    ("day", "clock", "due", "last_day"),
    [
        ("2026-03-10", "22:00", "2026-03-11T22:00:00+08:00", "2026-03-11"),
        ("2026-12-31", "23:59", "2027-01-01T23:59:00+08:00", "2027-01-01"),
        ("2028-02-28", "00:30", "2028-02-29T00:30:00+08:00", "2028-02-29"),
        ("2026-03-10", "", "2026-03-11T00:00:00+08:00", "2026-03-10"),
    ],
)
def test_registration_is_due_24_hours_after_moving_in(day: str, clock: str, due: str, last_day: str) -> None:
    found = of("DL-01", day, clock)
    assert found.due is not None
    assert (found.due.isoformat(), str(found.last_day)) == (due, last_day)


def test_an_unknown_time_of_day_counts_from_midnight_and_says_so() -> None:
    assert "not recorded" in of("DL-01", "2026-03-10").reason.en
    assert "not recorded" not in of("DL-01", "2026-03-10", "22:00").reason.en


def test_what_the_post_gives_is_counted_the_earliest_of_what_is_known_and_asked_where_nothing_is() -> None:
    days, months = Period(15, Unit.DAYS), Period(3, Unit.MONTHS)
    assert of("DL-16", "2026-11-30", post__form_validity=months).last_day == date(2027, 2, 28)
    both = of("DL-16", "2026-11-30", post__form_validity=months, post__hand_in_window=days)
    assert both.last_day == date(2026, 12, 15)
    unknown = of("DL-16", "2026-11-30")
    assert unknown.due is None
    assert unknown.asks is not None


def test_what_names_no_number_has_no_day() -> None:
    found = of("DL-12", "2026-11-30")
    assert (found.due, found.asks, found.is_open) == (None, None, False)


def test_working_days_across_a_year_not_announced_are_provisional() -> None:
    assert not of("DL-11", "2026-11-23").provisional
    found = of("DL-11", "2026-12-21")
    assert found.provisional
    assert "Provisional" in found.reason.en


def test_alerts_in_hours_come_before_a_limit_in_hours() -> None:
    found = of("DL-01", "2026-03-10", "22:00")
    assert [str(alert) for alert in found.alerts] == [
        "2026-03-11 10:00:00+08:00",
        "2026-03-11 19:00:00+08:00",
    ]


def test_the_reason_is_in_both_languages_with_the_days_it_was_counted_from() -> None:
    found = of("DL-03", "2026-04-09")
    assert "9 Apr 2026: 7 calendar days before that, 2 Apr 2026" in found.reason.en
    assert "2026年4月9日，前7个自然日，即2026年4月2日" in found.reason.zh
    assert found.applies is Answer.YES


def slow_day(rule: str, start: date) -> date:
    """Count a limit one day, or one hour, at a time, with another library for the holidays."""
    found = shipped_limits().named(rule)
    count, day = found.count or 0, start
    step = timedelta(days=-1 if found.before else 1)
    if found.unit is LimitUnit.MONTHS:
        return slow_months(start, count)
    while count:
        day += step
        count -= 1 if found.unit is LimitUnit.DAYS or SECOND.is_working_day(day) else 0
    return day


def slow_months(start: date, count: int) -> date:
    """Turn the pages of a calendar, then look for the day or the nearest before it."""
    year, month = start.year, start.month
    for _page in range(count):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for day in range(start.day, 0, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise AssertionError(start)


@pytest.mark.parametrize("rule", [name for name in COUNTED if name != "DL-01"])
@settings(max_examples=60)
@given(start=DAYS)
def test_every_limit_agrees_with_counting_one_by_one(rule: str, start: date) -> None:
    found = of(rule, start)
    expected = slow_day(rule, start)
    assert found.last_day == expected
    assert found.due == datetime(expected.year, expected.month, expected.day, 16, tzinfo=UTC)
    assert not found.provisional or expected.year > 2026


@settings(max_examples=250)
@given(minute=st.integers(0, 6 * 365 * 24 * 60))
def test_24_hours_are_86400_seconds_from_wherever_they_are_told(minute: int) -> None:
    moment = datetime(2023, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    in_china = moment.astimezone(zones.BEIJING)
    found = of("DL-01", in_china.date(), f"{in_china:%H:%M}")
    assert found.due is not None
    assert found.due.timestamp() - in_china.timestamp() == 86_400


@settings(max_examples=250)
@given(entry=st.dates(date(2023, 1, 1), date(2030, 12, 31)), days=st.integers(1, 180))
def test_a_stay_is_as_many_whole_days_as_it_says_after_the_day_of_entry(entry: date, days: int) -> None:
    day, counted = entry, 0
    while counted < days:
        day += timedelta(days=1)
        counted += 1
    assert stays.last_day(entry, days) == day
    extend = of("DL-03", day)
    assert extend.last_day is not None
    assert (day - extend.last_day).days == 7


@settings(max_examples=100)
@given(start=st.dates(date(2023, 1, 1), date(2030, 12, 31)), rule=st.sampled_from(COUNTED))
def test_alerts_come_in_order_and_never_after_the_limit(start: date, rule: str) -> None:
    found = of(rule, start, "12:00")
    assert found.due is not None
    assert list(found.alerts) == sorted(found.alerts)
    assert all(alert < found.due for alert in found.alerts)
