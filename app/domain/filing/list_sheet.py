"""A list of the window on paper: its columns, their order and all its rows, as they are seen."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.filing import FirmBlock, Printed
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a list shows: ``heads`` with the ``shares`` of the width, and ``rows`` of texts.

    ``identity`` are the columns with identity numbers, ``asked`` the search the list is of ("" for none).
    """

    title: Bilingual
    heads: tuple[Bilingual, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    identity: frozenset[int] = frozenset()
    asked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSheet(Printed):
    """A list of ``found`` rows, the first of them printed; identity numbers masked unless wanted in full."""

    firm: FirmBlock
    day: date
    data_as_of: datetime  # UTC; the last change of the casebook
    listed: Listed
    found: int

    @property
    def reference(self) -> str:
        """The day of the print."""
        return self.day.isoformat()
