"""A printed history is named after the day of its print."""

from datetime import UTC, date, datetime

from app.domain.filing import FirmBlock
from app.domain.filing.history import ChainCheck, HistorySheet


def test_its_reference_is_the_day() -> None:
    sheet = HistorySheet(
        firm=FirmBlock(name="Example"),
        day=date(2026, 12, 1),
        data_as_of=datetime(2026, 11, 30, tzinfo=UTC),
        chain=ChainCheck(steps=3, head="ab"),
    )
    assert sheet.reference == "2026-12-01"
