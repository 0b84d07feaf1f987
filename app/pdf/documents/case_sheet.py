"""The case sheet: one sheet at the front of the hand file."""

from collections.abc import Iterator

from app.domain.filing.case_sheet import CaseSheet, PaperLine, PartyLine
from app.i18n import Bilingual, both
from app.pdf.documents import pages, parts
from app.pdf.tree import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Language,
    Note,
    Pair,
    Paragraph,
    Said,
    Table,
    Words,
)

_PAPERS = (
    Column("", 0.5, kind="box"),
    Column(both("Item"), 1.15),
    Column(both("Paper"), 4.4),
    Column(both("Where it stands"), 1.9),
    Column(both("Original"), 1.9),
    Column(both("Valid until"), 1.35),
)
_PARTIES = (Column(both("Role"), 1.5), Column(both("Name"), 2.5), Column(both("How reached"), 3.0))


def build(value: CaseSheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``, an office record."""
    return pages.office(value.head, both("Case sheet"), _blocks(value), language, paper, most_pages=2)


def _blocks(value: CaseSheet) -> Iterator[Block]:
    yield KeyValues(parts.pairs(*_facts(value)), columns=3)
    if value.parties:
        yield Heading(both("Who has to do with it"))
        yield Table(_PARTIES, tuple(_party(each) for each in value.parties))
    yield Heading(both("Papers"))
    yield from _progress(value)
    if value.papers:
        yield Table(_PAPERS, tuple(_paper(each) for each in value.papers))
    yield from _notes(value)
    yield from (Note((notice,)) for notice in parts.work_notice(value.head))


def _facts(value: CaseSheet) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    yield both("Visa category"), parts.inline(head.category, head.limb)
    yield both("Filed at"), head.post
    yield both("Office stage"), value.stage
    yield both("Case owner"), parts.inline(head.prepared_by, value.office)
    yield both("Passport number"), head.applicant.passport_number
    yield both("Date of birth"), head.applicant.birth_date
    yield from ((each.text, parts.iso(each.on)) for each in value.dates)
    yield from value.numbers


def _party(each: PartyLine) -> tuple[Cell, ...]:
    return ((Said(each.role, "body"),), (each.name,), (each.reached,))


def _progress(value: CaseSheet) -> Iterator[Block]:
    text = both("{checked} of {counted} papers checked by us.")
    said = [parts.filled(text, checked=value.checked, counted=value.counted)]
    if value.open_questions:
        more = both("Of these, {count} hang on questions that are still open.")
        said.append(parts.filled(more, count=value.open_questions))
    yield Paragraph(parts.sentences(said), keep_with_next=bool(value.papers))


def _paper(each: PaperLine) -> tuple[Cell, ...]:
    title = parts.described(each.title, each.repeat)
    return (
        (each.box,),
        (Said(each.code, "small"),),
        (Said(title, "body"),),
        (Said(each.state, "body"),),
        (Said(each.original_at or "", "body"),),
        (parts.iso(each.valid_until),),
    )


def _notes(value: CaseSheet) -> Iterator[Block]:
    if not value.notes:
        return
    yield Heading(both("Last notes"))
    told = [(parts.inline(parts.iso(each.on), each.author), each.text) for each in value.notes]
    yield KeyValues(tuple(Pair(who, text) for who, text in told))
    if value.more_notes:
        yield Paragraph(
            parts.filled(both("{count} older notes are in the casebook."), count=value.more_notes), "small"
        )
