"""The letter about what is missing: one page of plain words, addressed to the client."""

from collections.abc import Iterator, Sequence

from app.domain.filing.letter import MissingLetter, MissingPaper
from app.i18n import Bilingual, both, filled
from app.pdf.documents import pages, parts
from app.pdf.tree import (
    Block,
    Checklist,
    Document,
    Heading,
    Inline,
    Item,
    Language,
    Note,
    Paragraph,
    Space,
    Words,
)


def build(value: MissingLetter, language: Language, paper: str) -> Document:
    """Return the document of ``value``: nothing internal to the office is on it."""
    title = both("What we still need from you")
    return pages.client(value.head, title, _blocks(value), language, paper, most_pages=1)


def _blocks(value: MissingLetter) -> Iterator[Block]:
    yield Paragraph(Inline((parts.day(value.written_on),)), "small")
    yield Space(4)
    yield Paragraph(filled(both("Dear {name},"), name=value.name), "strong", keep_with_next=True)
    yield Paragraph(value.opening)
    yield from _papers(both("Given back to you"), value.returned)
    yield from _papers(both("Still to come"), value.papers, len(value.returned))
    if value.questions:
        yield Heading(both("Please answer"))
        yield Checklist(tuple(Item(str(at), words) for at, words in enumerate(value.questions, 1)))
    yield Space(6)
    yield Paragraph(both("If anything is unclear, ask us before you spend money on it."))
    yield from _sender(value)
    yield from (Note((notice,)) for notice in parts.work_notice(value.head))


def _papers(title: Words, papers: Sequence[MissingPaper], before: int = 0) -> Iterator[Block]:
    if papers:
        yield Heading(title)
        yield Checklist(tuple(_item(paper, at) for at, paper in enumerate(papers, before + 1)))


def _item(paper: MissingPaper, number: int) -> Item:
    title = parts.described(paper.title, paper.repeat)
    return Item(str(number), title, _text(paper), asides=tuple(_asides(paper)))


def _text(paper: MissingPaper) -> Bilingual:
    """Return why a paper was given back, and what to do."""
    because = filled(both("Given back because: {reason}"), reason=paper.reason) if paper.reason else None
    return parts.sentences(words for words in (because, paper.what_to_do) if words)


def _asides(paper: MissingPaper) -> Iterator[Words]:
    yield parts.counted(paper.originals, paper.copies)
    if paper.due_on:
        yield filled(both("by {date}"), date=parts.day(paper.due_on))


def _sender(value: MissingLetter) -> Iterator[Block]:
    firm = value.head.firm
    yield Paragraph(parts.inline(value.head.prepared_by, parts.firm_name(firm)), "strong")
    if firm.phone or firm.email:
        yield Paragraph(parts.inline(firm.phone, firm.email))
