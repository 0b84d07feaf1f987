"""What is to be printed about several cases: chosen by the page around, with who gives and who takes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.services.orders import Option, Subject
from app.settings import Settings
from app.ui.preview.choices import Choices


class CasesChoices(Choices):
    """Offers the documents about several cases; which ones is told by ``take``."""

    def __init__(self, settings: Settings, name: str) -> None:
        self._cases: tuple[UUID, ...] = ()
        self._gives: UUID | None = None
        self._takes: UUID | None = None
        super().__init__(settings, name, Subject.CASES)

    def take(self, cases: Sequence[UUID], gives: UUID | None, takes: UUID | None) -> None:
        """Take which cases, and from whom to whom they go."""
        self._cases, self._gives, self._takes = tuple(cases), gives, takes

    def _options(self) -> dict[Option, Any]:
        chosen = {Option.CASES: self._cases, Option.OWNER: self._gives, Option.SUCCESSOR: self._takes}
        return {**super()._options(), **chosen}
