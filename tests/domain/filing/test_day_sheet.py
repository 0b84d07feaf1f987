"""The day sheet is named after its day."""

from datetime import UTC, date, datetime

from app.domain.filing import FirmBlock
from app.domain.filing.day_sheet import DaySheet


def test_its_reference_is_the_day() -> None:
    sheet = DaySheet(
        firm=FirmBlock(name="Example"), day=date(2026, 12, 1), data_as_of=datetime(2026, 11, 30, tzinfo=UTC)
    )
    assert sheet.reference == "2026-12-01"
    assert sheet.lines == 0
