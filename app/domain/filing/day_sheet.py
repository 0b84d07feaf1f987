"""The day sheet as printed: what one day asks of the office, over all open cases."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.filing import FirmBlock, Printed
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One thing of the day: whose case, what, and the date it hangs on."""

    case_number: str
    client: str
    what: Bilingual
    on: date
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet(Printed):
    """Lines by what they ask for, each list by date."""

    firm: FirmBlock
    day: date
    data_as_of: datetime  # UTC; the last change of any case on the sheet
    owner: str = ""  # whose cases only; "" for everybody's
    cases: int = 0  # open cases looked at
    appointments: tuple[DayLine, ...] = ()
    due: tuple[DayLine, ...] = ()
    expiring: tuple[DayLine, ...] = ()
    waiting: tuple[DayLine, ...] = ()

    @property
    def reference(self) -> str:
        """The day."""
        return self.day.isoformat()
