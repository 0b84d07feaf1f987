"""Days as moments, by the clock of whoever asks."""

from datetime import UTC, date, datetime, time


def midnight(day: date) -> datetime:
    """Return the moment a day begins here, in UTC; days beyond what clocks know are cut."""
    day = min(max(day, date(1900, 1, 1)), date(2900, 1, 1))
    return datetime.combine(day, time()).astimezone().astimezone(UTC)
