"""A place in a case that another page sends somebody to."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CasePlace:
    """A tab of one case by the name of its attribute, such as "dates" ("" for the one it shows), and a line.

    ``line`` is the key of a line of its checklist.
    """

    case_id: UUID
    tab: str = "checklist"
    line: UUID | None = None
