"""The pathways side by side on one page, with what is stale marked so; never a probability.

In both languages each has the page to itself, on the two sides of one sheet.
"""

from collections.abc import Iterator

from app.domain.filing.pathways import PathwayColumn, PathwaySheet
from app.i18n import Bilingual, both, filled
from app.pdf.documents import parts
from app.pdf.tree import (
    Block,
    Column,
    Document,
    Heading,
    Inline,
    Language,
    Note,
    PageBreak,
    Paragraph,
    Running,
    Space,
    Spoken,
    Table,
    Words,
)

_LABEL_SHARE = 0.85  # of a pathway's column


def build(value: PathwaySheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``."""
    head, blocks = value.head, tuple(_blocks(value))
    is_whole = language != "both"
    return Document(
        title=both("Pathways compared"),
        blocks=blocks if is_whole else (Spoken("en", blocks), PageBreak(), Spoken("zh-CN", blocks)),
        as_of=head.data_as_of,
        language=language,
        paper=paper,
        author=head.firm.name,
        header=Running(both("Pathways compared"), head.case_number, on_first_page=False)
        if is_whole
        else Running(),
        footer=Running(parts.private_firm_notice(head.firm)),
        mark=parts.mark(head),
        most_pages=1 if is_whole else 2,
    )


def _blocks(value: PathwaySheet) -> Iterator[Block]:
    head = value.head
    reference = Inline((both("Reference"), head.case_number), by=" ")
    as_of = filled(both("Information as of {date}"), date=parts.day(head.data_as_of.date()))
    yield parts.masthead(head.firm, reference, notes=(as_of,))
    yield Heading(both("Pathways compared"), level=1)
    yield from parts.names(head.applicant)
    yield Space(4)
    yield _table(value)
    yield Note(tuple(_notices(value)), role="small")
    yield Paragraph(Inline(tuple(_origin(value)), by="; "), "small", field=both("Sources"))


def _table(value: PathwaySheet) -> Table:
    heads = (Column(both("Compared"), _LABEL_SHARE), *(Column(each.title) for each in value.columns))
    rows = tuple(
        ((label,), *(column.cells[at] for column in value.columns)) for at, label in enumerate(value.rows)
    )
    return Table(heads, rows)


def _notices(value: PathwaySheet) -> Iterator[Words]:
    yield from parts.work_notice(value.head)
    for column in value.columns:
        if column.stale is not None:
            yield _stale(column, column.stale)
    for column in value.columns:
        if column.earliest_why is not None:
            yield _earliest(column, column.earliest_why)
    yield from value.notes
    if value.has_dates:
        yield parts.dates_notice()
    yield both("“Unknown” is neither yes nor no. Nothing here says how likely a visa is.")


def _stale(column: PathwayColumn, why: Bilingual) -> Bilingual:
    return filled(both("{code} is out of date here: {why}"), code=column.code, why=why)


def _earliest(column: PathwayColumn, why: Bilingual) -> Bilingual:
    return filled(both("{code}, earliest date: {why}"), code=column.code, why=why)


def _origin(value: PathwaySheet) -> Iterator[Words]:
    yield value.rules_version
    yield filled(both("read {date}"), date=parts.iso(value.checked_on))
    yield from (Inline((column.code, column.sources), by=" ") for column in value.columns)
