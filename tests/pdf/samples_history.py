"""A printed history for tests; people and firm are those of ``samples``."""

from datetime import UTC, date, datetime, timedelta

from app.domain.filing import PaperHead
from app.domain.filing.history import ChainCheck, HistoryLine, HistorySheet
from app.i18n import Bilingual
from tests.pdf import samples

_WHAT = (
    Bilingual("Print", "打印"),
    Bilingual("Edit person", "编辑人员"),
    Bilingual("Open sensitive answers", "打开敏感回答"),
)


def sheet(head: PaperHead = samples.HEAD, count: int = 12) -> HistorySheet:
    """Return a history of ``count`` steps, each about the head's person."""
    return HistorySheet(
        firm=head.firm,
        day=date(2026, 11, 23),
        data_as_of=head.data_as_of,
        asked=(Bilingual("Only of this kind: Prints.", "仅此类：打印。"),),
        lines=tuple(_line(head, number) for number in range(count, 0, -1)),
        found=count,
        chain=ChainCheck(steps=count + 30, head="1f2e3d4c5b6a79880011223344556677"),
    )


def _line(head: PaperHead, number: int) -> HistoryLine:
    return HistoryLine(
        seq=number,
        at=datetime(2026, 11, 20, 9, tzinfo=UTC) + timedelta(minutes=number),
        who="Mira Sample",
        what=_WHAT[number % 3],
        about=head.applicant.passport_name,
        details=(Bilingual("Filing summary", "申请材料摘要"),) if number % 3 == 0 else (),
        stands=number % 5 != 0,
    )
