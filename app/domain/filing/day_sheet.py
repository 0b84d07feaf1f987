"""The day sheet as printed: the first page's groups on paper, over all open cases or those of one owner."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.filing import FirmBlock, Printed
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One thing of the day: whose case, what, its day if it has one, what is next, and who does it."""

    case_number: str
    client: str
    what: Bilingual
    on: date | None
    next: Bilingual
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """One group with its lines; ``more`` are not on the sheet."""

    title: Bilingual
    lines: tuple[DayLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet(Printed):
    """The groups that have anything, in the order of the page."""

    firm: FirmBlock
    day: date
    data_as_of: datetime  # UTC; the last change of any case on the sheet
    owner: str = ""  # whose cases only; "" for everybody's
    cases: int = 0  # open cases looked at
    lists: tuple[DayList, ...] = ()

    @property
    def reference(self) -> str:
        """The day."""
        return self.day.isoformat()

    @property
    def lines(self) -> int:
        """How many lines there are on the sheet."""
        return sum(len(each.lines) for each in self.lists)
