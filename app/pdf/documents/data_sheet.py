"""The data sheet: every field of the online form in its order, to be keyed in beside the screen."""

from collections.abc import Iterator

from app.domain.filing.data_sheet import DataSheet, Filed, FormField, FormGroup, FormSection
from app.i18n import both
from app.pdf.documents import pages, parts
from app.pdf.tree import (
    Block,
    Document,
    Heading,
    Inline,
    KeyValues,
    Language,
    Note,
    Pair,
    Paragraph,
    Signatory,
    Signatures,
    Words,
)


def build(value: DataSheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``, an office record that preparer and client sign."""
    title = both("Data sheet for the online form")
    if value.filed:
        title = parts.filled(both("Form as filed, no. {number}"), number=value.filed.number)
    return pages.office(value.head, title, _blocks(value), language, paper)


def _blocks(value: DataSheet) -> Iterator[Block]:
    if value.filed:
        yield from _as_filed(value.filed)
    else:
        yield Note(
            (both("Key in each value letter by letter. A zero is slashed; a capital I has its bars."),)
        )
    for section in value.sections:
        yield Heading(Inline((str(section.number), section.title), by="  "))
        yield from _section(section)
    if value.filed is None:
        yield from _declaration(value)


def _as_filed(filed: Filed) -> Iterator[Block]:
    """Yield when and by whom the form was filed, and who looked at it before."""
    look = parts.filled(both("{check}: {name}"), check=filed.check, name=filed.reader)
    if filed.minutes:
        look = parts.filled(
            both("{check}: {name}, {minutes} minutes"),
            check=filed.check,
            name=filed.reader,
            minutes=filed.minutes,
        )
    rows = (
        (both("Marked as submitted"), parts.moment(filed.at)),
        (both("By"), filed.by),
        (both("Second look"), look),
        (both("SHA-256 of the values"), filed.sha256),
        (both("Differences from the passport, explained"), filed.explained),
    )
    yield KeyValues(parts.pairs(*rows))
    yield Note((both("These are the values as they were filed; they are never changed."),))


def _section(section: FormSection) -> Iterator[Block]:
    if section.is_closed:
        yield Paragraph(both("Left closed in this print. To key them in, open the answers for the print."))
        return
    for group in section.groups:
        yield from _group(group)


def _group(group: FormGroup) -> Iterator[Block]:
    if group.title and group.fields:
        yield Heading(group.title, level=3)
    pairs = tuple(_pair(field) for field in group.fields)
    if group.fields:
        yield KeyValues(pairs, exact=True)
    else:
        title: Words = group.title or both("Answers")
        yield KeyValues((Pair(title, both("\u2014 none recorded"), is_missing=True),), exact=True)


def _pair(field: FormField) -> Pair:
    label = Inline((field.item, field.label), by="  ") if field.item else field.label
    if field.value:
        return Pair(label, field.value)
    return Pair(label, both("\u2014 not recorded"), is_missing=True)


def _declaration(value: DataSheet) -> Iterator[Block]:
    text = both(
        "I have read this sheet line by line and compared it with my passport. "
        "What is keyed in from it can't be changed once the form is sent."
    )
    yield Paragraph(text, keep_with_next=True)
    yield Signatures(
        (
            Signatory(both("Client"), value.head.applicant.passport_name),
            Signatory(both("Filled in and checked for the client by"), value.head.prepared_by),
        )
    )
    yield from (Note((notice,)) for notice in parts.work_notice(value.head))
