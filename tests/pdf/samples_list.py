"""A printed list for tests; people and firm are those of ``samples``."""

from datetime import date

from app.domain.filing import PaperHead
from app.domain.filing.list_sheet import Listed, ListSheet
from app.i18n import Bilingual
from tests.pdf import samples

HEADS = (
    Bilingual("Number", "编号"),
    Bilingual("Client", "客户"),
    Bilingual("Stage", "阶段"),
    Bilingual("Labels", "标签"),
    Bilingual("Next date", "下一日期"),
)


def sheet(head: PaperHead = samples.HEAD, count: int = 14) -> ListSheet:
    """Return a list of ``count`` rows, each about the head's person."""
    name, told = head.applicant.passport_name, ("Collecting papers", "加急, VIP", "7 Dec 2026, in 14 days")
    rows = tuple((f"KB-2026-{at:04d}", name, *told) for at in range(1, count + 1))
    listed = Listed(
        title=Bilingual("Cases", "案件"),
        heads=HEADS,
        shares=(116, 226, 148, 140, 170),
        rows=rows,
        asked="stage:collecting owner:me",
    )
    return ListSheet(
        firm=head.firm, day=date(2026, 11, 23), data_as_of=head.data_as_of, listed=listed, found=count
    )
