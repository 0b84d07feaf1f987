"""The finished values that the printed documents are made from: all text final, nothing to look up.

Dates are calendar dates, ``data_as_of`` is UTC. Empty text prints nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.basis import Basis
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmBlock:
    """The firm as it appears on paper."""

    name: str
    name_zh: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    registration: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """The applicant's names as on the passport page, in their own script, and in Chinese."""

    passport_name: str
    native_name: str = ""
    chinese_name: str = ""
    birth_date: str = ""  # partial dates allowed: "1998", "1998-04", "1998-04-02"
    sex: Bilingual | None = None
    nationality: Bilingual | None = None
    passport_number: str = ""  # masked already where the print asks for it
    passport_authority: str = ""
    passport_issued_on: date | None = None
    passport_expires_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """What both documents say about themselves and their case."""

    firm: FirmBlock
    case_number: str
    applicant: Applicant
    category: Bilingual
    category_code: str = "K"  # prints for K say what the visa is not shown to permit
    limb: Bilingual | None
    post: Bilingual
    rule_version: str
    rule_set: str  # SHA-256, in hexadecimal
    rules_checked_on: date | None  # the day the post's rules were last checked
    data_as_of: datetime  # UTC; the case's last change of content
    prepared_by: str = ""
    sample: bool = False  # demo prints carry "SAMPLE / 样本"
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLine:
    """One line of a checklist, as printed."""

    code: str
    title: Bilingual
    repeat: Bilingual | None = None  # which degree, country or former name this line is for
    what_to_do: Bilingual | None = None  # one plain sentence for the client
    need: str = "required"  # required, conditional, recommended, not_required
    applies: str = "yes"  # yes or ask; lines that do not apply are not printed
    ask: Bilingual | None = None  # the open question, where ``applies`` is ask
    state: str = "needed"  # needed, requested, received, returned, accepted, waived
    returned_reason: str = ""
    evidence: Bilingual | None = None
    originals: int = 0
    copies: int = 0
    issued_on: date | None = None
    valid_until: date | None = None
    due_on: date | None = None
    basis: Basis = Basis.PRACTICE
    sources: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistSection:
    """The lines of one stage, in order."""

    title: Bilingual
    lines: tuple[ChecklistLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientChecklist:
    """The client's copy: only what the client brings or does."""

    head: PaperHead
    sections: tuple[ChecklistSection, ...]
    checked: int  # "9 of 14 papers checked"
    counted: int
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason or open question of the screening, with where it comes from."""

    text: Bilingual
    result: Bilingual
    basis: Basis
    sources: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One dated line: a deadline, a payment, a consent, a step of the authority."""

    text: Bilingual
    on: date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveLine:
    """One section-8 answer; present only when the user ticked it in."""

    question: Bilingual
    answer: Bilingual
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingSummary:
    """The office's record of what is filed; not for submission."""

    head: PaperHead
    stage: Bilingual
    purpose: str = ""
    requested: tuple[tuple[Bilingual, str], ...] = ()  # entries, validity, stay
    planned_filing: date | None = None
    planned_entry: date | None = None
    place: Bilingual | None = None
    application_number: str = ""
    receipt_number: str = ""
    authority_status: str = ""  # in the post's own words
    authority_status_on: date | None = None
    screening: tuple[Reason, ...] = ()
    screened_by: str = ""
    open_questions: tuple[Bilingual, ...] = ()
    register: tuple[RegisterLine, ...] = ()
    checked: int = 0
    counted: int = 0
    deadlines: tuple[Event, ...] = ()
    fees: tuple[Event, ...] = ()
    consents: tuple[Event, ...] = ()
    sensitive: tuple[SensitiveLine, ...] = ()
    sources: tuple[str, ...] = ()  # the list of sources cited, each with the day it was read
