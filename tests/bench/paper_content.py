"""The bilingual summary that every producer sets, as a tree, so that each has the same words."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from app.domain import names, places
from app.domain.choices import NameKind
from app.domain.people import Person
from app.i18n import Bilingual
from app.pdf.tree import (
    Block,
    Checklist,
    Column,
    Document,
    Heading,
    Item,
    Masthead,
    Note,
    Paragraph,
    Running,
    Table,
)
from app.services import packs
from tests.bench import population

AS_OF = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
TODAY = date(2026, 11, 23)
CLIENTS, ITEMS, DEADLINES, INDEXED = 30, 40, 24, 40
CHINESE = ("示例一", "样本二", "虚构三", "范例四", "试用五")
NOTES = (
    Bilingual(
        "Every date in this summary is calculated from what the client told us. Where a visa, a stamp or an "
        "authority says otherwise, that prevails; tell us at once, so that the other dates follow.",
        "本摘要中的所有日期均根据客户提供的信息计算。如与签证、印章或主管机关的说明不一致，以后者为准；"
        "请立即告知我们，以便相应调整其他日期。",
    ),
    Bilingual(
        "Originals are kept in the office's safe and handed back against signature. Copies are kept with the "
        "case for as long as the law asks, and then destroyed; nothing is sent on without a consent.",
        "原件存放于本所保险柜，凭签字归还。复印件随案保存至法定期限届满后销毁；未经同意不向任何第三方提供。",
    ),
)


def summary(*, native: bool = False, seed: int = 2026) -> Document:
    """Return the document, with other clients for another ``seed``.

    With ``native`` their names stand in their own scripts too, not in Latin and Chinese alone.
    """
    return Document(
        title=Bilingual("Filing summary", "申请材料摘要"),
        blocks=tuple(_blocks(native=native, seed=seed)),
        as_of=AS_OF,
        author="Fictional Firm",
        header=Running(Bilingual("Office record", "内部记录"), "KB-2026-0001", on_first_page=False),
        footer=Running("Data as of 2026-11-23 09:14 UTC"),
    )


def _blocks(*, native: bool, seed: int) -> Iterator[Block]:
    yield Masthead("Fictional Firm", ("1 Sample Road, Sampleville",), ("KB-2026-0001",))
    yield Heading(Bilingual("Filing summary", "申请材料摘要"), level=1)
    yield Heading(Bilingual("Clients", "客户"))
    yield _clients(native=native, seed=seed)
    yield Heading(Bilingual("Checklist", "材料清单"))
    yield Checklist(tuple(_items()))
    yield Heading(Bilingual("Deadlines", "期限"))
    yield _deadlines()
    yield Heading(Bilingual("Document index", "文件目录"))
    yield _index()
    yield Heading(Bilingual("Notes", "说明"))
    yield from (Paragraph(note) for note in NOTES)
    yield Note(NOTES[:1], Bilingual("Please note", "请注意"))


def _clients(*, native: bool, seed: int) -> Table:
    columns = (
        Column(Bilingual("No.", "序号"), 0.4),
        Column(Bilingual("Name", "姓名"), 2.2),
        Column(Bilingual("Own script", "本国文字"), 1.6),
        Column(Bilingual("Nationality", "国籍"), 1.6),
        Column(Bilingual("Passport", "护照"), 1.0),
    )
    people = (one for one in population.persons(60, seed) if not _writes_right_to_left(one))
    rows = tuple(
        (
            (str(number),),
            (names.passport_form(one.names[0]),),
            (_other_name(one, number) if native else CHINESE[number % len(CHINESE)],),
            (places.country_name(one.nationalities[0].country).en,),
            (one.passports[0].number,),
        )
        for number, one in zip(range(1, CLIENTS + 1), people, strict=False)
    )
    return Table(columns, rows)


def _writes_right_to_left(person: Person) -> bool:
    return person.nationalities[0].country == "EG"


def _other_name(person: Person, number: int) -> str:
    own = [names.full(name) for name in person.names if name.kind is not NameKind.PASSPORT]
    return own[0] if own else CHINESE[number % len(CHINESE)]


def _items() -> Iterator[Item]:
    found = packs.rule_set("K", "new-delhi", TODAY).items
    for number in range(ITEMS):
        item = found[number % len(found)]
        boxes = ("open", "ticked", "struck")
        yield Item(
            str(number + 1), item.title, (item.client if number % 3 else None) or "", boxes[number % 3]
        )


def _deadlines() -> Table:
    columns = (Column(Bilingual("Date", "日期")), Column(Bilingual("What", "事项"), 4.0))
    found = packs.rule_set("K", "new-delhi", TODAY).items
    rows = tuple(
        (((TODAY + timedelta(days=5 * number)).isoformat(),), (found[number % len(found)].title.en,))
        for number in range(DEADLINES)
    )
    return Table(columns, rows)


def _index() -> Table:
    columns = (
        Column(Bilingual("Exhibit", "编号"), 0.8),
        Column(Bilingual("Document", "文件"), 3.4),
        Column(Bilingual("Issued", "签发日期"), 1.0),
        Column(Bilingual("Pages", "页数"), 0.6),
    )
    found = packs.rule_set("K", "new-delhi", TODAY).items
    rows = tuple(
        (
            (f"EX-{number + 1:02}",),
            (_one(found[-number % len(found)].title, number),),
            ((TODAY - timedelta(days=11 * number)).isoformat() if number % 2 else "",),
            (str(number % 7 + 1),),
        )
        for number in range(INDEXED)
    )
    return Table(columns, rows)


def _one(title: Bilingual, number: int) -> str:
    """Return a title as the office typed it: in Chinese now and then."""
    return title.zh if number % 3 == 0 else title.en
