"""The result sheet of a screening as printed: what it came to, why, who confirmed it, what comes next."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.basis import Basis
from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReason:
    """One question with its answer; ``change`` says what would change it.

    ``text`` is empty where it would only ask again what stands among the next steps.
    """

    code: str
    ask: Bilingual
    result: Bilingual
    text: Bilingual
    change: Bilingual | None = None
    basis: Basis
    sources: str | Bilingual = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """The questions that count for one limb, for both, or for neither, and what they come to.

    ``also`` are the codes of questions that count here too, and stand in an earlier section.
    """

    title: Bilingual
    result: Bilingual | None
    reasons: tuple[SheetReason, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningSheet(CaseDocument):
    """A screening on paper. ``confirmed_by`` is "" while nobody stands for it.

    ``confirmed_at`` is UTC. ``has_changed`` says that more is known now than when it was confirmed.
    """

    result: Bilingual
    meaning: Bilingual
    sections: tuple[SheetSection, ...]
    next_steps: tuple[Bilingual, ...] = ()
    questions_version: str = ""
    questions_sha256: str = ""
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    has_changed: bool = False
    sources: tuple[Bilingual, ...] = ()
