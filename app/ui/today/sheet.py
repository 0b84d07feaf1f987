"""The day sheet beside the first page's list: most of what prints, so the page loads it when wanted."""

from app.services.orders import Subject
from app.ui.page import Desk
from app.ui.preview.pane import PreviewPane


class DaySheet(PreviewPane):
    """What the day asks, as it is printed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "today.sheet", Subject.DAY)
