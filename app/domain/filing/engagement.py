"""Agreement and authority letter as printed: the firm's wording, filled in, for both to sign."""

from dataclasses import dataclass
from datetime import date

from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementPaper(CaseDocument):
    """Paragraphs in each language. ``missing`` names what is not recorded and left to be written in."""

    title: Bilingual
    english: tuple[str, ...]
    chinese: tuple[str, ...]
    client: str
    firm: str
    by_both: bool  # an agreement; an authority letter is signed by the client alone
    is_supplied: bool  # wording that came with the program, and that the firm did not check
    written_on: date
    missing: tuple[Bilingual, ...] = ()
