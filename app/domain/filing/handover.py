"""The receipt for originals as printed, for both who hand over and who take."""

from dataclasses import dataclass

from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One original: what it is, and how to tell it from its like."""

    title: Bilingual
    repeat: Bilingual | None = None
    issuer: str = ""
    number: str = ""  # masked already where it is an identity number
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverReceipt(CaseDocument):
    """Originals that the office took, or gives back where ``given_back``."""

    originals: tuple[Original, ...]
    given_back: bool = False
