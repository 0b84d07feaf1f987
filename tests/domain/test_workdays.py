"""China's working days: day by day against a second library, and what is not announced is provisional."""

from datetime import date, timedelta
from typing import Any

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import workdays
from app.domain.workdays import LAST_YEAR, WorkCalendar
from app.errors import UserError

BARE = WorkCalendar()
ANNOUNCED = [date(2023, 1, 1) + timedelta(days=number) for number in range(365 * 3 + 366)]
DAYS = st.dates(date(2019, 1, 1), date(2028, 12, 31))


def a_year(**changes: Any) -> workdays.AnnouncedYear:
    off = [date(2027, month, day) for month, day in workdays.FIXED]
    values: dict[str, Any] = {"holidays": off, "workdays": [], **changes}
    return workdays.announced(2027, **values, source="Notice of Examples", announced_on=date(2026, 11, 4))


def test_every_day_of_2023_to_2026_is_as_a_second_library_has_it() -> None:
    second = holidays.country_holidays("CN", years=range(2023, 2027))
    assert len(ANNOUNCED) == 1461
    assert [d for d in ANNOUNCED if BARE.is_workday(d) is not second.is_working_day(d)] == []


def test_a_weekend_worked_to_make_up_counts_and_the_festival_does_not() -> None:
    assert BARE.is_workday(date(2026, 2, 14))  # a Saturday
    assert not BARE.is_workday(date(2026, 2, 17))
    found = BARE.after(date(2026, 2, 13), 2)
    assert (found.date, found.days, found.provisional) == (date(2026, 2, 24), 2, False)


def test_the_day_of_the_start_is_not_counted() -> None:
    assert BARE.after(date(2026, 11, 23), 1).date == date(2026, 11, 24)
    assert BARE.until(date(2026, 11, 23), date(2026, 11, 23)).days == 0


def test_what_reaches_into_a_year_not_announced_is_provisional() -> None:
    last = date(LAST_YEAR, 12, 31)
    assert not BARE.until(last - timedelta(10), last).provisional
    assert BARE.until(last, last + timedelta(1)).provisional
    assert BARE.after(date(LAST_YEAR, 12, 30), 7).provisional


def test_in_a_year_not_announced_only_weekends_and_holidays_of_the_law_are_off() -> None:
    calendar = WorkCalendar(statutory=frozenset({date(2027, 2, 8)}))
    assert not calendar.is_workday(date(2027, 1, 1))
    assert not calendar.is_workday(date(2027, 2, 8))
    assert calendar.is_workday(date(2027, 2, 9))
    assert not calendar.is_workday(date(2027, 2, 20))


def test_a_year_the_firm_loads_stands_over_everything_and_is_not_provisional() -> None:
    year = a_year(holidays=[*(date(2027, m, d) for m, d in workdays.FIXED), date(2027, 2, 9)],
                  workdays=[date(2027, 2, 20)])  # fmt: skip
    calendar = WorkCalendar({2027: year})
    assert not calendar.is_workday(date(2027, 2, 9))
    assert calendar.is_workday(date(2027, 2, 20))
    assert not calendar.after(date(2026, 12, 30), 7).provisional


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"holidays": [date(2026, 1, 1)]}, "is not in 2027"),
        ({"holidays": []}, "holiday by law"),
        ({"workdays": [date(2027, 2, 22)]}, "no Saturday or Sunday"),
        ({"workdays": [date(2027, 5, 1)]}, "both off and worked"),
    ],
)
def test_a_list_that_can_be_no_years_arrangement_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(UserError, match=says):
        a_year(**changes)


@pytest.mark.parametrize("count", [0, -1, 100_000])
def test_a_count_that_means_nothing_is_refused(count: int) -> None:
    with pytest.raises(UserError):
        BARE.after(date(2026, 1, 1), count)


def test_a_span_that_runs_backwards_or_before_what_is_known_is_refused() -> None:
    with pytest.raises(UserError):
        BARE.until(date(2026, 1, 2), date(2026, 1, 1))
    with pytest.raises(UserError):
        BARE.after(date(1990, 1, 1), 3)


@given(start=DAYS, count=st.integers(1, 60))
def test_counting_back_from_the_day_found_gives_the_count(start: date, count: int) -> None:
    found = BARE.after(start, count)
    assert BARE.is_workday(found.date)
    assert BARE.until(start, found.date).days == count
    assert BARE.until(start, found.date - timedelta(1)).days == count - 1
