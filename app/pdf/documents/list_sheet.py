"""A list on paper: one table with the columns of the screen, in their order."""

from collections.abc import Iterator

from app.domain.filing.list_sheet import ListSheet
from app.i18n import Bilingual, both
from app.pdf import margins, style
from app.pdf.documents import pages, parts
from app.pdf.tree import Block, Cell, Column, Document, Heading, Language, Paragraph, Running, Said, Table

_ROOMY = 6  # columns that stand in the usual size
_LEAST_SHARE = 0.5
POINTS = 0.6  # of a share, which the window counts in pixels: text on paper is smaller


def build(value: ListSheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``, the office's own."""
    return Document(
        title=parts.filled(both("{title} {number}"), title=value.listed.title, number=value.reference),
        blocks=tuple(_blocks(value)),
        as_of=value.data_as_of,
        language=language,
        paper=style.sideways(paper) if _is_wide(value, paper) else paper,
        author=value.firm.name,
        header=Running(pages.warning(), value.reference, on_first_page=False),
        footer=Running(parts.filled(both("Data as of {moment}"), moment=parts.moment(value.data_as_of))),
        mark=parts.across(both("SAMPLE")) if value.firm.is_sample else "",
    )


def _is_wide(value: ListSheet, paper: str) -> bool:
    """Whether the columns, each as wide as it needs to be read, go beyond an upright page."""
    return sum(value.listed.shares) * POINTS > margins.text_width(style.sheet(paper))


def _blocks(value: ListSheet) -> Iterator[Block]:
    yield parts.masthead(value.firm, pages.warning(), is_brief=True)
    yield Heading(value.listed.title, level=1)
    yield Paragraph(parts.sentences(_said(value)), "small")
    if value.listed.rows:
        yield _table(value)


def _said(value: ListSheet) -> list[Bilingual]:
    said = [parts.filled(both("{count} rows, as the list showed them."), count=value.found)]
    if value.listed.asked:
        said.append(parts.filled(both("Only what fits this search: {search}"), search=value.listed.asked))
    if value.found > len(value.listed.rows):
        told = both("Only the first {count} are printed.")
        said.append(parts.filled(told, count=len(value.listed.rows)))
    return said


def _table(value: ListSheet) -> Table:
    listed = value.listed
    role = "body" if len(listed.heads) <= _ROOMY else "small"
    whole = sum(listed.shares) / len(listed.shares)
    columns = tuple(
        Column(head, max(share / whole, _LEAST_SHARE))
        for head, share in zip(listed.heads, listed.shares, strict=True)
    )
    return Table(columns, tuple(_row(row, role) for row in listed.rows))


def _row(row: tuple[str, ...], role: str) -> tuple[Cell, ...]:
    return tuple((Said(text, role),) for text in row)
