"""What is said of the last verified backup."""

from datetime import UTC, datetime

from app.domain import backups

AT = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)


def test_the_day_and_time_are_this_computers() -> None:
    local = AT.astimezone()
    assert backups.told(AT) == f"Last verified backup: {local.day} Nov 2026, {local:%H:%M}"


def test_that_there_is_none_is_said() -> None:
    assert backups.told(None) == "No verified backup there yet."
    assert backups.known(None) == "No verified backup of it is known on this computer."


def test_after_an_error_it_is_a_sentence() -> None:
    assert backups.known(AT) == f"{backups.told(AT)}."
