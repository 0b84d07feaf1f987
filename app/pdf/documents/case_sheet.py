"""The case sheet: one sheet at the front of the hand file; open papers in full, the others in brief."""

from collections.abc import Iterator, Sequence

from app.domain.filing.case_sheet import CaseSheet, PaperLine, PartyLine
from app.i18n import Bilingual, both, filled
from app.pdf.documents import pages, parts
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
    Pair,
    Paragraph,
    Said,
    Table,
    Words,
)

_PAPERS = (
    Column("", 0.5, kind="box"),
    Column(both("Item"), 1.15),
    Column(both("Paper"), 5.9),
    Column(Inline((both("Where it stands"), both("Original"), both("Valid until"))), 3.9),
)


def build(value: CaseSheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``, an office record."""
    return pages.office(value.head, both("Case sheet"), _blocks(value), language, paper, most_pages=1)


def _blocks(value: CaseSheet) -> Iterator[Block]:
    yield KeyValues(parts.pairs(*_facts(value)), columns=3)
    if value.parties:
        yield Heading(both("Who has to do with it"))
        yield KeyValues(tuple(_party(each) for each in value.parties), columns=3)
    yield Heading(both("Papers"))
    yield from _progress(value)
    still = [each for each in value.papers if each.box == "open"]
    if still:
        yield Table(_PAPERS, tuple(_paper(each) for each in still))
    if len(still) < len(value.papers):
        yield from _done(value.papers)
    yield from _notes(value)
    yield from (Note((notice,)) for notice in parts.work_notice(value.head))


def _facts(value: CaseSheet) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    yield both("Visa category"), parts.inline(head.category, head.limb)
    yield both("Filed at"), head.post
    yield both("Office stage"), value.stage
    yield both("Case owner"), parts.inline(head.prepared_by, value.office)
    yield both("Reviewer"), value.reviewer
    yield both("Passport number"), head.applicant.passport_number
    yield both("Where the passport is"), value.passport
    yield both("Date of birth"), head.applicant.birth_date
    yield from ((each.text, parts.iso(each.on)) for each in value.dates)
    yield from value.numbers


def _party(each: PartyLine) -> Pair:
    return Pair(each.role, parts.inline(each.name, each.reached))


def _progress(value: CaseSheet) -> Iterator[Block]:
    text = both("{checked} of {counted} papers checked by us.")
    said = [filled(text, checked=value.checked, counted=value.counted)]
    if value.open_questions:
        more = both("Of these, {count} hang on questions that are still open.")
        said.append(filled(more, count=value.open_questions))
    yield Paragraph(parts.sentences(said), keep_with_next=bool(value.papers))


def _paper(each: PaperLine) -> tuple[Cell, ...]:
    where = (Said(each.state, "body"), Said(each.original_at or "", "body"), parts.iso(each.valid_until))
    return (
        (each.box,),
        (Said(each.code, "small"),),
        (Said(parts.titled(each.title, each.repeat), "body"),),
        tuple(each for each in where if each),
    )


def _done(papers: Sequence[PaperLine]) -> Iterator[Block]:
    """Yield a text for all papers that need nothing more and whose originals are at one place."""
    done = [each for each in papers if each.box != "open"]
    for state, place in dict.fromkeys((each.state, each.original_at) for each in done):
        alike = [each for each in done if (each.state, each.original_at) == (state, place)]
        where = Inline((both("Original"), place), by=" ") if place else ""
        yield Paragraph(Inline((parts.inline(state, where), _titles(alike, papers)), by=": "))


def _titles(alike: Sequence[PaperLine], papers: Sequence[PaperLine]) -> Bilingual:
    """Return the titles one after the other; all papers of an item together are told by their number."""
    told = []
    for title in dict.fromkeys(each.title for each in alike):
        of_item = [each for each in alike if each.title == title]
        together = len(of_item) > 1 and len(of_item) == sum(each.title == title for each in papers)
        if together and not any(each.valid_until for each in of_item):
            told.append(filled(both("{text} – {which}"), text=title, which=f"{len(of_item)}×"))
        else:
            told += [_title(each) for each in of_item]
    return parts.listed(told)


def _title(each: PaperLine) -> Bilingual:
    title = parts.described(each.title, each.repeat)
    if not each.valid_until:
        return title
    until = filled(both("good until {date}"), date=parts.iso(each.valid_until))
    return parts.described(title, until)


def _notes(value: CaseSheet) -> Iterator[Block]:
    if not value.notes:
        return
    yield Heading(both("Last notes"))
    told = [(parts.inline(parts.iso(each.on), each.author), each.text) for each in value.notes]
    yield KeyValues(tuple(Pair(who, text) for who, text in told))
    if value.more_notes:
        yield Paragraph(
            filled(both("{count} older notes are in the casebook."), count=value.more_notes), "small"
        )
