"""Periods of days and months, with the month's last day where there is no such day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.periods import Period, Unit, add_months, months_between


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("15 days", Period(15, Unit.DAYS)),
        ("1 day", Period(1, Unit.DAYS)),
        ("3 months", Period(3, Unit.MONTHS)),
        ("3个月", Period(3, Unit.MONTHS)),
        ("15天", Period(15, Unit.DAYS)),
    ],
)
def test_a_period_is_read_in_both_languages(text: str, period: Period) -> None:
    assert Period.parse(text) == period


@pytest.mark.parametrize(
    "text", ["", "days", "0 days", "-3 days", "3", "3 weeks", "1.5 months", "99999 days"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Period.parse(text)


@given(st.builds(Period, st.integers(1, 9999), st.sampled_from(Unit)))
def test_the_written_form_reads_back(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert Period.parse(period.label.zh) == period


def test_days_are_counted_by_the_calendar() -> None:
    assert Period(15, Unit.DAYS).after(date(2026, 2, 20)) == date(2026, 3, 7)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
    ],
)
def test_a_month_without_that_day_ends_on_its_last(start: date, months: int, end: date) -> None:
    assert Period(months, Unit.MONTHS).after(start) == end


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 240))
def test_whole_months_between_are_the_months_added(start: date, months: int) -> None:
    assert months_between(start, add_months(start, months)) == months


def test_a_month_short_of_a_day_is_not_whole() -> None:
    assert months_between(date(2026, 1, 15), date(2026, 7, 14)) == 5
