"""What is to be printed of the history: the steps that its page shows."""

from typing import Any

from app.services.history_filter import EVERYTHING, Chosen
from app.services.orders import Option, Subject
from app.settings import Settings
from app.ui.preview.choices import Choices


class HistoryChoices(Choices):
    """Offers the language; which steps is ``steps``, set by the page."""

    def __init__(self, settings: Settings, name: str) -> None:
        self.steps: Chosen = EVERYTHING
        super().__init__(settings, name, Subject.HISTORY)

    def _options(self) -> dict[Option, Any]:
        return {**super()._options(), Option.HISTORY: self.steps}
