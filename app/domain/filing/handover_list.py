"""The list that goes with cases handed over to a colleague: what each stands at."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.filing import FirmBlock, Printed
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverLine:
    """One case: its stage, the next day set for it, what it waits for, and the originals in our office."""

    case_number: str
    client: str
    visa: str
    post: Bilingual
    stage: Bilingual
    stage_since: date
    next_on: date | None = None
    next_what: Bilingual | None = None
    blocker: Bilingual | None = None
    last_contact: date | None = None
    originals: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverList(Printed):
    """Cases by number, from one colleague (or several, who are named by line) to another."""

    firm: FirmBlock
    day: date
    data_as_of: datetime  # UTC; the last change of any case on the list
    gives: str = ""
    takes: str = ""
    lines: tuple[HandoverLine, ...] = ()

    @property
    def reference(self) -> str:
        """The day."""
        return self.day.isoformat()
