"""The checklist of a case as printed, for the client and for the office."""

from dataclasses import dataclass
from datetime import date

from app.domain.basis import Basis
from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLine:
    """One line of a checklist, as printed."""

    code: str
    title: Bilingual
    repeat: Bilingual | None = None  # which degree, country or former name this line is for
    what_to_do: Bilingual | None = None  # one plain sentence for the client
    need: str = "required"  # required, conditional, recommended, not_required
    applies: str = "yes"  # yes or ask; lines that do not apply are not printed
    asks: tuple[Bilingual, ...] = ()  # the open questions, where ``applies`` is ask
    state: str = "needed"  # needed, requested, received, returned, accepted, waived
    returned_reason: str = ""
    evidence: Bilingual | None = None
    originals: int = 0
    copies: int = 0
    issued_on: date | None = None
    valid_until: date | None = None
    has_ended: bool = False  # it was good until a day before the print
    due_on: date | None = None
    basis: Basis = Basis.PRACTICE
    sources: str | Bilingual = ""
    authentication: Bilingual | None = None  # how, where the country of issue is known
    stale: Bilingual | None = None  # why the rule has to be looked up again


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistSection:
    """The lines of one stage, in order."""

    title: Bilingual
    lines: tuple[ChecklistLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientChecklist(CaseDocument):
    """The client's copy: only what the client brings or does."""

    sections: tuple[ChecklistSection, ...]
    checked: int  # "9 of 14 papers checked"
    counted: int
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLine:
    """One line with what only the office notes about it."""

    line: ChecklistLine
    need: Bilingual
    state: Bilingual
    is_ours: bool  # the office's work, not the client's
    issuer: str = ""
    number: str = ""
    original_at: Bilingual | None = None
    validity: Bilingual | None = None  # None while nothing is in hand
    freshness_days: int | None = None  # good for so many days from its issue
    months_beyond: int = 0  # it must last so many months beyond the planned day
    authentication: Bilingual | None = None
    translation: Bilingual | None = None
    responsible: str = ""
    asked_on: date | None = None
    chased_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSection:
    """The lines of one stage, in order."""

    title: Bilingual
    lines: tuple[OfficeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeChecklist(CaseDocument):
    """The office's copy: everything, both audiences, from first steps to after arrival."""

    sections: tuple[OfficeSection, ...]
    stage: Bilingual
    checked: int
    counted: int
    planned_filing: date | None = None
