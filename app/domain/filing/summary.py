"""The filing summary as printed: the office's record of what is filed."""

from dataclasses import dataclass
from datetime import date

from app.domain.basis import Basis
from app.domain.filing import CaseDocument, Event
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason or open question of the screening, with where it comes from."""

    text: Bilingual
    result: Bilingual
    basis: Basis
    sources: str | Bilingual = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One line of the document register."""

    code: str
    title: Bilingual
    state: Bilingual
    repeat: Bilingual | None = None
    issuer: str = ""
    number: str = ""
    issued_on: date | None = None
    valid_until: date | None = None
    originals: int = 0
    copies: int = 0
    pages: int = 0
    original_at: Bilingual | None = None  # where the original is now
    authentication: str | Bilingual = ""
    translation: str | Bilingual = ""
    basis: Basis = Basis.PRACTICE
    stale: Bilingual | None = None  # why the rule has to be looked up again


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveLine:
    """One section-8 answer; present only when the user ticked it in."""

    question: Bilingual
    answer: Bilingual
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingSummary(CaseDocument):
    """The office's record of what is filed; not for submission."""

    stage: Bilingual
    purpose: str = ""
    requested: tuple[tuple[Bilingual, str | Bilingual], ...] = ()  # entries, validity, stay
    planned_filing: date | None = None
    planned_entry: date | None = None
    place: Bilingual | None = None
    application_number: str = ""
    receipt_number: str = ""
    authority_status: str = ""  # in the post's own words
    authority_status_on: date | None = None
    form: Bilingual | None = None  # which form was filed last, when, and its SHA-256
    screening: tuple[Reason, ...] = ()
    screened_by: str = ""
    screened_on: date | None = None
    open_questions: tuple[Bilingual, ...] = ()
    register: tuple[RegisterLine, ...] = ()
    checked: int = 0
    counted: int = 0
    deadlines: tuple[Event, ...] = ()
    fees: tuple[Event, ...] = ()
    consents: tuple[Event, ...] = ()
    sensitive: tuple[SensitiveLine, ...] = ()
    sources: tuple[Bilingual, ...] = ()  # the list of sources cited, each with the day it was read
