"""What is to be printed of a list: what the window shows of it."""

from typing import Any

from app.domain.filing.list_sheet import Listed
from app.services.orders import Option, Subject
from app.settings import Settings
from app.ui.preview.choices import Choices


class ListChoices(Choices):
    """Offers the language and whether numbers stand in full; which list is ``listed``, set by the window."""

    def __init__(self, settings: Settings, name: str) -> None:
        self.listed: Listed | None = None
        super().__init__(settings, name, Subject.LIST)

    def _options(self) -> dict[Option, Any]:
        return {**super()._options(), Option.LIST: self.listed}
