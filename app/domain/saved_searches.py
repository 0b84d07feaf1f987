"""A search kept under a name, and the pages that have them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # its own imports would come before the first paint
    from uuid import UUID

CASES, PEOPLE = "cases", "people"
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """One search of ``page``; ``is_shared`` is everybody's. ``layout`` is "" for the list's usual one."""

    id: UUID
    version: int
    page: str
    name: str
    typed: str
    layout: str
    is_shared: bool
