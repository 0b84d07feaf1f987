"""Every text of a document, with what a message calls the field it stands in."""

from collections.abc import Iterator

from app.pdf.tree import (
    Block,
    Checklist,
    Document,
    Heading,
    Item,
    KeyValues,
    Masthead,
    Note,
    Panels,
    Paragraph,
    Said,
    Signatures,
    Spoken,
    Table,
    Words,
    readings,
)


def texts(document: Document) -> Iterator[tuple[Words, Words]]:
    """Yield every text of ``document`` after the name of its field, in reading order."""
    for running in (document.header, document.footer):
        yield from (("", words) for words in (running.left, running.right, *running.lines))
    yield from (("", words) for words in (document.title, document.author, document.mark))
    for block in document.blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[tuple[Words, Words]]:
    match block:
        case Heading() | Paragraph():
            yield block.field, block.words
        case KeyValues(pairs=pairs):
            for pair in pairs:
                yield from (("", pair.label), (pair.label, pair.value))
        case Checklist(items=items):
            for item in items:
                yield from ((item.title, words) for words in said(item))
        case Table():
            yield from _table_texts(block)
        case Note(paragraphs=paragraphs, title=title):
            yield from ((title, words) for words in (title, *paragraphs))
        case Spoken(language=language, blocks=blocks):
            found = (text for inner in blocks for text in _texts(inner))
            yield from ((name, text) for name, words in found for text, _code in readings(words, language))
        case Panels(panels=panels):
            yield from (
                (panel.label, words) for panel in panels for words in (panel.label, panel.value, panel.text)
            )
        case Signatures(signatories=signatories):
            yield from ((each.role, words) for each in signatories for words in (each.role, each.name))
        case Masthead():
            yield from (
                (block.field, words) for words in (block.name, *block.lines, *block.asides, *block.notes)
            )


def _table_texts(table: Table) -> Iterator[tuple[Words, Words]]:
    yield from (("", column.head) for column in table.columns)
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            if column.kind == "text":
                yield from ((column.head, plain(words)) for words in cell)


def said(item: Item) -> tuple[Words, ...]:
    """Return all that is printed of an item besides its number, its title first."""
    return (item.title, item.verdict, item.text, *item.notes, *item.asides)


def plain(words: Words | Said) -> Words:
    """Return the words of a line of a cell, however they are set."""
    return words.words if isinstance(words, Said) else words
