"""The history as printed: who did what, when and about whom, and that no step was altered or cut off."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.filing import FirmBlock, Printed
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One step: its number in the chain, when (UTC), who, what, about whom or which case, and what of it."""

    seq: int
    at: datetime
    who: str
    what: Bilingual
    about: str = ""
    details: tuple[Bilingual, ...] = ()
    stands: bool = True  # False once it was undone


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainCheck:
    """What the check of the whole chain gave: how many steps were read, the last seal, what is wrong."""

    steps: int
    head: str  # hexadecimal
    fault: Bilingual | None = None
    fault_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HistorySheet(Printed):
    """Steps, newest first, as far as they were asked for: ``asked`` says in words what is left out."""

    firm: FirmBlock
    day: date
    data_as_of: datetime  # UTC; the last step of all
    asked: tuple[Bilingual, ...] = ()
    lines: tuple[HistoryLine, ...] = ()
    found: int = 0  # steps that fit; more than ``lines`` where the print was cut short
    chain: ChainCheck

    @property
    def reference(self) -> str:
        """The day of the print."""
        return self.day.isoformat()
