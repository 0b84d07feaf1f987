"""The receipt for originals: what changed hands, in what condition, signed by both."""

from collections.abc import Iterator

from app.domain.filing.handover import HandoverReceipt, Original
from app.i18n import Bilingual, both, filled
from app.pdf.documents import pages, parts
from app.pdf.tree import (
    Block,
    Cell,
    Column,
    Document,
    KeyValues,
    Language,
    Note,
    Paragraph,
    Said,
    Signatory,
    Signatures,
    Space,
    Table,
    Words,
)

_COLUMNS = (
    Column("", 0.5),
    Column(both("Original"), 4.6),
    Column(both("Count"), 0.9),
    Column(both("Condition, missing pages, stains"), 3.6, kind="blank"),
)


def build(value: HandoverReceipt, language: Language, paper: str) -> Document:
    """Return the document of ``value``; the client keeps one of two, the other goes into the file."""
    title = both("Receipt for originals given back") if value.given_back else both("Receipt for originals")
    return pages.client(value.head, title, _blocks(value), language, paper, most_pages=1)


def _blocks(value: HandoverReceipt) -> Iterator[Block]:
    yield KeyValues(parts.pairs(*_facts(value)), columns=2)
    yield Space(4)
    yield Paragraph(_what(value), keep_with_next=bool(value.originals))
    if value.originals:
        rows = tuple(_row(each, number) for number, each in enumerate(value.originals, 1))
        yield Table(_COLUMNS, rows)
        total = sum(each.count for each in value.originals)
        yield Paragraph(filled(both("Originals in all: {count}"), count=total), "strong")
        yield Space(6)
        yield Note((both("Write every flaw down before you sign. Lines left blank mean: no flaw was seen."),))
        yield Signatures(_signatories(value))
    yield from (Paragraph(notice, "small") for notice in parts.work_notice(value.head))


def _facts(value: HandoverReceipt) -> Iterator[tuple[Bilingual, Words | None]]:
    head = value.head
    yield both("Visa"), parts.inline(head.category, head.limb)
    yield both("Passport number"), head.applicant.passport_number


def _what(value: HandoverReceipt) -> Bilingual:
    if not value.originals:
        return both("No original is recorded as being in our office.")
    if value.given_back:
        return both("The client receives these originals back from the firm.")
    return both("The firm received these originals from the client and keeps them for the application.")


def _row(each: Original, number: int) -> tuple[Cell, ...]:
    told = parts.inline(each.issuer, each.number)
    lines = (Said(each.title, "strong"), Said(parts.once(each.repeat) if each.repeat else "", "small"), told)
    return ((str(number),), tuple(line for line in lines if line), (str(each.count),), ())


def _signatories(value: HandoverReceipt) -> tuple[Signatory, ...]:
    client, firm = value.head.applicant.passport_name, value.head.prepared_by
    gives, takes = both("Handed over by"), both("Received by")
    if value.given_back:
        return Signatory(gives, firm), Signatory(takes, client)
    return Signatory(gives, client), Signatory(takes, firm)
