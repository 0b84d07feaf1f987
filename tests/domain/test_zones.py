"""Time zones: China's moments, a client's own beside them, and times of day as they are typed."""

from datetime import UTC, date, datetime

import pytest

from app.domain import zones
from app.errors import UserError


def test_the_end_of_a_day_is_its_24_00_in_beijing_and_reads_so() -> None:
    end = zones.end_of(date(2026, 4, 2))
    assert end.isoformat() == "2026-04-03T00:00:00+08:00"
    assert zones.shown(end, zones.CHINA, "en") == "2 Apr 2026 24:00"
    assert zones.shown(end, "Asia/Kolkata", "en") == "2 Apr 2026 21:30"
    assert zones.shown(end, "America/New_York", "zh") == "2026年4月2日 12:00"


def test_a_moment_belongs_to_the_day_it_is_in_beijing() -> None:
    assert zones.beijing_day(datetime(2026, 4, 1, 15, 59, tzinfo=UTC)) == date(2026, 4, 1)
    assert zones.beijing_day(datetime(2026, 4, 1, 16, 0, tzinfo=UTC)) == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("start", "hours", "in_new_york"),
    [
        ("2026-03-08T11:00:00+08:00", 24, "2026-03-08T23:00:00-04:00"),  # the night summer time begins there
        ("2026-11-01T11:00:00+08:00", 24, "2026-11-01T22:00:00-05:00"),  # the night it ends
    ],
)
def test_hours_are_hours_whatever_the_clocks_elsewhere_do(start: str, hours: int, in_new_york: str) -> None:
    later = zones.plus_hours(datetime.fromisoformat(start), hours)
    assert zones.local(later, "America/New_York").isoformat() == in_new_york


def test_a_country_with_one_zone_tells_it_and_one_with_several_does_not() -> None:
    assert zones.of_country("IN") == "Asia/Kolkata"
    assert zones.of_country("NP") == "Asia/Kathmandu"
    assert (zones.of_country("US"), zones.of_country(""), zones.of_country("XX")) == ("", "", "")


def test_a_zone_is_found_by_its_name_or_its_city() -> None:
    assert zones.named("asia/kolkata") == "Asia/Kolkata"
    assert zones.named(" New York ") == "America/New_York"
    with pytest.raises(UserError, match="not a time zone"):
        zones.named("Mars/Olympus")


@pytest.mark.parametrize(
    ("typed", "read"),
    [("9:05", "09:05"), ("0905", "09:05"), ("23.59", "23:59"), ("", ""), ("14：30", "14:30")],
)
def test_a_time_of_day_is_read_as_people_type_it(typed: str, read: str) -> None:
    assert zones.clock(typed, "entered_time") == read


@pytest.mark.parametrize("typed", ["24:00", "12:60", "noon", "1:2:3", "12", "१२:३०:"])
def test_what_is_no_time_of_day_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        zones.clock(typed, "entered_time")
    assert caught.value.field == "entered_time"
