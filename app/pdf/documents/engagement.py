"""Agreement and authority letter: the firm's own words, and where both sign."""

from collections.abc import Iterator

from app.domain.filing.engagement import EngagementPaper
from app.i18n import Bilingual, both
from app.pdf.documents import pages, parts
from app.pdf.tree import Block, Document, Language, Note, Paragraph, Signatory, Signatures, Space, Words


def build(value: EngagementPaper, language: Language, paper: str) -> Document:
    """Return the document of ``value``; supplied wording says that the firm must check it."""
    return pages.client(value.head, value.title, _blocks(value, language), language, paper, most_pages=4)


def _blocks(value: EngagementPaper, language: Language) -> Iterator[Block]:
    if value.is_supplied:
        text = both(
            "Draft wording as supplied with the program: the firm must check it before anybody signs."
        )
        yield Note((text,))
    yield Paragraph(parts.day(value.written_on), "small")
    yield Space(4)
    yield from (Paragraph(words) for words in _words(value, language))
    yield Space(10)
    yield Signatures(tuple(_signatories(value)))


def _words(value: EngagementPaper, language: Language) -> tuple[Words, ...]:
    """Return the paragraphs; both languages beside each other where they have as many, else one by one."""
    if language == "en":
        return value.english
    if language == "zh-CN":
        return value.chinese
    if len(value.english) != len(value.chinese):
        return (*value.english, *value.chinese)
    return tuple(Bilingual(*pair) for pair in zip(value.english, value.chinese, strict=True))


def _signatories(value: EngagementPaper) -> Iterator[Signatory]:
    yield Signatory(both("Client, place and date"), value.client)
    if value.by_both:
        yield Signatory(both("For the firm, place and date"), value.firm)
