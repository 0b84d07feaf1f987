"""A length of time as rules state it: so many days or so many months."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.i18n import Bilingual

_WRITTEN = re.compile(r"\s*(\d{1,4})\s*(days?|months?|天|日|个月|月)\s*", re.IGNORECASE)


class Unit(StrEnum):
    """What a period counts."""

    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Period:
    """``count`` calendar days or months; at least one."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError("a period counts at least one")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read "15 days" or "3 months", in English or Chinese. Raises ``ValueError``."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            raise ValueError("a period is written like 15 days or 3 months")
        months = found[2].lower().startswith("month") or "月" in found[2]
        return cls(int(found[1]), Unit.MONTHS if months else Unit.DAYS)

    def __str__(self) -> str:
        """Return "15 days" or "1 month", which ``parse`` reads back."""
        unit = self.unit.value if self.count != 1 else self.unit.value.removesuffix("s")
        return f"{self.count} {unit}"

    @property
    def label(self) -> Bilingual:
        """The period in both languages."""
        return Bilingual(str(self), f"{self.count}{'天' if self.unit is Unit.DAYS else '个月'}")

    def after(self, start: date) -> date:
        """Return the day this long after ``start``."""
        if self.unit is Unit.DAYS:
            return start + timedelta(days=self.count)
        return add_months(start, self.count)


def add_months(start: date, months: int) -> date:
    """Return the same day ``months`` later, or that month's last day where it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def months_between(start: date, end: date) -> int:
    """Return how many whole months lie between two days; negative where ``end`` is earlier."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - 1 if add_months(start, months) > end else months
