"""Dates as people know and type them: a year, a month of a year, or a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a year and month, or a full date; later parts are absent before earlier ones."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without its month")
        if not 1 <= self.year <= 9999:
            raise ValueError("year out of range")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "1998", "1998-04" or "1998-04-02". Raises ``ValueError``."""
        return cls(*(int(part) for part in text.split("-")))

    def __str__(self) -> str:
        """Return the ISO form, as long as what is known."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def full(self) -> date | None:
        """The date, where year, month and day are all known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)
