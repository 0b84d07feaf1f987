"""The list of cases handed over, as a finished value."""

from datetime import UTC, date, datetime

from app.domain.filing import FirmBlock
from app.domain.filing.handover_list import HandoverList


def test_its_file_is_named_after_the_day() -> None:
    made = datetime(2026, 11, 22, tzinfo=UTC)
    value = HandoverList(firm=FirmBlock(name="Fictional Firm"), day=date(2026, 11, 23), data_as_of=made)
    assert value.reference == "2026-11-23"
