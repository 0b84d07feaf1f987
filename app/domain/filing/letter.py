"""The letter about what is missing, as the client gets it."""

from dataclasses import dataclass
from datetime import date

from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPaper:
    """One paper still to come. ``reason`` says why it was given back, where it was."""

    title: Bilingual
    repeat: Bilingual | None = None
    what_to_do: Bilingual | None = None
    reason: str = ""
    due_on: date | None = None
    originals: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLetter(CaseDocument):
    """What was given back, what is still to come, and what we ask; all in plain words."""

    name: Bilingual  # the client's, as one says it
    opening: Bilingual
    written_on: date
    returned: tuple[MissingPaper, ...] = ()
    papers: tuple[MissingPaper, ...] = ()
    questions: tuple[Bilingual, ...] = ()
    due_on: date | None = None  # the earliest day among all that is missing
