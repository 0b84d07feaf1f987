"""The office's checklist: everything, with basis, evidence, who, when, and a column for initials."""

from collections.abc import Iterator

from app.domain.basis import OFFICE_WORDS
from app.domain.filing.checklists import OfficeChecklist, OfficeLine
from app.i18n import Bilingual, both, filled
from app.pdf.documents import asks, pages, parts
from app.pdf.tree import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    KeyValues,
    Language,
    Note,
    Said,
    Space,
    Table,
    Words,
)

_PAGES = 4  # that a case of forty lines is to fill at most
_BOXES = {"accepted": "ticked", "waived": "struck"}
_COLUMNS = (
    Column("", 0.5, kind="box"),
    Column(both("Item, evidence, basis"), 6.4),
    Column(Inline((both("The paper"), both("Who and when"))), 3.8),
    Column(both("Initials"), 1.05, kind="blank"),
)


def build(value: OfficeChecklist, language: Language, paper: str) -> Document:
    """Return the document of ``value``, an office record."""
    return pages.office(
        value.head, both("Office checklist"), _blocks(value), language, paper, most_pages=_PAGES
    )


def _blocks(value: OfficeChecklist) -> Iterator[Block]:
    yield KeyValues(parts.pairs(*_facts(value)), columns=3)
    lines = [each.line for section in value.sections for each in section.lines]
    yield from asks.box(lines, both("Still open: the answers decide about these papers"))
    for section in value.sections:
        sure = [each for each in section.lines if each.line.applies != "ask"]
        if sure:
            yield Heading(section.title)
            yield Table(_COLUMNS, tuple(_row(each) for each in sure))
    yield Space(4)
    yield Note((*parts.work_notice(value.head), parts.decides_notice()))


def _facts(value: OfficeChecklist) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    checked = both("{checked} of {counted} papers checked by us")
    yield both("Visa category"), parts.inline(head.category, head.limb)
    yield both("Filed at"), head.post
    yield both("Passport number"), head.applicant.passport_number
    yield both("Office stage"), value.stage
    yield both("Planned filing"), parts.iso(value.planned_filing)
    yield both("Case owner"), head.prepared_by
    yield both("So far"), filled(checked, checked=value.checked, counted=value.counted)


def _row(each: OfficeLine) -> tuple[Cell, ...]:
    box = _BOXES.get(each.line.state, "open")
    return ((box,), _kept(_item(each)), (*_kept(_paper(each)), *_kept(_who(each))), ())


def _kept(lines: Iterator[Words | Said]) -> Cell:
    return tuple(line for line in lines if line)


def _item(each: OfficeLine) -> Iterator[Words | Said]:
    line = each.line
    yield Said(parts.titled(line.title, line.repeat), "strong")
    if line.evidence:
        yield Said(line.evidence, "body")
    whose = both("our work") if each.is_ours else both("client’s")
    yield Said(parts.inline(line.code, each.need, whose), "small")
    yield Said(parts.inline(both(OFFICE_WORDS[line.basis]), line.sources, line.stale), "small")
    yield from _demands(each)


def _demands(each: OfficeLine) -> Iterator[Said]:
    if each.freshness_days:
        yield Said(filled(both("good for {days} days"), days=each.freshness_days), "small")
    if each.months_beyond:
        text = both("must last {months} months beyond the day planned")
        yield Said(filled(text, months=each.months_beyond), "small")
    for label, how in (
        (both("Authentication"), each.authentication),
        (both("Translation"), each.translation),
    ):
        yield Said(Inline((label, how), by=": ") if how else "", "small")


def _paper(each: OfficeLine) -> Iterator[Words | Said]:
    line = each.line
    yield Said(parts.inline(each.state, each.validity), "strong")
    yield parts.counted(line.originals, line.copies)
    yield parts.inline(each.issuer, each.number)
    yield Said(each.original_at or "", "body")
    for label, on in ((both("issued"), line.issued_on), (both("valid until"), line.valid_until)):
        yield Said(Inline((label, parts.iso(on)), by=" ") if on else "", "small")
    if line.returned_reason:
        yield Inline((both("Given back because"), line.returned_reason), by=": ")


def _who(each: OfficeLine) -> Iterator[Words | Said]:
    yield each.responsible
    for label, on in (
        (both("asked"), each.asked_on),
        (both("chased"), each.chased_on),
        (both("due"), each.line.due_on),
    ):
        yield Said(Inline((label, parts.iso(on)), by=" ") if on else "", "small")
