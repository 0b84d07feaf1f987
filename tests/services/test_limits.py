"""One limit counted by itself, and the moments people type for it."""

from datetime import date

import holidays
import pytest

from app.domain.workdays import FIXED, LAST_YEAR
from app.errors import UserError
from app.services import limits

TODAY = date(2026, 11, 23)
BARE = limits.calendar({})


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-03-10", (date(2026, 3, 10), "")),
        ("20260310", (date(2026, 3, 10), "")),
        ("10 Mar 2026", (date(2026, 3, 10), "")),
        ("2026-03-10T22:05", (date(2026, 3, 10), "22:05")),
        ("2026-03-10 22:05", (date(2026, 3, 10), "22:05")),
        ("2026-03-10T22:05+05:30", (date(2026, 3, 11), "00:35")),  # New Delhi: past midnight in Beijing
        ("2026-03-07T23:30-05:00", (date(2026, 3, 8), "12:30")),  # New York
        ("2026-03-08T12:00Z", (date(2026, 3, 8), "20:00")),
    ],
)
def test_a_moment_is_read_as_china_s(typed: str, read: tuple[date, str]) -> None:
    assert limits.moment(typed, TODAY) == read


@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "2026-03-10T25:00", ""])
def test_what_is_no_moment_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        limits.moment(typed, TODAY)


def test_a_stay_is_counted_from_the_entry_where_its_length_is_given() -> None:
    rule = limits.shipped().named("DL-03")
    found = limits.single(rule, date(2026, 3, 10), "", BARE, stay_days=30)
    assert found.last_day == date(2026, 4, 2)
    assert [fact.value.en for fact in found.stands_on] == ["10 Mar 2026", "30", "9 Apr 2026"]


@pytest.mark.parametrize(("rule", "days"), [("DL-08", None), ("DL-01", 30)])
def test_what_can_t_be_counted_so_is_refused(rule: str, days: int | None) -> None:
    with pytest.raises(UserError, match=rule):
        limits.single(limits.shipped().named(rule), TODAY, "", BARE, stay_days=days)


def test_the_holidays_of_years_to_come_are_those_of_the_law_as_a_second_library_has_them() -> None:
    years = sorted({day.year for day in limits.statutory()})
    assert years[0] == LAST_YEAR + 1
    for year in years:
        second = holidays.country_holidays("CN", years=year, language="en_US")
        by_law = {day for day, name in second.items() if "observed" not in name and "Day off" not in name}
        ours = {day for day in limits.statutory() if day.year == year}
        assert ours | {date(year, month, day) for month, day in FIXED} == by_law
