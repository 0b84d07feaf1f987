"""The comparison of pathways as printed: one page, the same facts for each."""

from dataclasses import dataclass
from datetime import date

from app.domain.filing import CaseDocument
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayColumn:
    """One pathway: its cells in the order of the comparison's rows, each as lines.

    ``stale`` says what has to be read anew before anybody relies on it, ``earliest_why`` on what its earliest
    date stands, or why none can be told.
    """

    code: str
    title: Bilingual
    cells: tuple[tuple[Bilingual, ...], ...]
    sources: str | Bilingual = ""
    stale: Bilingual | None = None
    earliest_why: Bilingual | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwaySheet(CaseDocument):
    """The pathways side by side; ``rows`` are the labels of what is compared."""

    rows: tuple[Bilingual, ...]
    columns: tuple[PathwayColumn, ...]
    notes: tuple[Bilingual, ...] = ()
    has_dates: bool = False  # whether a date was computed for any of them
    rules_version: str = ""
    checked_on: date | None = None
