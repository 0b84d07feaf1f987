"""The case sheet as printed: one sheet at the front of the hand file."""

from dataclasses import dataclass
from datetime import date

from app.domain.filing import CaseDocument, Event
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLine:
    """Somebody who has to do with the case, and how they are reached."""

    role: Bilingual
    name: str
    reached: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper: ``box`` is open, ticked (checked by us) or struck (waived)."""

    code: str
    title: Bilingual
    state: Bilingual
    box: str = "open"
    repeat: Bilingual | None = None
    original_at: Bilingual | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOnCase:
    """One note, with who wrote it and on which day (UTC)."""

    on: date
    author: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet(CaseDocument):
    """Parties, dates, papers and where their originals are, the last notes."""

    stage: Bilingual
    office: str = ""
    reviewer: str = ""
    passport: Bilingual | None = None  # who has it, and since when
    parties: tuple[PartyLine, ...] = ()
    dates: tuple[Event, ...] = ()
    numbers: tuple[tuple[Bilingual, str], ...] = ()  # application, receipt, visa
    papers: tuple[PaperLine, ...] = ()
    checked: int = 0
    counted: int = 0
    open_questions: int = 0
    notes: tuple[NoteOnCase, ...] = ()  # newest first
    more_notes: int = 0  # older ones that are not printed
