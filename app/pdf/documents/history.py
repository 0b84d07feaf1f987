"""The history on paper: a table of steps, and under it what the check of the chain gave."""

from collections.abc import Iterator

from app.domain.filing.history import ChainCheck, HistoryLine, HistorySheet
from app.i18n import Bilingual, both, filled
from app.pdf.documents import pages, parts
from app.pdf.tree import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Language,
    Note,
    Paragraph,
    Running,
    Said,
    Table,
    Words,
)

_HEAD = 16  # hexadecimal digits of a seal, enough to compare by eye


def build(value: HistorySheet, language: Language, paper: str) -> Document:
    """Return the document of ``value``, the office's own."""
    title = both("History")
    return Document(
        title=filled(both("{title} {number}"), title=title, number=value.reference),
        blocks=tuple(_blocks(value)),
        as_of=value.data_as_of,
        language=language,
        paper=paper,
        author=value.firm.name,
        header=Running(pages.warning(), value.reference, on_first_page=False),
        footer=Running(filled(both("Data as of {moment}"), moment=parts.moment(value.data_as_of))),
        mark=parts.across(both("SAMPLE")) if value.firm.is_sample else "",
    )


def _blocks(value: HistorySheet) -> Iterator[Block]:
    yield parts.masthead(value.firm, pages.warning())
    yield Heading(both("History"), level=1)
    yield Paragraph(parts.sentences(_said(value)), "small")
    yield _checked(value.chain)
    if value.lines:
        yield _table(value)
    else:
        yield Paragraph(both("No step fits."))


def _said(value: HistorySheet) -> list[Bilingual]:
    said = [
        *value.asked,
        filled(both("{count} steps, the newest first; times are UTC."), count=value.found),
    ]
    if value.found > len(value.lines):
        told = both("Only the newest {count} are printed: ask for fewer days to see the rest.")
        said.append(filled(told, count=len(value.lines)))
    return said


def _checked(check: ChainCheck) -> Note:
    title = both("Check of the whole history")
    if check.fault is not None:
        told = both("The check failed at step {number}: {what}. Steps before it are as they were written.")
        return Note((filled(told, number=check.fault_at, what=check.fault),), title)
    told = both("All {count} steps were read: none altered or missing. Seal of the last one: {seal}")
    return Note((filled(told, count=check.steps, seal=check.head[:_HEAD]),), title)


def _table(value: HistorySheet) -> Table:
    columns = (
        Column(both("Step"), 0.7),
        Column(both("When"), 1.4),
        Column(both("Who"), 1.3),
        Column(both("What was done"), 3.5),
        Column(both("About whom"), 1.7),
    )
    return Table(columns, tuple(_row(line) for line in value.lines))


def _row(line: HistoryLine) -> tuple[Cell, ...]:
    what: list[Words | Said] = [Said(line.what, "body")]
    what += [Said(detail, "small") for detail in line.details]
    if not line.stands:
        what.append(Said(both("Undone"), "small"))
    day, time = parts.moment(line.at).split(" ", 1)
    when = (Said(day, "body"), Said(time, "small"))
    return (str(line.seq),), when, (line.who,), tuple(what), (line.about,)
