"""The counter sheet as printed: the envelope in the order of the counter."""

from dataclasses import dataclass
from datetime import date

from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeLine:
    """One paper of the envelope; it ``is_checked`` once we compared it."""

    title: Bilingual
    originals: int = 0
    copies: int = 0
    is_checked: bool = False
    repeat: Bilingual | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterSheet(CaseDocument):
    """What goes over the counter, when, under which number."""

    envelope: tuple[EnvelopeLine, ...]
    application_number: str = ""
    fees: tuple[tuple[Bilingual, str], ...] = ()  # parts of the price that are known, to be confirmed
    appointment_on: date | None = None
    planned_filing: date | None = None
    speed: Bilingual | None = None
    told: tuple[tuple[Bilingual, Bilingual], ...] = ()  # what the post told: address, hours, ways to pay
