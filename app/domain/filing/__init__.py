"""The finished values that the printed documents are made from: all text final, nothing to look up.

Here is what all of them share; each document's own value has a module beside this one. Dates are calendar
dates, ``data_as_of`` is UTC. Empty text prints nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime

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
    logo: bytes = b""  # a PNG as ``app.pdf.picture`` made it
    is_sample: bool = False  # a fictional firm: every print carries "SAMPLE / 样本"


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
    """What every document of a case says about itself and its case."""

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
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Any finished value. Its file is named after ``reference``, which holds no personal value."""

    @property
    def reference(self) -> str:
        """What the document is about: a case's number, or a day."""
        raise NotImplementedError

    @property
    def missing(self) -> tuple[Bilingual, ...]:
        """What is not recorded and left to be written in by hand; shown before anything is printed."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDocument(Printed):
    """A finished value about one case."""

    head: PaperHead

    @property
    def reference(self) -> str:
        """The case's number."""
        return self.head.case_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One dated line: a deadline, a payment, a consent, a step of the authority."""

    text: Bilingual
    on: date | None = None
    detail: str | Bilingual = ""
