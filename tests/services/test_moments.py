"""Days as moments."""

from datetime import UTC, date

import pytest

from app.services.moments import midnight


def test_a_day_begins_at_midnight_of_the_clock_here() -> None:
    begun = midnight(date(2026, 11, 23))
    assert begun.tzinfo is UTC
    assert f"{begun.astimezone():%Y-%m-%d %H:%M:%S}" == "2026-11-23 00:00:00"


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_that_no_clock_knows_has_a_moment_all_the_same(day: date) -> None:
    assert 1899 <= midnight(day).year <= 2900
